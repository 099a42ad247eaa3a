package org.headcoach.compensation.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.headcoach.compensation.PlanService;
import org.headcoach.compensation.SimulationService;
import org.headcoach.compensation.TownMeetingService;
import org.headcoach.compensation.TownMeetingService.MeetingRow;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Town meetings that the reader may read; with a simulation in the address, who edits plans opens one from it. */
@Named
@ViewScoped
public class TownMeetingsView implements Serializable {

	private static final long serialVersionUID = 1L;

	private static final int DAYS_FOR_COMMENTS = 14;

	@Inject
	private TownMeetingService meetings;

	@Inject
	private SimulationService simulations;

	@Inject
	private PlanService plans;

	@Inject
	private Here here;

	@Inject
	private HttpServletRequest request;

	/** Told apart from other forms, so that a second press of its button opens no second meeting. */
	private final String formKey = UUID.randomUUID().toString();
	private List<MeetingRow> rows;
	private SimulationAddress address;
	private SimulationService.Simulation shown;
	private String title;
	private String reasons;
	private LocalDate until;
	private List<Long> invited;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		rows = meetings.meetings();
		address = SimulationAddress.of(request);
		if (address.isEmpty()) {
			return;
		}
		if (!here.may("EDIT_PLANS")) {
			throw new NotHereException("Only who edits plans opens a meeting");
		}
		shown = simulations.simulate(address.wanted(plans, here.getToday()));
		invited = new ArrayList<>(shown.people().stream().map(SimulationService.PersonLine::personId).toList());
		title = Messages.text(here.getLocale(), "compensation.town.new.title", shown.candidates().get(0).planName());
		until = here.getToday().plusDays(DAYS_FOR_COMMENTS);
	}

	public void open() {
		var id = meetings.open(new TownMeetingService.OpenTownMeeting(title, reasons, address.wanted(plans, here.getToday()), invited, until, formKey));
		Done.at("/compensation/town-meeting?meeting=" + id, "compensation.town.done.opened", invited.size());
	}

	public String getAnswer() {
		if (shown != null) {
			return Messages.html(here.getLocale(), "compensation.town.new.answer", shown.people().size());
		}
		var open = rows.stream().filter(MeetingRow::open).count();
		return rows.isEmpty() ? Messages.html(here.getLocale(), "compensation.towns.answer.none") : Messages.html(here.getLocale(), "compensation.towns.answer", rows.size(), open);
	}

	/** The simulation that it would be opened from. */
	public String getSimulation() {
		return "/compensation/simulation" + address.query();
	}

	/** People whose figure under some candidate is missing. */
	public long getRefused() {
		return shown.people().stream().filter(line -> line.then().stream().anyMatch(pay -> pay.amount() == null)).count();
	}

	public boolean isOpening() {
		return shown != null;
	}

	public SimulationService.Simulation getShown() {
		return shown;
	}

	public List<MeetingRow> getRows() {
		return rows;
	}

	public List<Long> getInvited() {
		return invited;
	}

	public void setInvited(List<Long> invited) {
		this.invited = invited;
	}

	public String getTitle() {
		return title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public String getReasons() {
		return reasons;
	}

	public void setReasons(String reasons) {
		this.reasons = reasons;
	}

	public LocalDate getUntil() {
		return until;
	}

	public void setUntil(LocalDate until) {
		this.until = until;
	}
}
