package org.headcoach.coaching.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.CoachingService;
import org.headcoach.coaching.CoachingTimeService;
import org.headcoach.coaching.LoadPage;
import org.headcoach.coaching.MyTeamPage;
import org.headcoach.coaching.TimeKind;
import org.headcoach.coaching.engine.CoachingLoad;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The coaching time of a month with each rep of a team, against the aim, and where a manager logs it. */
@Named
@ViewScoped
public class CoachingTimeView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private HttpServletRequest request;

	@Inject
	private CoachingService coaching;

	@Inject
	private CoachingTimeService times;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	private MyTeamPage page;
	private Map<Long, String> reps;
	private LocalDate until;
	private List<LoadPage.RepLoad> loads;
	private CoachingLoad together;
	private Long spentWith;
	private SpentTime time;

	@PostConstruct
	void load() {
		page = coaching.myTeam(CoachingMonth.after(here.getMonth()), here.getTeamId());
		var load = times.load(page.month().month());
		var team = page.lines().stream().map(MyTeamPage.Line::personId).toList();
		until = load.last();
		loads = load.repsOf(team);
		together = load.together(team);
		reps = page.isTimeLoggable() ? times.coached(page.month().month()) : Map.of();
		time = new SpentTime(until);
	}

	public void log() {
		times.log(time.with(spentWith));
		Done.here("coaching.time.done.logged", time.getMinutes(), reps.get(spentWith));
	}

	/** How much a rep gets in a week, and whether that is what coaching takes. */
	public String getAnswer() {
		return Messages.html(here.getLocale(), "coaching.time.answer." + together.fit(), wording.hours(together.hoursPerRepAndWeek()));
	}

	/** The team's page that this one belongs to. */
	public String getTeam() {
		return request.getContextPath() + "/coaching/my-team?month=" + here.getMonth() + (here.getTeamId() == null ? "" : "&team=" + here.getTeamId());
	}

	/** Whether there is nobody on the page. */
	public boolean isNobody() {
		return page.lines().isEmpty();
	}

	/** With whom time can be logged, by id: also with who has moved on, for the days before. */
	public Map<Long, String> getReps() {
		return reps;
	}

	/** The coaching time of the month with each rep of the page. */
	public List<LoadPage.RepLoad> getLoads() {
		return loads;
	}

	/** All of it together. */
	public CoachingLoad getTogether() {
		return together;
	}

	public YearMonth getMonth() {
		return page.month().month();
	}

	/** The last day that is counted. */
	public LocalDate getUntil() {
		return until;
	}

	/** A check-in is noted on the plan. */
	public List<TimeKind> getTimeKinds() {
		return wording.timeKinds();
	}

	/** Whether time can still be logged: in the month that runs, and with the own reps. */
	public boolean isLoggable() {
		return page.isTimeLoggable();
	}

	public Long getSpentWith() {
		return spentWith;
	}

	public void setSpentWith(Long spentWith) {
		this.spentWith = spentWith;
	}

	/** The time that is being logged. */
	public SpentTime getTime() {
		return time;
	}
}
