package org.headcoach.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
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
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/**
 * How the demo company certifies its people: three base certifications, published a year ago; role plays of every rep since, some of which have to be renewed now; and
 * appointments that wait for the trainer. It goes through the services on the days on which it would have happened. Needs the accounts, of which one trains.
 */
@ApplicationScoped
public class DemoCertifications {

	private static final int MONTHS_AGO = 13;

	/** The stages of the three certifications in the order of the path; the overview shows nothing of how people sell. */
	private static final List<String> STAGES = List.of("", "DISCOVERIES", "DEMOS");
	/** The behaviour that tells. */
	private static final int TELLING = 1;

	@Inject
	private CertificationService certifications;

	@Inject
	private ReadinessService readiness;

	@Inject
	private MattersService matters;

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

	@PersistenceContext
	private EntityManager em;

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
		var path = publish();
		var steps = new ArrayList<ReadinessService.WriteStep>();
		path.forEach(id -> steps.add(new ReadinessService.WriteStep(id, steps.size() + 1, true)));
		readiness.writePath(Role.REP, steps);
		var later = matters.work(YearMonth.from(began), YearMonth.from(today).minusMonths(1));
		// the same company every time it is loaded
		var dice = new Random(20_261);
		var calendar = people.calendar();
		for (var rep : positions.on(today).everybodyIn(Role.REP)) {
			var from = rep.startedOn().isBefore(began) ? began.plusDays(7 + dice.nextInt(20)) : rep.startedOn().plusDays(18);
			var gift = dice.nextInt(10);
			for (int i = 0; i < path.size(); i++) {
				var day = calendar.onOrAfter(from.plusMonths(i).plusDays(dice.nextInt(8)));
				if (!day.isBefore(today) || gift == 0 && i == 2) {
					break;
				}
				score(trainer, path.get(i), rep, day, gift, i == 0 ? null : later.conversion(rep.personId(), day, STAGES.get(i)), today, dice);
				var again = calendar.onOrAfter(day.plusDays(350));
				if (again.isBefore(today) && dice.nextInt(3) > 0) {
					score(trainer, path.get(i), rep, again, 9, null, today, dice);
				}
			}
			// what is written is let go: each question asks whether anything that the transaction holds has changed
			em.flush();
			em.clear();
		}
		appoint(trainer, path, today);
	}

	/**
	 * One role play with one or two evaluators; who does not pass comes again two weeks later.
	 *
	 * @param later how the stage went in the months after it, 1 for like everybody's; null where it is not known or does not show
	 */
	private void score(Actor trainer, long certification, Line.Place rep, LocalDate day, int gift, Double later, LocalDate today, Random dice) {
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
				// what is planted: the second behaviour shows how the stage will go, the others are luck
				var throwOf = later != null && i == TELLING ? (int) Math.round(5.5 + 12 * (later - 1) + dice.nextGaussian()) : dice.nextInt(10) + (gift + 2) / 3;
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
			score(trainer, certification, rep, again, 9, null, today, dice);
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

	/** What the demo company asks, from its file; the same form every time, so that it is published once. */
	private List<Long> publish() {
		try (var file = DemoCertifications.class.getResourceAsStream("demo-certifications.json"); var reader = Json.createReader(file)) {
			return reader.readArray().getValuesAs(JsonObject.class).stream().map(each -> certifications.publish(written(each))).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private CertificationService.WriteCertification written(JsonObject from) {
		var title = from.getString("title");
		// a stage of the main process, where it has that one
		var stage = from.getString("stage", null);
		return new CertificationService.WriteCertification(null, null, title, CertificationVersion.Level.BASE, certifications.stages().containsKey(stage) ? stage : null, from.getString("scenario"), 30,
				ResultRule.MEAN, new BigDecimal("7"), new BigDecimal("5"), 1, 12, 30, 15,
				from.getJsonArray("behaviours").getValuesAs(JsonArray.class).stream()
						.map(words -> new Behaviour(words.getString(0), words.getString(1), words.getString(2), words.getString(3), words.getString(4))).toList(),
				from.getJsonArray("criteria").getValuesAs(JsonArray.class).stream().map(words -> new Criterion(words.getString(0), Evidence.valueOf(words.getString(1)))).toList(), "demo-" + title);
	}
}
