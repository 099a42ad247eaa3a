package org.headcoach.home;

import static org.headcoach.people.Permission.APPROVE_PAY;
import static org.headcoach.people.Permission.BE_SIGNED_IN;
import static org.headcoach.people.Permission.COACH_TEAM;
import static org.headcoach.people.Permission.EDIT_ACCOUNTS;
import static org.headcoach.people.Permission.IMPORT_DATA;
import static org.headcoach.people.Permission.INSPECT_PLANS;
import static org.headcoach.people.Permission.INTERVIEW;
import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_CONTESTS;
import static org.headcoach.people.Permission.SEE_LINE;
import static org.headcoach.people.Permission.RUN_PAY;
import static org.headcoach.people.Permission.SEE_OWN_MONTH;
import static org.headcoach.people.Permission.SEE_OWN_PAY;
import static org.headcoach.people.Permission.TAKE_EXAMS;
import static org.headcoach.people.Permission.TRAIN;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.CoachingService;
import org.headcoach.coaching.CoachingTimeService;
import org.headcoach.coaching.EffectService;
import org.headcoach.coaching.InspectionPage;
import org.headcoach.coaching.InspectionPage.DirectorLine;
import org.headcoach.coaching.InspectionPage.DirectorState;
import org.headcoach.coaching.InspectionPage.ManagerLine;
import org.headcoach.coaching.InspectionPage.RepLine;
import org.headcoach.coaching.InspectionPage.RepState;
import org.headcoach.coaching.InspectionService;
import org.headcoach.coaching.MonthRhythm;
import org.headcoach.coaching.PlanPage;
import org.headcoach.coaching.PlanRow;
import org.headcoach.coaching.PlanStatus;
import org.headcoach.coaching.SelfReviewRow;
import org.headcoach.coaching.engine.CoachingLoad;
import org.headcoach.home.TodayItem.Names;
import org.headcoach.compensation.PayService;
import org.headcoach.compensation.TownMeetingService;
import org.headcoach.contests.ContestService;
import org.headcoach.contests.Phase;
import org.headcoach.hiring.CardState;
import org.headcoach.hiring.ScorecardService;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.training.CertificationService;
import org.headcoach.training.ClassService;
import org.headcoach.training.ExamService;
import org.headcoach.training.SittingService;
import org.headcoach.training.SurveyService;
import org.headcoach.training.TaskState;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * What does somebody have to do today? Each right adds its own lines, so somebody with two roles sees both; the topics answer with the rights that
 * their pages have.
 */
@ApplicationScoped
@Transactional
public class TodayService {

	/** Activities that are due within so many days stand on the page. */
	private static final int DAYS_AHEAD = 7;

	@PersistenceContext
	private EntityManager em;

	@Inject
	private CurrentActor current;

	@Inject
	private MenuCounts menu;

	@Inject
	private Reach reach;

	@Inject
	private PeopleService people;

	@Inject
	private CoachingService coaching;

	@Inject
	private InspectionService inspections;

	@Inject
	private CoachingTimeService times;

	@Inject
	private EffectService effects;

	@Inject
	private MonthlyFigures figures;

	@Inject
	private PayService pay;

	@Inject
	private TownMeetingService meetings;

	@Inject
	private ContestService contests;

	@Inject
	private ScorecardService cards;

	@Inject
	private ExamService exams;

	@Inject
	private SittingService sittings;

	@Inject
	private CertificationService certifications;

	@Inject
	private SurveyService surveys;

	@Inject
	private ClassService classes;

	/** The reader's own front page. Everybody. */
	@Needs(BE_SIGNED_IN)
	public TodayPage today() {
		var before = menu.changes();
		var today = people.today();
		var month = CoachingMonth.of(today);
		var rhythm = coaching.rhythm(month);
		var board = board(month);
		var items = items(month, rhythm, board);
		menu.keep(current.get().accountId(), counts(items, board), before);
		if (current.get().may(SEE_COMPANY)) {
			effect(items, month);
		}
		var urgent = Stream.concat(items.stream().filter(TodayItem::todo), items.stream().filter(item -> !item.todo())).toList();
		return new TodayPage(today, urgent, today.isAfter(rhythm.dayOne()) ? coaching.rhythm(new CoachingMonth(month.month().plusMonths(1))).dayOne() : rhythm.dayOne());
	}

