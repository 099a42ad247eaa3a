package org.headcoach.contests.web;

import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import org.headcoach.contests.ContestPage;
import org.headcoach.contests.ContestService;
import org.headcoach.contests.Phase;
import org.headcoach.contests.SettlementService;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

/** The judge confirms the result; the prize is logged and its photos are shown to everybody. */
@Named
@ViewScoped
public class SettleContestView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** As much as is read of a file; the rule about its size is the service's. */
	private static final int MOST_READ = 12 * 1024 * 1024;

	@Inject
	private ContestService contests;

	@Inject
	private SettlementService settlement;

	@Inject
	private ContestWords words;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private final String formKey = UUID.randomUUID().toString();
	private ContestPage page;
	private SettlementService.Memories memories;
	private List<Long> winners;
	private String judgement;
	private String what;
	private BigDecimal cost;
	private String currency;
	private LocalDate given;
	private String caption;
	private transient Part file;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("contest");
		if (id == null) {
			throw new NotHereException("No contest is asked for");
		}
		var leading = settlement.count(id);
		page = contests.contest(id);
		if (page.phase() != Phase.ENDED && page.phase() != Phase.SETTLED) {
			throw new BusinessException("contests.error.not-ended");
		}
		memories = settlement.memories(id);
		winners = isSettled() ? page.settled().winners() : List.copyOf(leading);
		what = page.prize().what();
		currency = page.prize().currency() == null ? here.getCompany().currency().getCurrencyCode() : page.prize().currency();
		given = here.getToday();
	}

	public void settle() {
		settlement.settle(new SettlementService.SettleContest(page.id(), page.countNo(), new TreeSet<>(winners), judgement));
		Done.at("/contests/contest?contest=" + page.id(), "contests.done.settled");
	}

	public void log() {
		settlement.logPrize(new SettlementService.LogPrize(page.id(), what, cost, currency, given, formKey));
		Done.here("contests.done.prize");
	}

	public void strike(long prizeId) {
		settlement.strikePrize(page.id(), prizeId);
		Done.here("contests.done.struck");
	}

	public void add() throws IOException {
		try (var content = file.getInputStream()) {
			settlement.addPhoto(page.id(), caption, content.readNBytes(MOST_READ));
		}
		Done.here("contests.done.photo");
	}

	public void remove(long photoId) {
		settlement.removePhoto(page.id(), photoId);
		Done.here("contests.done.photo-gone");
	}

	public String getAnswer() {
		return isSettled() ? words.answer(page) : Messages.html(here.getLocale(), "contests.settle.answer", names(winners));
	}

	private String names(List<Long> teams) {
		var names = page.teams().stream().filter(team -> teams.contains(team.id())).map(ContestPage.TeamLine::name).toList();
		return names.isEmpty() ? Messages.text(here.getLocale(), "contests.settle.nobody") : words.all(names);
	}

	public boolean isSettled() {
		return page.phase() == Phase.SETTLED;
	}

	public ContestPage getPage() {
		return page;
	}

	public SettlementService.Memories getMemories() {
		return memories;
	}

	public List<Long> getWinners() {
		return winners;
	}

	public void setWinners(List<Long> winners) {
		this.winners = winners;
	}

	public String getJudgement() {
		return judgement;
	}

	public void setJudgement(String judgement) {
		this.judgement = judgement;
	}

	public String getWhat() {
		return what;
	}

	public void setWhat(String what) {
		this.what = what;
	}

	public BigDecimal getCost() {
		return cost;
	}

	public void setCost(BigDecimal cost) {
		this.cost = cost;
	}

	public String getCurrency() {
		return currency;
	}

	public void setCurrency(String currency) {
		this.currency = currency;
	}

	public LocalDate getGiven() {
		return given;
	}

	public void setGiven(LocalDate given) {
		this.given = given;
	}

	public String getCaption() {
		return caption;
	}

	public void setCaption(String caption) {
		this.caption = caption;
	}

	public Part getFile() {
		return file;
	}

	public void setFile(Part file) {
		this.file = file;
	}
}
