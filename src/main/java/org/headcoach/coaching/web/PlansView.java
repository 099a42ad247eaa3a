package org.headcoach.coaching.web;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.CoachingService;
import org.headcoach.coaching.PlanRow;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The plans of one month, of everybody whom the reader may see; a rep sees the own plans of all months. */
@Named
@ViewScoped
public class PlansView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private CoachingService coaching;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	private List<PlanRow> rows;
	private List<PlanRow> filtered;
	private boolean own;

	@PostConstruct
	void load() {
		own = !here.may("SEE_LINE") && here.getActor().personId() != null;
		rows = own ? coaching.planHistory(here.getActor().personId()) : coaching.plans(CoachingMonth.after(here.getMonth()), here.getTeamId());
	}

	public List<PlanRow> getRows() {
		return rows;
	}

	public List<PlanRow> getFiltered() {
		return filtered;
	}

	public void setFiltered(List<PlanRow> filtered) {
		this.filtered = filtered;
	}

	/** Whether the list is the reader's own plans. */
	public boolean isOwn() {
		return own;
	}

	public String getAnswer() {
		var month = CoachingMonth.after(here.getMonth());
		if (own) {
			return Messages.html(here.getLocale(), "coaching.plans.answer.own", rows.size());
		}
		var agreed = rows.stream().filter(PlanRow::isAgreed).count();
		var skills = rows.stream().map(PlanRow::skillName).filter(Objects::nonNull).distinct().count();
		return rows.isEmpty() ? Messages.html(here.getLocale(), "coaching.plans.answer.none", wording.month(month))
				: Messages.html(here.getLocale(), "coaching.plans.answer", agreed, rows.size(), wording.month(month), skills);
	}

	public String kind(PlanRow row) {
		return switch (row.status()) {
			case AGREED -> "done";
			case DRAFT -> "open";
			case SENT_BACK -> "look";
		};
	}
}