	/**
	 * What the menu counts.
	 *
	 * @param todo things that wait for the reader
	 * @param plansAgreed of {@code plans} this month
	 * @param plans one for each rep below; 0 for whoever leads nobody
	 * @param payQuestions that wait for the reader's answer
	 * @param interviews whether the reader has a seat in one, whatever the role
	 */
	public record Counts(long todo, long plansAgreed, long plans, long payQuestions, boolean interviews) {
	}

	/** What the menu counts; the plans come from the board that the list of things to do is made of. Everybody. */
	@Needs(BE_SIGNED_IN)
	public Counts counts() {
		var month = CoachingMonth.of(people.today());
		var board = board(month);
		return counts(items(month, coaching.rhythm(month), board), board);
	}

	private Counts counts(List<TodayItem> items, InspectionPage board) {
		var actor = current.get();
		var managers = board == null ? List.<InspectionPage.ManagerLine>of() : board.allManagers();
		return new Counts(items.stream().filter(TodayItem::todo).count(), managers.stream().mapToLong(InspectionPage.ManagerLine::agreed).sum(),
				managers.stream().mapToLong(manager -> manager.reps().size()).sum(),
				actor.may(APPROVE_PAY) || actor.may(RUN_PAY) ? pay.questionsToAnswer() : 0, actor.may(INTERVIEW) && cards.interviews());
	}

	/** The month's chain as the reader sees it; null for whoever is no part of it. */
	private InspectionPage board(CoachingMonth month) {
		var actor = current.get();
		return actor.may(COACH_TEAM) || actor.may(INSPECT_PLANS) || actor.may(SEE_COMPANY) ? inspections.board(month) : null;
	}

	private List<TodayItem> items(CoachingMonth month, MonthRhythm rhythm, InspectionPage board) {
		var items = new ArrayList<TodayItem>();
		var actor = current.get();
		if (isRep(actor, month)) {
			rep(items, actor.personId(), month, rhythm);
		}
		if (board != null) {
			if (actor.may(COACH_TEAM)) {
				manager(items, board, month, rhythm);
			}
			if (actor.may(INSPECT_PLANS)) {
				director(items, board);
				vp(items, board);
			}
		}
		pay(items, actor);
		if (actor.may(SEE_LINE) || actor.may(SEE_COMPANY) || actor.may(IMPORT_DATA)) {
			dataAge(items, actor, month.figures());
		}
		if (actor.may(IMPORT_DATA)) {
			imports(items);
		}
		if (actor.may(EDIT_ACCOUNTS)) {
			accounts(items);
		}
		townMeetings(items);
		contests(items, actor);
		hiring(items);
		exams(items, actor);
		certifications(items);
		surveys.toAnswer().forEach(survey -> items.add(TodayItem.todo("survey", "open", "/training/survey?survey=" + survey.id(), survey.title(), survey.closesOn())));
		classes(items);
		return items;
	}

	private boolean isRep(Actor actor, CoachingMonth month) {
		var place = actor.may(SEE_OWN_MONTH) ? reach.in(month.month()).of(actor.personId()) : null;
		return place != null && place.role() == Role.REP;
	}

	// ---- a rep

