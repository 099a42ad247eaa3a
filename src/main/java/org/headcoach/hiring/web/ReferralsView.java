package org.headcoach.hiring.web;

import java.io.Serializable;
import java.util.List;

import org.headcoach.hiring.HiringService;
import org.headcoach.hiring.OpeningState;
import org.headcoach.hiring.ReferralState;
import org.headcoach.hiring.SourcingService;
import org.headcoach.shared.BusinessException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A new hire's names, asked about one by one. */
@Named
@ViewScoped
public class ReferralsView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private SourcingService sourcing;

	@Inject
	private HiringService hiring;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private SourcingService.ReferralPage page;
	private List<HiringService.OpeningChoice> openings;
	private String names;
	private String said;
	private Long opening;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = sourcing.referrals(list.number("hire"));
		openings = hiring.openingChoices().stream().filter(row -> row.state() == OpeningState.OPEN).toList();
	}

	/** The name to ask about now; null when all are answered. */
	public SourcingService.NameRow getNext() {
		return page.names().stream().filter(one -> one.state() == ReferralState.TO_ASK).findFirst().orElse(null);
	}

	public String getAnswer() {
		if (page.hireId() == null) {
			return Messages.html(here.getLocale(), "hiring.referrals.answer.choose", page.hires().size());
		}
		return getNext() == null ? Messages.html(here.getLocale(), "hiring.referrals.answer.done", page.hire(), page.good(), page.names().size())
				: Messages.html(here.getLocale(), "hiring.referrals.answer.next", page.hire(), getNext().name());
	}

	public void bring() {
		Done.here("hiring.referrals.brought", sourcing.bring(page.hireId(), names));
	}

	public void say(long nameId, String state) {
		sourcing.answer(nameId, ReferralState.valueOf(state), said);
		Done.here("hiring.referrals.said");
	}

	public void take(long nameId) {
		if (opening == null) {
			throw new BusinessException("hiring.candidate.error.opening");
		}
		sourcing.take(nameId, opening);
		Done.here("hiring.referrals.taken");
	}

	public void forget(long nameId) {
		sourcing.forget(nameId);
		Done.here("hiring.referrals.forgotten");
	}

	public SourcingService.ReferralPage getPage() {
		return page;
	}

	public List<HiringService.OpeningChoice> getOpenings() {
		return openings;
	}

	public String getNames() {
		return names;
	}

	public void setNames(String names) {
		this.names = names;
	}

	public String getSaid() {
		return said;
	}

	public void setSaid(String said) {
		this.said = said;
	}

	public Long getOpening() {
		return opening;
	}

	public void setOpening(Long opening) {
		this.opening = opening;
	}
}
