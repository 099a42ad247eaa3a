package org.headcoach.training.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.Assessment;
import org.headcoach.training.AssessmentPage;
import org.headcoach.training.CertificationService;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A role play: who scores when, and once all cards are in what each of them says and what follows. */
@Named
@ViewScoped
public class RolePlayView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A behaviour with the cards side by side; {@code words} are those of the rubric for the score where all agree. */
	public record Line(String name, BigDecimal score, boolean belowFloor, List<AssessmentPage.Score> cells) implements Serializable {
	}

	/** An exit criterion and whether all have seen it met. */
	public record Tick(String wording, String evidence, boolean met) implements Serializable {
	}

	@Inject
	private CertificationService certifications;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private AssessmentPage page;
	private String why;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("assessment");
		if (id == null) {
			throw new NotHereException("No role play is asked for");
		}
		page = certifications.assessment(id);
	}

	public void callOff() {
		certifications.callOff(page.id(), why);
		Done.here("training.cert.done.called-off");
	}

	public void revoke() {
		certifications.revoke(page.certificate().number(), why);
		Done.here("training.cert.done.revoked");
	}

	public String getAnswer() {
		return switch (page.state()) {
			case PLANNED -> Messages.html(here.getLocale(), "training.cert.play.answer.PLANNED", page.person(), page.meetsAt(), page.handedIn(), page.cards().size());
			case CALLED_OFF -> Messages.html(here.getLocale(), "training.cert.play.answer.CALLED_OFF", page.calledOffWhy());
			case SETTLED -> Messages.html(here.getLocale(), "training.cert.play.answer." + (page.result().passed() ? "passed" : page.result().enough() ? "withheld" : "failed"), page.person(), page.result().score(),
					page.rubric().passMark(), getReasons());
		};
	}

	/** What stands in the way of a pass besides the score. */
	public List<String> getReasons() {
		var reasons = new ArrayList<String>();
		if (page.result() != null && !page.result().passed()) {
			if (!page.result().belowFloor().isEmpty()) {
				reasons.add(Messages.text(here.getLocale(), "training.cert.play.floor", page.rubric().floor(), page.result().belowFloor().stream().map(at -> page.rubric().behaviours().get(at).name()).toList()));
			}
			if (!page.result().verified()) {
				reasons.add(Messages.text(here.getLocale(), "training.cert.play.unverified", page.result().unmet().stream().map(at -> page.rubric().criteria().get(at).wording()).toList()));
			}
		}
		return reasons;
	}

	public List<Line> getLines() {
		var lines = new ArrayList<Line>();
		for (int i = 0; page.result() != null && i < page.rubric().behaviours().size(); i++) {
			var at = i;
			lines.add(new Line(page.rubric().behaviours().get(i).name(), page.result().behaviours().get(i), page.result().belowFloor().contains(i), page.cards().stream().map(card -> card.at(at)).toList()));
		}
		return lines;
	}

	public List<Tick> getTicks() {
		var ticks = new ArrayList<Tick>();
		for (int i = 0; page.result() != null && i < page.rubric().criteria().size(); i++) {
			ticks.add(new Tick(page.rubric().criteria().get(i).wording(), page.rubric().criteria().get(i).evidence().name(), !page.result().unmet().contains(i)));
		}
		return ticks;
	}

	public boolean isPlanned() {
		return page.state() == Assessment.State.PLANNED;
	}

	public boolean isOwnOpen() {
		return isPlanned() && page.ownCard() && page.own().handedInAt() == null;
	}

	public AssessmentPage getPage() {
		return page;
	}

	public String getWhy() {
		return why;
	}

	public void setWhy(String why) {
		this.why = why;
	}
}