	private void rep(List<TodayItem> items, long personId, CoachingMonth month, MonthRhythm rhythm) {
		var query = "?month=" + month.figures();
		var sent = coaching.ownSelfReview(month).map(SelfReviewRow::submittedAt).orElse(null);
		if (sent == null) {
			coaching.ownReminder(month).ifPresentOrElse(
					reminder -> items.add(TodayItem.todo("review-reminded", "waiting", "/coaching/my-month" + query, month.figures(), reminder.sentBy())),
					() -> items.add(TodayItem.todo(rhythm.isReviewLate() ? "review-late" : "review", "waiting", "/coaching/my-month" + query, month.figures(),
							rhythm.reviewsDue())));
		}
		var plan = coaching.planFor(personId, month).orElse(null);
		if (sent != null && (plan == null || plan.edition() == 0)) {
			items.add(TodayItem.toKnow("review-in", "done", "/coaching/my-month" + query, month.figures()));
		}
		if (plan == null) {
			return;
		}
		talk(items, plan.talkAt(), plan.managerName(), "/coaching/side-by-side?person=" + personId + "&month=" + month.figures(), plan.status());
		if (plan.status() == PlanStatus.SENT_BACK) {
			items.add(TodayItem.toKnow("own-plan-sent-back", "refused", "/coaching/plan?id=" + plan.id(), plan.sentBackReason()));
		}
		if (plan.edition() > 0) {
			var until = people.today().plusDays(DAYS_AHEAD);
			plan.activities().stream().filter(activity -> !activity.isDone() && !activity.dueOn().isAfter(until)).forEach(activity -> items.add(activity(activity, plan)));
			items.add(TodayItem.toKnow("own-plan", "open", "/coaching/plan?id=" + plan.id(), plan.skillName(), plan.done(), plan.planned()));
		}
	}

	private TodayItem activity(PlanPage.Activity activity, PlanPage plan) {
		var late = activity.dueOn().isBefore(people.today());
		return TodayItem.todo(late ? "activity-late" : "activity", late ? "look" : "open", "/coaching/plan?id=" + plan.id(), activity.left(), activity.what(), activity.dueOn());
	}

	private void talk(List<TodayItem> items, LocalDateTime talkAt, String with, String link, PlanStatus status) {
		if (talkAt != null && status.isOpen() && talkAt.toLocalDate().equals(people.today())) {
			items.add(TodayItem.todo("talk", "open", link, with, talkAt));
		}
	}

	// ---- a manager

	private void manager(List<TodayItem> items, InspectionPage board, CoachingMonth month, MonthRhythm rhythm) {
		var own = board.managers().stream().filter(line -> Objects.equals(line.personId(), current.get().personId())).findFirst().orElse(null);
		if (own == null) {
			return;
		}
		var team = "/coaching/my-team?month=" + month.figures();
		own.in(RepState.SENT_BACK).forEach(rep -> items.add(TodayItem.todo("plan-sent-back", "refused", "/coaching/plan?id=" + rep.planId(), rep.name(), rep.sentBackReason())));
		var rows = coaching.plans(month, null);
		rows.stream().filter(row -> row.talkAt() != null).sorted(java.util.Comparator.comparing(PlanRow::talkAt)).forEach(row -> talk(items, row.talkAt(), row.personName(),
				"/coaching/side-by-side?person=" + row.personId() + "&month=" + month.figures(), row.status()));
		people(items, rhythm.isPlanLate() ? "agree-late" : "agree", rhythm.isPlanLate() ? "look" : "open", team, own.in(RepState.READY));
		people(items, rhythm.isReviewLate() ? "reviews-late" : "reviews", "waiting", team, own.in(RepState.WAITING));
		var due = times.checkInsDue(month);
		if (!due.isEmpty()) {
			items.add(TodayItem.todo("check-ins", "open", due.size() == 1 ? "/coaching/plan?id=" + due.get(0).id() : "/coaching/plans?month=" + month.figures(),
					new Names(due.stream().map(PlanRow::personName).toList()), due.size()));
		}
		times.load(month.month()).managers().stream().filter(load -> load.personId() == own.personId() && load.load().hoursPerRepAndWeek() != null).findFirst()
				.ifPresent(load -> items.add(TodayItem.toKnow("load", load.load().fit() == CoachingLoad.Fit.BELOW ? "look" : "done", "/coaching/time?month=" + month.figures(), load.load().hoursPerRepAndWeek(),
						CoachingLoad.LEAST_HOURS, CoachingLoad.MOST_HOURS)));
	}

