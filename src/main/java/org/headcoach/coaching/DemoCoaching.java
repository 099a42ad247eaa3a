package org.headcoach.coaching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.headcoach.coaching.engine.CoachingDays;
import org.headcoach.coaching.engine.MetricKind;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.DemoTime;
import org.headcoach.people.Line;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * What the people of the demo company said and agreed in the last months, so that the coaching pages are not empty. It goes through
 * {@link CoachingService} as those people on those days: every rule holds for it, and every plan has the evidence of its month.
 * Nothing in it is random; loading it into the same figures gives the same plans.
 */
@ApplicationScoped
public class DemoCoaching {

	private static final int PAST_MONTHS = 4;

	/** In the current month most managers are done; Elena Varga's team, which the demo account sees, stands in the middle of its first day. */
	private static final String TEAM_IN_THE_MIDDLE = "Harbor";
	private static final Set<String> AGREED_THERE = Set.of("Sofia Brandt", "Lucia Ferrer");
	private static final Set<String> MISSING_THERE = Set.of("Jonas Weber", "Tom Whitaker");

	private static final Map<String, String[]> SEES = Map.of(
			"VOLUME", new String[] {"I work fewer leads than most of the team.", "My bar is among the short ones, and has been for a while."},
			"CONNECTS", new String[] {"I try the most people and reach the fewest.", "Many dials, few talks. The others get more out of each list."},
			"DISCOVERIES", new String[] {"People answer, and then they do not book.", "I am behind the others from the first talk to a discovery call."},
			"DEMOS", new String[] {"My discovery calls stop too often before a demo.", "A bit under the middle from discovery to demo."},
			"CUSTOMERS", new String[] {"I am last on demos to customers, and not by a little. So it is not the number of demos.", "My demos are many, my customers are not."},
			"MRR_PER_CUSTOMER", new String[] {"My customers are the smallest of the team.", "I win as often as others, for less."},
			"OTHER", new String[] {"I am about where the others are.", "Nothing here that I would worry about."});

	private static final Map<String, String[]> WHY = Map.of(
			"VOLUME", new String[] {"The day fills up with follow-ups before I start to call.", "I put prospecting off until the afternoon, and then it is gone."},
			"CONNECTS", new String[] {"I go through the list without looking anybody up first.", "I call when I have time, not when they have."},
			"DISCOVERIES", new String[] {"I talk about us too early.", "I ask for the meeting before they have said what bothers them."},
			"DEMOS", new String[] {"I do not get to a number with them.", "I ask about tools, not about goals."},
			"CUSTOMERS", new String[] {"I talk to users, Sofia talks to the person who signs.", "I let them go with 'next quarter'."},
			"MRR_PER_CUSTOMER", new String[] {"I name the price too early and then I give way.", "I sell to one department and stop."},
			"OTHER", new String[] {"I do the same as everybody here.", "It was a steady month."});

	private static final String[] HOW = {"Busy, and thin at the end.", "Better than the month before, and still not where I want it.", "A steady month with a slow first week.",
			"Good start, then two weeks in which nothing closed.", "Loud. I was on the phone more than in the last quarter."};

	private static final String[] WELL = {"Discovery. Buyers give me numbers now, nearly every talk starts from their own goal.", "I kept my calling blocks in three weeks of four.",
			"Two deals came back that I had given up.", "My notes are in the CRM on the same day.", "The role plays helped, I hear myself ask instead of tell."};

	private static final String[] IMPROVE = {"Deals stop after the demo. They say 'next quarter' and I let them.", "I start the day in the mailbox.", "I prepare too little before I dial.",
			"I give discounts before anybody asks twice.", "I do not ask who else has to agree."};

	private static final String[] HELP = {"Sit with me on two calls and tell me where I lose them.", "Listen to three recordings with me.", "Play the buyer with me before the big ones.",
			"Remind me of my blocks, and keep them free of meetings.", "Show me how the others do it."};

	private static final String[] CHECK_INS = {"Two reviews done. The opening question comes, the second one does not yet.", "Listened to one demo together: nobody asked who decides. Next time it is the first question.",
			"Shadowed a colleague, wrote down three sentences to try.", "Role play went well. On the phone it is still the old way after five minutes.", "The week was full, one activity moves to next week."};

	private static final String[] TALK = {"Both hear the same thing in the recordings.", "The figures and the recordings agree.", "Agreed that one thing is enough for a month."};

	@PersistenceContext
	private EntityManager em;

	@Inject
	private CoachingService coaching;

	@Inject
	private Diagnoses diagnoses;

	@Inject
	private PeopleService people;

	@Inject
	private Reach reach;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	@Inject
	private DemoTime time;

	private ZoneId zone;
	private Instant now;
	private Map<String, List<SkillRow>> library;

