package org.headcoach.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.headcoach.people.Accounts;
import org.headcoach.people.Actor;
import org.headcoach.people.AccountRole;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.DemoTime;
import org.headcoach.people.Line;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Role;
import org.headcoach.training.CertificationPage.Behaviour;
import org.headcoach.training.engine.Evidence;
import org.headcoach.training.engine.ExitCriteria.Criterion;
import org.headcoach.training.engine.ResultRule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How the demo company certifies its people: three base certifications, published a year ago; role plays of every rep since, some of which have to be renewed now; and
 * appointments that wait for the trainer. It goes through the services on the days on which it would have happened. Needs the accounts, of which one trains.
 */
@ApplicationScoped
public class DemoCertifications {

	private static final int MONTHS_AGO = 13;

	@Inject
	private CertificationService certifications;

	@Inject
	private ReadinessService readiness;

	@Inject
	private Certifications known;

	@Inject
	private Accounts accounts;

	@Inject
	private PeopleService people;

	@Inject
	private Positions positions;

	@Inject
	private CurrentActor current;

	@Inject
	private DemoTime time;

	/** Certifies the last months, once. */
	public void load() {
		var account = accounts.find("trainer");
		if (account.isEmpty() || !known.latest().isEmpty()) {
			return;
		}
		var trainer = new Actor(account.get().id(), account.get().name(), AccountRole.TRAINER, null, null);
		time.during(() -> current.as(trainer, () -> {
			play(trainer);
			return null;
		}));
	}

	private void play(Actor trainer) {
		var today = people.today();
		var began = today.minusMonths(MONTHS_AGO).withDayOfMonth(1);
		time.at(began.atTime(9, 0));
		var path = List.of(publish(overview()), publish(discovery()), publish(demo()));
		var steps = new ArrayList<ReadinessService.WriteStep>();
		path.forEach(id -> steps.add(new ReadinessService.WriteStep(id, steps.size() + 1, true)));
		readiness.writePath(Role.REP, steps);
		// the same company every time it is loaded
		var dice = new Random(20_261);
		for (var rep : positions.on(today).everybodyIn(Role.REP)) {
			var from = rep.startedOn().isBefore(began) ? began.plusDays(7 + dice.nextInt(20)) : rep.startedOn().plusDays(18);
			var gift = dice.nextInt(10);
			for (int i = 0; i < path.size(); i++) {
				var day = people.calendar().onOrAfter(from.plusMonths(i).plusDays(dice.nextInt(8)));
				if (!day.isBefore(today) || gift == 0 && i == 2) {
					break;
				}
				score(trainer, path.get(i), rep, day, gift, today, dice);
				var again = people.calendar().onOrAfter(day.plusDays(350));
				if (again.isBefore(today) && dice.nextInt(3) > 0) {
					score(trainer, path.get(i), rep, again, 9, today, dice);
				}
			}
		}
		appoint(trainer, path, today);
	}

	/** One role play with one or two evaluators; who does not pass comes again two weeks later. */
	private void score(Actor trainer, long certification, Line.Place rep, LocalDate day, int gift, LocalDate today, Random dice) {
		time.at(day.minusDays(7).atTime(9, 0));
		var evaluators = new TreeSet<String>();
		evaluators.add("account-" + trainer.accountId());
		var line = positions.on(day);
		var place = line.of(rep.personId());
		if (place == null) {
			return;
		}
		var senior = line.everybodyIn(Role.REP).stream().filter(other -> other.personId() != rep.personId() && other.startedOn().isBefore(day.minusYears(1))
				&& !java.util.Objects.equals(other.teamId(), place.teamId())).skip(dice.nextInt(5)).findFirst();
		if (dice.nextInt(2) == 0) {
			senior.ifPresent(other -> evaluators.add("person-" + other.personId()));
		}
		var when = day.atTime(9 + dice.nextInt(7), dice.nextBoolean() ? 0 : 30);
		var id = certifications.appoint(new CertificationService.Appoint(certification, rep.personId(), when, "Training room", evaluators, "demo-" + rep.personId() + "-" + certification + "-" + day.toEpochDay()));
		time.at(when.plusMinutes(45));
		for (var key : evaluators) {
			var actor = key.startsWith("account") ? trainer
					: new Actor(null, line.of(Long.valueOf(key.substring(7))).name(), AccountRole.REP, Long.valueOf(key.substring(7)), null);
			var page = current.as(actor, () -> certifications.assessment(id));
			var scores = new ArrayList<CertificationService.WriteScore>();
			for (int i = 0; i < page.rubric().behaviours().size(); i++) {
				var throwOf = dice.nextInt(10) + (gift + 2) / 3;
				scores.add(new CertificationService.WriteScore(throwOf < 3 ? 5 : throwOf < 8 ? 7 : 10, null));
			}
			var met = new TreeSet<Integer>();
			for (int i = 0; i < page.rubric().criteria().size(); i++) {
				if (gift > 1 || page.rubric().criteria().get(i).evidence() == Evidence.ON_FILE) {
					met.add(i);
				}
			}
			current.as(actor, () -> {
				certifications.handIn(new CertificationService.WriteCard(id, scores, met, "Warm opening, used the buyer’s own words", "Wait two seconds longer before the next question"));
				return null;
			});
		}
		var passes = current.as(trainer, () -> certifications.assessment(id)).certificate() != null;
		var again = people.calendar().onOrAfter(day.plusDays(14));
		if (!passes && gift < 9 && again.isBefore(today)) {
			score(trainer, certification, rep, again, 9, today, dice);
		}
	}