	private static void people(List<TodayItem> items, String key, String state, String link, List<RepLine> reps) {
		if (!reps.isEmpty()) {
			items.add(TodayItem.todo(key, state, link, new Names(reps.stream().map(RepLine::name).toList()), reps.size()));
		}
	}

	// ---- a director

	private void director(List<TodayItem> items, InspectionPage board) {
		var link = "/coaching/inspection?month=" + board.month().figures();
		if (board.own() != null && !board.own().isAccepted() && !board.ownToInspect().isEmpty()) {
			items.add(TodayItem.todo("inspect-again", "refused", link, board.own().inspectedBy(), board.own().reason()));
		}
		var waiting = board.ownToInspect();
		if (!waiting.isEmpty() && board.isDirectorsTurn()) {
			items.add(TodayItem.todo(board.isDirectorLate() ? "inspect-late" : "inspect", board.isDirectorLate() ? "look" : "open", link, waiting.size()));
		} else if (!waiting.isEmpty()) {
			items.add(TodayItem.toKnow("inspect-from", "waiting", link, waiting.size(), board.directorsBegin().toLocalDate()));
		}
		if (board.own() != null && board.own().isAccepted() && waiting.isEmpty()) {
			items.add(TodayItem.toKnow("inspection-accepted", "done", link, board.own().inspectedBy()));
		}
		late(items, board.managers().stream().filter(ManagerLine::mayInspect).toList(), board, link);
	}

	private static void late(List<TodayItem> items, List<ManagerLine> managers, InspectionPage board, String link) {
		if (board.isPlanLate()) {
			var late = managers.stream().filter(manager -> !manager.notAgreed().isEmpty()).toList();
			if (!late.isEmpty()) {
				items.add(TodayItem.toKnow("managers-late", "look", link, new Names(late.stream().map(ManagerLine::name).toList()), late.size(),
						late.stream().mapToInt(manager -> manager.notAgreed().size()).sum()));
			}
		}
	}

	// ---- a VP

	private void vp(List<TodayItem> items, InspectionPage board) {
		if (board.directors().isEmpty()) {
			return;
		}
		var link = "/coaching/inspection?month=" + board.month().figures();
		var ready = board.directors().stream().filter(line -> line.mayInspect() && line.state() == DirectorState.READY).toList();
		if (!ready.isEmpty()) {
			var key = !board.isVpsTurn() ? "directors-ready-from" : board.isVpLate() ? "directors-ready-late" : "directors-ready";
			items.add(new TodayItem(key, List.of(names(ready), ready.size(), board.vpBegins()), link, board.isVpLate() ? "look" : "open", board.isVpsTurn()));
		}
		var late = board.lateDirectors();
		if (!late.isEmpty()) {
			items.add(TodayItem.toKnow("directors-late", "look", link, names(late), late.size()));
		}
		late(items, board.directors().stream().flatMap(director -> director.managers().stream()).toList(), board, link);
		var accepted = board.directors().stream().filter(line -> line.state() == DirectorState.ACCEPTED).count();
		items.add(TodayItem.toKnow("directors", accepted == board.directors().size() ? "done" : "open", link, accepted, board.directors().size()));
	}

	private static Names names(List<DirectorLine> lines) {
		return new Names(lines.stream().map(DirectorLine::name).toList());
	}

	private void effect(List<TodayItem> items, CoachingMonth month) {
		var all = effects.page(month.figures()).all();
		if (all.improvement() != null) {
			items.add(TodayItem.toKnow("effect-" + all.verdict(), "open", "/coaching/effect?month=" + month.figures(), all.measured(), Math.round(all.improvement() * 100)));
		}
	}

	// ---- everybody who is invited