	/** Fills the current coaching month and the ones before, unless there are plans already. Needs the company, its people and its figures. */
	@Transactional
	@ActivateRequestContext
	public void load() {
		if (em.createQuery("select count(p) from CoachingPlan p", Long.class).getSingleResult() > 0) {
			return;
		}
		zone = people.company().zone();
		now = clock.now();
		library = new HashMap<>();
		current.as(Actor.SYSTEM, coaching::activeSkills).forEach(skill -> library.computeIfAbsent(skill.metric(), metric -> new java.util.ArrayList<>()).add(skill));
		time.during(() -> {
			var thisMonth = CoachingMonth.of(people.today());
			for (int back = PAST_MONTHS; back >= 0; back--) {
				load(new CoachingMonth(thisMonth.month().minusMonths(back)), back);
				em.flush();
				em.clear();
			}
		});
	}

	private void load(CoachingMonth month, int back) {
		var days = CoachingDays.about(month.figures(), diagnoses.calendar(), zone);
		var line = reach.in(month.month());
		int number = 0;
		for (var manager : line.everybodyIn(Role.MANAGER)) {
			var reps = line.directReportsOf(manager.personId()).stream().filter(place -> place.role() == Role.REP)
					.sorted(Comparator.comparing(Line.Place::name)).toList();
			var talk = days.dayOne().atTime(13, 0);
			for (var rep : reps) {
				number++;
				if (back > 0 && (number + back) % 6 == 0 || rep.startedOn().isAfter(days.dayOne())) {
					continue;
				}
				talk = rep(month, back, days, manager, rep, number, talk);
			}
			time(month, manager, reps, number);
		}
	}

	/** Returns when the next talk can begin. */
	private LocalDateTime rep(CoachingMonth month, int back, CoachingDays days, Line.Place manager, Line.Place rep, int number, LocalDateTime talk) {
		var middle = back == 0 && TEAM_IN_THE_MIDDLE.equals(rep.teamName());
		var metric = metric(month, rep, number);
		var skill = library.get(metric).get((number + back) % library.get(metric).size());
		var asRep = new Actor(null, rep.name(), AccountRole.REP, rep.personId(), null);
		var asManager = new Actor(null, manager.name(), AccountRole.MANAGER, manager.personId(), null);
		if (middle && MISSING_THERE.contains(rep.name())) {
			return talk;
		}
		time.at(days.dayOne().atTime(8, 20).plusMinutes(number * 7L % 150));
		current.as(asRep, () -> {
			coaching.submitSelfReview(review(month, metric, skill, number + back));
			return null;
		});
		if (middle && !AGREED_THERE.contains(rep.name())) {
			var when = talk.plusMinutes(30);
			time.at(days.dayOne().atTime(11, 30));
			current.as(asManager, () -> {
				coaching.arrangeTalk(rep.personId(), month, when);
				return null;
			});
			return talk.plusMinutes(45);
		}
		if (back == 0 && !middle && number % 9 == 4) {
			return talk;
		}
		time.at(talk);
		current.as(asManager, () -> {
			plan(month, rep, skill, number, back, days);
			return null;
		});
		return talk.plusMinutes(35);
	}

	/** What the figures would suggest, as long as the library knows a skill for it; else the rep's weakest conversion. */
	private String metric(CoachingMonth month, Line.Place rep, int number) {
		var diagnosis = diagnoses.of(month);
		var suggested = diagnosis.of(rep.personId()).stream().flatMap(d -> d.suggestions().stream()).map(s -> s.metric().code()).filter(library::containsKey).findFirst();
		if (suggested.isPresent()) {
			return suggested.get();
		}
		var conversions = diagnosis.findings(rep.personId()).stream().filter(f -> f.kind() == MetricKind.CONVERSION && library.containsKey(f.metric())).toList();
		return conversions.stream().filter(f -> f.estimate() != null && f.peerMedian() != null && f.n() > 0).min(Comparator.comparing(f -> f.estimate() / f.peerMedian()))
				.map(FindingRow::metric).orElse(conversions.isEmpty() ? library.keySet().iterator().next() : conversions.get(number % conversions.size()).metric());
	}

	private WriteSelfReview review(CoachingMonth month, String metric, SkillRow skill, int number) {
		var looks = new HashMap<String, WriteSelfReview.Look>();
		looks.put(metric, new WriteSelfReview.Look(pick(SEES.get(topic(metric)), number), pick(WHY.get(topic(metric)), number)));
		library.keySet().stream().filter(other -> !other.equals(metric) && other.startsWith("CONVERSION")).sorted().limit(1 + number % 2)
				.forEach(other -> looks.put(other, new WriteSelfReview.Look(pick(SEES.get("OTHER"), number), pick(WHY.get("OTHER"), number))));
		return new WriteSelfReview(month, null, pick(HOW, number), pick(WELL, number * 3 + 1), pick(IMPROVE, number * 2 + 1), looks, number % 4 == 0 ? null : skill.id(),
				number % 4 == 0 ? "Something about " + skill.name().toLowerCase(java.util.Locale.ENGLISH) : null, pick(HELP, number));
	}