	/** Some of those who have to renew or come next: two whose cards wait, three to come. */
	private void appoint(Actor trainer, List<Long> path, LocalDate today) {
		// the day is still today's, so that what the matrix says is what the pages will say
		time.at(today.atTime(6, 0));
		var own = "account-" + trainer.accountId();
		int made = 0;
		for (var line : readiness.matrix(null).lines()) {
			var open = -1;
			for (int i = path.size() - 1; i >= 0; i--) {
				if (!line.cells().get(i).isHeld() || line.cells().get(i).state() == org.headcoach.training.engine.Validity.State.EXPIRING) {
					open = i;
				}
			}
			if (open < 0) {
				continue;
			}
			var day = made < 2 ? people.calendar().onOrAfter(today.minusDays(4)) : people.calendar().onOrAfter(today.plusDays(made));
			certifications.appoint(new CertificationService.Appoint(path.get(open), line.personId(), LocalDateTime.of(day, java.time.LocalTime.of(10 + made, 0)), "Training room", Set.of(own),
					"demo-open-" + made));
			made++;
			if (made == 5) {
				return;
			}
		}
	}

	private long publish(CertificationService.WriteCertification wanted) {
		return certifications.publish(wanted);
	}

	private CertificationService.WriteCertification of(String title, String stage, String scenario, List<Behaviour> behaviours, List<Criterion> criteria) {
		return new CertificationService.WriteCertification(null, null, title, CertificationVersion.Level.BASE, stage, scenario, 30, ResultRule.MEAN, new BigDecimal("7"), new BigDecimal("5"), 1, 12, 30,
				behaviours, criteria, "demo-" + title);
	}

	/** A stage of the main process by its code, where it has that one. */
	private String stage(String code) {
		return certifications.stages().containsKey(code) ? code : null;
	}

	private CertificationService.WriteCertification overview() {
		return of("The sales process at Northlight", null,
				"A friend from another company asks over lunch how Northlight sells. Explain from the first sign of interest to the signed contract who does what, and how both sides know that a step is done.",
				List.of(new Behaviour("Follows the buyer", "Recites our own steps; the buyer does not occur.", "Names what the buyer does in some steps.", "Tells each step from the buyer’s side first.",
						"Tells it from the buyer’s side, with an example from a customer for each step."),
						new Behaviour("Knows when a step is done", "“When it feels right.”", "Names an exit criterion for some steps.", "Names for each step what can be seen by somebody else.",
								"Names it, and says which step is lost most often for lack of it."),
						new Behaviour("Uses the qualifying matrix", "Does not know it.", "Knows its rows and mixes up their order.", "Goes through it in order with one question each.",
								"Picks the two rows that matter for this buyer, and says why.")),
				List.of());
	}

	private CertificationService.WriteCertification discovery() {
		return of("Discovery call", stage("DISCOVERIES"),
				"The head of marketing of a maker of office furniture, 60 people, has taken the guide about trade fairs. She has twenty minutes. Find out what she wants to reach, what stands in the way and by when; agree on a next step.",
				List.of(new Behaviour("Asks open questions", "Questions that are answered by yes or no; pitches before the third.", "Some open questions, from a list.", "Open questions that follow from what was said.",
						"The buyer thinks aloud and says more than she meant to."),
						new Behaviour("Listens and digs", "Talks more than the buyer.", "Takes the first answer and moves on.", "Asks why twice where it matters and sums up.",
								"Finds a cost or a date behind the need that the buyer had not named."),
						new Behaviour("Covers the matrix", "Misses half of it.", "Covers it as a questionnaire.", "Covers goal, plan, obstacle and date in a conversation.",
								"Covers it, and the buyer corrects the summary in one point at most.")),
				List.of(new Criterion("The summary of the call is mailed to the buyer", Evidence.ON_FILE), new Criterion("The buyer has confirmed the summary", Evidence.BUYER_CONFIRMS)));
	}

	private CertificationService.WriteCertification demo() {
		return of("Demo that decides", stage("DEMOS"),
				"The discovery is verified: 30 leads a month from fairs, none of them followed up within a week, the next fair in May. Her managing director joins and knows nothing. Show what they need in 25 minutes, and close on a decision.",
				List.of(new Behaviour("Begins with their goal", "Begins with the company’s history.", "Repeats the goal, then shows everything.", "Shows three things, each tied to what they said.",
						"The director explains the benefit to the other one."),
						new Behaviour("Handles the price", "Offers a discount unasked.", "Names it and falls silent too early.", "Names it beside the cost of doing nothing and waits.",
								"The buyer does the sum in front of everybody."),
						new Behaviour("Agrees the next step", "“I will send you something.”", "A next step without a date.", "A dated next step with both names.",
								"A plan back from their date, written down together.")),
				List.of(new Criterion("The plan to the decision is in the calendar of both sides", Evidence.BUYER_CONFIRMS)));
	}
}