	/** It waits until the reader has said something, then it is there to be read. */
	private void townMeetings(List<TodayItem> items) {
		meetings.waiting().forEach(meeting -> items.add(new TodayItem(meeting.spoken() ? "town-meeting-spoken" : "town-meeting", List.of(meeting.title(), meeting.commentsUntil()),
				"/compensation/town-meeting?meeting=" + meeting.id(), "open", !meeting.spoken())));
	}

	// ---- contests

	/** Those the reader plays in or runs: one that goes on, one that starts soon, one that waits to be settled. */
	private void contests(List<TodayItem> items, Actor actor) {
		if (!actor.may(SEE_CONTESTS)) {
			return;
		}
		for (var row : contests.contests()) {
			var page = "/contests/contest?contest=" + row.id();
			if (row.phase() == Phase.ENDED && row.mayRun()) {
				items.add(TodayItem.todo("contest-settle", "waiting", "/contests/settle?contest=" + row.id(), row.title()));
			} else if (row.phase() == Phase.RUNNING && (row.playing() || row.mayRun())) {
				items.add(TodayItem.toKnow("contest-running", "open", page, row.title(), row.last()));
			} else if (row.phase() == Phase.ANNOUNCED && row.playing()) {
				items.add(TodayItem.toKnow("contest-announced", "open", page, row.title(), row.first()));
			}
		}
	}

	// ---- hiring

	/** Cards that are owed, and the next interview. */
	private void hiring(List<TodayItem> items) {
		if (!current.get().may(INTERVIEW)) {
			return;
		}
		for (var row : cards.myInterviews()) {
			if (row.isDue()) {
				items.add(TodayItem.todo("card-owed", "waiting", "/hiring/scorecard?seat=" + row.seatId(), row.candidate()));
			} else if (!row.over() && row.cardState() != CardState.SUBMITTED) {
				items.add(TodayItem.toKnow("interview", "open", "/hiring/scorecard?seat=" + row.seatId(), row.candidate(), people.company().dayOf(row.startsAt())));
			}
		}
	}

	// ---- exams

	/** Those that wait for the reader to sit them, and those that wait to be marked by the reader. */
	private void exams(List<TodayItem> items, Actor actor) {
		if (actor.may(TAKE_EXAMS)) {
			for (var exam : sittings.mine()) {
				if (exam.next() == SittingService.Next.RESUME) {
					items.add(TodayItem.todo("exam-running", "open", "/training/attempt?attempt=" + exam.attemptId(), exam.title()));
				} else if (exam.next() == SittingService.Next.START && !Boolean.TRUE.equals(exam.passed())) {
					var late = exam.dueOn() != null && exam.dueOn().isBefore(people.today());
					items.add(TodayItem.todo(exam.dueOn() == null ? "exam" : late ? "exam-late" : "exam-due", late ? "look" : "open", "/training/exams", exam.title(), exam.questions(),
							exam.minutes(), exam.dueOn()));
				}
			}
		}
		if (actor.may(TRAIN)) {
			var waiting = exams.toMark();
			if (!waiting.isEmpty()) {
				items.add(TodayItem.todo("exams-to-mark", "waiting", "/training/manage", waiting.size(), waiting.get(0).person()));
			}
		}
	}

	/** Cards of role plays that are over, the own role play that is planned, or else what comes next on the own path. */
	private void certifications(List<TodayItem> items) {
		var own = certifications.mine();
		own.toScore().stream().filter(row -> !row.meetsAt().toLocalDate().isAfter(people.today()))
				.forEach(row -> items.add(TodayItem.todo("role-play-to-score", "waiting", "/training/card?assessment=" + row.id(), row.person(), row.title())));
		own.planned().forEach(row -> items.add(TodayItem.toKnow(row.meetsAt().toLocalDate().isBefore(people.today()) ? "role-play-was" : "role-play", "open",
				"/training/role-play?assessment=" + row.id(), row.title(), row.meetsAt().toLocalDate())));
		var next = own.path() == null || !own.planned().isEmpty() ? null : own.path().next();
		if (next != null) {
			items.add(TodayItem.toKnow(next.late() ? "certification-late" : "certification-next", "open", "/training/my-certifications", own.titleOf(next.step().certificationId()), next.dueOn()));
		}
	}