	private static String topic(String metric) {
		var last = metric.substring(metric.lastIndexOf(':') + 1);
		var topic = metric.startsWith("VOLUME") ? "VOLUME" : last;
		return SEES.containsKey(topic) ? topic : "OTHER";
	}

	private static String pick(String[] texts, int number) {
		return texts[Math.floorMod(number, texts.length)];
	}

	private void plan(CoachingMonth month, Line.Place rep, SkillRow skill, int number, int back, CoachingDays days) {
		var id = coaching.beginPlan(rep.personId(), month);
		var plan = em.find(CoachingPlan.class, id);
		coaching.chooseSkill(id, plan.version(), skill.id());
		coaching.changePlan(new ChangeCoachingPlan(id, plan.version(), howDecided(plan.evidence()), target(plan), month.month(), month.month().plusMonths(1)));
		var first = plan.activities().get(0);
		coaching.putActivity(new PutPlanActivity(id, plan.version(), first.id(), first.kind(), first.what(), first.plannedCount(), thursday(month, 2)));
		if (number % 3 == 0) {
			coaching.noteTalk(id, null, pick(TALK, number));
		}
		coaching.agree(new AgreeCoachingPlan(id, plan.version()));
		coaching.notePrivately(id, null, number % 2 == 0 ? "Keep the Thursday slot free for this." : null, number % 4 == 0);
		for (int week = 1; week <= 3; week++) {
			var day = thursday(month, week);
			var held = day.atTime(16, 0);
			if (held.atZone(zone).toInstant().isAfter(now) || (number + week) % 4 == 0 && back > 0) {
				continue;
			}
			time.at(held);
			coaching.checkIn(new HoldCheckIn(id, day, pick(CHECK_INS, number + week), 25 + 5 * (number % 3)));
			for (var activity : plan.activities()) {
				// one in three leaves something undone, which the next plan can take over
				int reached = activity.plannedCount() * week / 3 - (number % 3 == 0 && activity.ordinal() > 1 ? 1 : 0);
				coaching.tick(id, activity.id(), Math.max(activity.doneCount(), Math.max(0, reached)));
			}
		}
	}

	private static String howDecided(Evidence evidence) {
		if (evidence.n() == 0 || evidence.value() == null) {
			return "There are few figures yet. Both of us heard it in the recordings.";
		}
		if (evidence.rate()) {
			return "%d of %d in three months, the peers' median is %d %%. We listened to recordings and heard the same.".formatted(
					Math.round(evidence.successes()), evidence.n(), Math.round(evidence.peers() == null ? 0 : evidence.peers() * 100));
		}
		return "The figure lies on the weak side of the peers over three months, and the recordings say why.";
	}

	/** Two thirds of the way to the peers, or a tenth better where the rep is not behind. */
	private static BigDecimal target(CoachingPlan plan) {
		var proposal = PlanPage.proposedTarget(plan.evidence());
		return proposal == null ? new BigDecimal("0.50").setScale(2, RoundingMode.HALF_UP) : proposal;
	}

	private static LocalDate thursday(CoachingMonth month, int week) {
		return month.first().with(TemporalAdjusters.dayOfWeekInMonth(week, DayOfWeek.THURSDAY));
	}

	/** Call reviews and role plays besides the check-ins: about three hours a rep and week with most managers, half of that with one. */
	private void time(CoachingMonth month, Line.Place manager, List<Line.Place> reps, int number) {
		var coach = em.getReference(Salesperson.class, manager.personId());
		int usual = number % 5 == 0 ? 35 : 75 + number % 3 * 5;
		for (var day = month.first(); !day.isAfter(month.last()); day = day.plusDays(1)) {
			if (day.getDayOfWeek() != DayOfWeek.TUESDAY && day.getDayOfWeek() != DayOfWeek.FRIDAY || !diagnoses.calendar().isWorkingDay(day)
					|| day.atTime(18, 0).atZone(zone).toInstant().isAfter(now)) {
				continue;
			}
			for (var rep : reps) {
				if (rep.startedOn().isAfter(day) || rep.leftOn() != null && rep.leftOn().isBefore(day)) {
					continue;
				}
				var kind = day.getDayOfWeek() == DayOfWeek.TUESDAY ? TimeKind.CALL_REVIEW : rep.personId() % 2 == 0 ? TimeKind.ROLE_PLAY : TimeKind.SIT_IN;
				int minutes = usual + (int) ((rep.personId() + day.getDayOfMonth()) % 4) * 10;
				em.persist(new CoachingTime(coach, em.getReference(Salesperson.class, rep.personId()), day, minutes, kind, null, day.atTime(LocalTime.of(17, 0)).toInstant(ZoneOffset.UTC)));
			}
		}
	}
}