	// ---- classes

	/** Sessions of today, tasks that cannot wait, and what waits for who trains or teaches. */
	private void classes(List<TodayItem> items) {
		if (!current.get().may(TAKE_EXAMS) && !current.get().may(TRAIN)) {
			return;
		}
		var found = classes.today();
		found.lessons().forEach(one -> items.add(TodayItem.toKnow(one.lesson().attends() ? "class-teach" : "class-session", "open", "/training/lesson?session=" + one.lesson().id(), one.lesson().title(), one.lesson().starts())));
		found.tasks().forEach(task -> items.add(TodayItem.todo(task.state() == TaskState.AGAIN ? "class-task-again" : task.state() == TaskState.LATE ? "class-task-late" : "class-task",
				task.state() == TaskState.OPEN ? "open" : "look", "/training/task?class=" + task.classId() + "&task=" + task.taskId(), task.title(), task.dueOn())));
		var waiting = found.desk().waiting();
		if (!waiting.isEmpty()) {
			items.add(TodayItem.todo("class-reviews", "waiting", "/training/classes", waiting.size(), waiting.get(0).person()));
		}
		var unattended = found.desk().unattended();
		if (!unattended.isEmpty()) {
			items.add(TodayItem.todo("class-attendance", "look", unattended.size() == 1 ? "/training/lesson?session=" + unattended.get(0).lessonId() : "/training/classes", unattended.size(), unattended.get(0).title()));
		}
	}

	// ---- pay

	private void pay(List<TodayItem> items, Actor actor) {
		var questions = actor.may(APPROVE_PAY) || actor.may(RUN_PAY) ? pay.questionsToAnswer() : 0;
		if (questions > 0) {
			items.add(TodayItem.todo("pay-questions", "waiting", "/compensation/questions", questions));
		}
		var plans = actor.may(SEE_OWN_PAY) ? pay.plansToAccept() : List.<String>of();
		if (!plans.isEmpty()) {
			items.add(TodayItem.todo("pay-plan", "waiting", "/compensation/plan-document", plans.size(), plans.get(0)));
		}
	}

	// ---- the data

	private void dataAge(List<TodayItem> items, Actor actor, YearMonth wanted) {
		var link = actor.may(IMPORT_DATA) ? "/pipeline/imports" : "/pipeline/figures";
		var last = figures.months().map(MonthlyFigures.Range::last).orElse(null);
		if (last == null) {
			items.add(new TodayItem("no-data", List.of(), link, "look", actor.may(IMPORT_DATA)));
		} else if (last.isBefore(wanted)) {
			items.add(new TodayItem("stale-data", List.of(last, wanted), link, "look", actor.may(IMPORT_DATA)));
		}
	}

	// ---- an administrator

	private void imports(List<TodayItem> items) {
		var due = figures.asOf().monthsDue();
		if (due > 0) {
			items.add(TodayItem.toKnow("months-due", "waiting", "/pipeline/figures", due));
		}
		em.createNativeQuery("select file_name, status, count_new, count_changed, count_rejected, created_at from import_batch order by created_at desc, id desc")
				.setMaxResults(1).getResultList().stream().findFirst().ifPresent(found -> {
					var row = (Object[]) found;
					var rejected = ((Number) row[4]).longValue();
					items.add(new TodayItem("import-" + (rejected > 0 ? "rejected" : "last"), List.of(row[0], ((Number) row[2]).longValue() + ((Number) row[3]).longValue(), rejected),
							"/pipeline/imports", rejected > 0 ? "look" : "done", rejected > 0));
				});
	}

	private void accounts(List<TodayItem> items) {
		var waiting = ((Number) em.createNativeQuery("select count(*) from account where active = true and password_hash is null").getSingleResult()).longValue();
		if (waiting > 0) {
			items.add(TodayItem.todo("accounts", "waiting", "/people/accounts", waiting));
		}
	}
}
