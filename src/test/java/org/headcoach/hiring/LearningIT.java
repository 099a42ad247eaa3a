package org.headcoach.hiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.headcoach.InContainer;
import org.headcoach.hiring.LearningPage.Answers;
import org.headcoach.hiring.LearningPage.WeightLine;
import org.headcoach.hiring.LearningService.AcceptWeights;
import org.headcoach.hiring.LearningService.WriteReflection;
import org.headcoach.hiring.api.LearningResource;
import org.headcoach.hiring.engine.Learning.Caution;
import org.headcoach.hiring.engine.Outcomes.Measure;
import org.headcoach.hiring.engine.Relation.Reading;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.PositionHeld;
import org.headcoach.people.Role;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.suite.Fixtures;
import org.headcoach.suite.Fixtures.Sales;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** On 10 February 2031 a company looks back on a year: whom it hired, whom it did not, what two interviewers had scored, and how the hired did. */
class LearningIT extends InContainer {

	private static final LocalDate START = LocalDate.of(2030, 3, 1);
	private static final Instant DECIDED = Instant.parse("2030-02-20T15:00:00Z");
	private static final String SMALL_GROUP = "Small group of three";

	/** Writes a past that the services would take a year to make. */
	@ApplicationScoped
	@Transactional
	static class Past {

		@PersistenceContext
		private EntityManager em;

		@Inject
		private Fixtures given;

		private String segment;
		private long opening;
		private long stage;
		private long version;
		private List<Characteristic> characteristics;
		private List<Long> interviewers;
		private Sales sales;

		/** A model with coachability, curiosity and closing, an opening, two interviewers and five peers who win 800 to 1,200 a month. */
		long model() {
			segment = given.unique("Segment");
			sales = given.aTeamOf(0, LocalDate.of(2027, 1, 1));
			var model = new HiringModel(given.unique("Model"), DECIDED, "Suite");
			em.persist(model);
			em.flush();
			var first = new HiringModelVersion(model.id(), 1, VersionState.DRAFT, null, DECIDED, "Suite");
			em.persist(first);
			em.flush();
			first.publish(LocalDate.of(2029, 1, 1), null, DECIDED, "Suite");
			version = first.id();
			characteristics = new ArrayList<>();
			for (var code : List.of("coachability", "curiosity", "closing")) {
				var one = new Characteristic(version, characteristics.size(), code, code, null, new BigDecimal("5.00"), EvaluatedBy.QUESTIONS, false, "1", null, "5", null, "10", null);
				em.persist(one);
				characteristics.add(one);
			}
			var open = new Opening(given.unique("Opening"), model.id(), sales.team().id(), sales.manager().id(), null, 50, OpeningState.OPEN, LocalDate.of(2030, 1, 7), null, DECIDED, "Suite", given.unique("key"));
			em.persist(open);
			em.flush();
			opening = open.id();
			var only = new Stage(opening, 0, "Interview", false);
			em.persist(only);
			interviewers = List.of(given.anAccount(AccountRole.MANAGER, given.aPerson("Ina", Role.MANAGER, sales.team(), sales.region(), sales.director(), LocalDate.of(2027, 1, 1))).id(),
					given.anAccount(AccountRole.MANAGER, given.aPerson("Ivo", Role.MANAGER, sales.team(), sales.region(), sales.director(), LocalDate.of(2027, 1, 1))).id());
			em.flush();
			stage = only.id();
			for (int peer = 0; peer < 5; peer++) {
				var person = person(LocalDate.of(2028, 1, 1));
				for (var month = YearMonth.of(2030, 3); month.isBefore(YearMonth.of(2030, 9)); month = month.plusMonths(1)) {
					won(person, month, 800 + 100 * peer);
				}
			}
			return model.id();
		}

		Sales sales() {
			return sales;
		}

		private Salesperson person(LocalDate since) {
			var name = given.unique("Person");
			var person = new Salesperson(name, name.toLowerCase(Locale.ROOT) + "@suite.example", name, since);
			em.persist(person);
			em.persist(new PositionHeld(person, Role.REP, null, segment, sales.team(), sales.region(), sales.manager(), since, null));
			em.flush();
			return person;
		}

		private void won(Salesperson person, YearMonth month, double mrr) {
			em.createNativeQuery("insert into monthly_figure (person_id, in_month, metric, team_id, region_id, quantity) values (?, ?, 'MRR_WON', ?, 0, ?)").setParameter(1, person.id())
					.setParameter(2, Date.valueOf(month.atDay(1))).setParameter(3, sales.team().id()).setParameter(4, BigDecimal.valueOf(mrr)).executeUpdate();
		}

		/** The second interviewer gives a point more. */
		private long candidacy(CandidacyState state, String group, int... scores) {
			var candidate = new Candidate(given.unique("Candidate"), null, null, null, null, null, null, null, null, null, null, LocalDate.of(2033, 1, 1), DECIDED, "Suite", given.unique("key"));
			em.persist(candidate);
			em.flush();
			var candidacy = new Candidacy(candidate.id(), opening, stage, DECIDED, CandidateSource.REFERRAL, null, null, LocalDate.of(2030, 1, 10), CandidacyState.ACTIVE);
			em.persist(candidacy);
			em.flush();
			em.createNativeQuery("update candidacy set state = ?, decided_at = ? where id = ?").setParameter(1, state.name()).setParameter(2, Timestamp.from(DECIDED)).setParameter(3, candidacy.id()).executeUpdate();
			var interview = new Interview(candidacy.id(), version, "Interview", DECIDED, DECIDED.plusSeconds(3600), "UTC", null, InterviewState.PLANNED, 0, DECIDED, "Suite", given.unique("key"));
			em.persist(interview);
			em.flush();
			for (int i = 0; i < interviewers.size(); i++) {
				var seat = new Seat(interview.id(), interviewers.get(i), true);
				em.persist(seat);
				em.flush();
				var card = new Scorecard(seat.id(), candidacy.id(), interviewers.get(i), version, CardState.OPEN, DECIDED);
				card.submit(DECIDED);
				em.persist(card);
				em.flush();
				for (int k = 0; k < scores.length; k++) {
					em.persist(new Score(card.id(), characteristics.get(k).id(), 1, scores[k] + i, false, null));
				}
			}
			if (group != null) {
				em.createNativeQuery("insert into candidate_group (candidate_id, dimension, group_name) values (?, 'Origin', ?)").setParameter(1, candidate.id()).setParameter(2, group).executeUpdate();
			}
			return candidacy.id();
		}

		/** Coachability told how they would do, curiosity nothing, closing the opposite. */
		void hires(int count) {
			for (int i = 0; i < count; i++) {
				var person = person(START);
				for (var month = YearMonth.of(2030, 6); month.isBefore(YearMonth.of(2030, 9)); month = month.plusMonths(1)) {
					won(person, month, 500 + 100 * i + 30 * (i % 3));
				}
				var candidacy = candidacy(CandidacyState.HIRED, i % 2 == 0 ? "North" : "South", 2 + (i * 7 + 3) / 13, 3 + i * 5 % 6, 8 - i / 2);
				em.createNativeQuery("update candidacy set hired_person_id = ?, hired_on = ? where id = ?").setParameter(1, person.id()).setParameter(2, Date.valueOf(START)).setParameter(3, candidacy).executeUpdate();
			}
		}

		/** Everybody hired sits one exam; the better later, the better there: 5 of 20, 6 of 20 and so on. A second attempt is perfect, and the last one's first waits to be marked. */
		void exams(long model) {
			var exam = 9_000_000_000L + model;
			em.createNativeQuery("insert into exam (id, title, minutes, pass_mark, wait_hours, shuffle_questions, shuffle_answers, no_going_back, penalty, shows, state, made_at, made_by_name, form_key, version)"
					+ " values (?, 'Process', 20, 70, 0, false, false, false, 0, 'MARK', 'CLOSED', ?, 'Suite', ?, 1)").setParameter(1, exam).setParameter(2, Timestamp.from(DECIDED)).setParameter(3, given.unique("exam")).executeUpdate();
			var hired = em.createQuery("select c.hiredPersonId from Candidacy c, Opening o where o.id = c.openingId and o.modelId = :model and c.hiredPersonId is not null order by c.id", Long.class).setParameter("model", model)
					.getResultList();
			for (int i = 0; i < hired.size(); i++) {
				attempt(exam, hired.get(i), 1, 5 + i, i == hired.size() - 1 ? 1 : 0);
				attempt(exam, hired.get(i), 2, 20, 0);
			}
		}

		private void attempt(long exam, long person, int number, int points, int waiting) {
			// far from all numbers that the sequence gives in a suite
			var id = 9_000_000_000L + person * 10 + number;
			em.createNativeQuery("insert into exam_attempt (id, exam_id, person_id, attempt_no, seed, shuffle_answers, no_going_back, pass_mark, penalty, started_at, ends_at, reached, finished_at, finished_how, points, of_points, waiting,"
					+ " passed, version) values (?, ?, ?, ?, 1, false, false, 70, 0, ?, ?, 0, ?, 'SUBMITTED', ?, 20, ?, false, 1)").setParameter(1, id).setParameter(2, exam).setParameter(3, person).setParameter(4, number)
					.setParameter(5, Timestamp.from(DECIDED)).setParameter(6, Timestamp.from(DECIDED)).setParameter(7, Timestamp.from(DECIDED)).setParameter(8, points).setParameter(9, waiting).executeUpdate();
		}

		void refused(int count, String group) {
			for (int i = 0; i < count; i++) {
				candidacy(CandidacyState.REJECTED, group, 2 + i % 5, 2 + i % 4, 3 + i % 6);
			}
		}

		long versions(long model) {
			return em.createQuery("select count(v) from HiringModelVersion v where v.modelId = :model", Long.class).setParameter("model", model).getSingleResult();
		}

		void draft(long model) {
			em.persist(new HiringModelVersion(model, 9, VersionState.DRAFT, version, DECIDED, "Suite"));
		}
	}

	@Inject
	private LearningService learning;

	@Inject
	private LearningResource rest;

	@Inject
	private Past past;

	@Inject
	private BusinessClock clock;

	@Inject
	private CurrentActor current;

	@Inject
	private Instance<RequestContextController> requests;

	@Resource
	private ManagedExecutorService threads;

	private Actor leader;
	private long model;

	@BeforeEach
	void aModelWithPeers() {
		clock.set(Clock.fixed(Instant.parse("2031-02-10T15:00:00Z"), ZoneOffset.UTC));
		model = past.model();
		leader = given.actor(AccountRole.EXECUTIVE, past.sales().vp());
	}

	@AfterEach
	void theClockGoesOn() {
		clock.set(Clock.systemUTC());
	}

	private LearningPage learn() {
		return given.as(leader, () -> learning.learn(model, Measure.ATTAINMENT));
	}

	private static AcceptWeights asSeen(LearningPage page, String why) {
		return new AcceptWeights(page.modelId(), page.versionId(), page.measure(), page.proposal().weights().stream().collect(Collectors.toMap(WeightLine::code, WeightLine::after)), why);
	}

	@Test
	void tellsWhichScoresToldWhoWouldSucceed() {
		past.hires(12);
		past.refused(20, "North");
		var page = learn();
		assertEquals(12, page.counts().measured());
		assertEquals(Set.of(Caution.FEW, Caution.HIRED_ONLY, Caution.HELD_BACK), page.learning().cautions());
		assertEquals(List.of(Reading.MORE_WAS_BETTER, Reading.CANNOT_TELL, Reading.LESS_WAS_BETTER), page.learning().characteristics().stream().map(one -> one.reading()).toList());
		assertTrue(page.proposal().worthwhile());
		var weights = page.proposal().weights();
		assertTrue(weights.get(0).direction() > 0 && weights.get(2).direction() < 0, weights.toString());
		assertEquals(32, page.proposal().backTest().people());
		assertEquals(12, page.proposal().backTest().places());
		assertNotNull(page.proposal().backTest().unseen());
		assertEquals(6, page.extremes().size());
		assertTrue(page.extremes().get(0).best());
	}

	/** The best won 1,660 in each of months 4 to 6, where the peers' median is 1,000. */
	@Test
	void measuresHiresByThePeersOfTheirSegment() {
		past.hires(12);
		assertEquals(1.66, learn().extremes().get(0).outcome(), 1e-9);
		var ramp = given.as(leader, () -> learning.learn(model, Measure.RAMP));
		assertEquals(-4, ramp.extremes().get(0).outcome());
		assertEquals(12, given.as(leader, () -> learning.learn(model, Measure.RETENTION)).counts().unknown());
	}

	@Test
	void refusesBelowTenAndAcceptsNothing() {
		past.hires(9);
		var page = learn();
		assertTrue(page.learning().refused());
		assertEquals(9, page.learning().people());
		assertNull(page.proposal());
		var refused = assertThrows(BusinessException.class,
				() -> given.as(leader, () -> learning.accept(new AcceptWeights(model, page.versionId(), Measure.ATTAINMENT, Map.of("coachability", BigDecimal.ONE), "Because"))));
		assertEquals("hiring-learning.error.few", refused.key());
		assertEquals(1, past.versions(model));
	}

	@Test
	void waitsForSixFullMonths() {
		past.hires(10);
		clock.set(Clock.fixed(Instant.parse("2030-08-31T15:00:00Z"), ZoneOffset.UTC));
		assertEquals(10, learn().counts().notYet());
		clock.set(Clock.fixed(Instant.parse("2030-09-01T15:00:00Z"), ZoneOffset.UTC));
		assertEquals(10, learn().counts().measured());
	}

	@Test
	void anAcceptedProposalIsTheNextVersion() {
		past.hires(12);
		var seen = learn();
		var accepted = given.as(leader, () -> learning.accept(asSeen(seen, "Coachability told it")));
		var now = learn();
		assertEquals(accepted, now.versionId());
		assertEquals(2, now.versionNo());
		assertEquals(0, now.learning().fresh());
		assertFalse(now.proposal().worthwhile());
		assertEquals(seen.proposal().weights().stream().map(WeightLine::after).toList(), now.proposal().weights().stream().map(WeightLine::before).toList());
		var lesson = now.lessons().get(0);
		assertEquals("Coachability told it", lesson.reason());
		assertEquals(12, lesson.people());
		assertEquals(leader.name(), lesson.by());
		assertEquals(1, lesson.fromNo());
	}

	@Test
	void isAcceptedOnceUnderADoubleClick() throws Exception {
		past.hires(12);
		var seen = asSeen(learn(), "Twice");
		var together = new CyclicBarrier(2);
		var clicks = new ArrayList<Future<Long>>();
		for (int i = 0; i < 2; i++) {
			clicks.add(threads.submit(() -> {
				var request = requests.get();
				request.activate();
				try {
					together.await(20, TimeUnit.SECONDS);
					return current.as(leader, () -> learning.accept(seen));
				} finally {
					request.deactivate();
				}
			}));
		}
		assertEquals(clicks.get(0).get(30, TimeUnit.SECONDS), clicks.get(1).get(30, TimeUnit.SECONDS));
		assertEquals(2, past.versions(model));
		assertEquals(1, learn().lessons().size());
	}

	@Test
	void refusesWhatIsNotProposedAnyMore() {
		past.hires(12);
		var seen = learn();
		assertEquals("hiring-learning.error.reason", assertThrows(BusinessException.class, () -> given.as(leader, () -> learning.accept(asSeen(seen, " ")))).key());
		past.hires(1);
		assertEquals("hiring-learning.error.changed", assertThrows(BusinessException.class, () -> given.as(leader, () -> learning.accept(asSeen(seen, "Late")))).key());
		past.draft(model);
		assertEquals("hiring-learning.error.draft", assertThrows(BusinessException.class, () -> given.as(leader, () -> learning.accept(asSeen(learn(), "In the way")))).key());
	}

	@Test
	void groupsAreSeenAsSumsOnly() {
		past.hires(12);
		past.refused(14, "North");
		past.refused(12, "South");
		past.refused(3, SMALL_GROUP);
		var page = learn();
		var groups = page.proposal().impacts().get(0).groups();
		assertEquals(List.of(20, 21), groups.stream().map(group -> group.people()).sorted().toList());
		groups.forEach(group -> assertTrue(group.people() >= 10));
		assertFalse(page.toString().contains(SMALL_GROUP));
		var rest = given.as(leader, () -> this.rest.learning(model, Measure.ATTAINMENT));
		assertFalse(rest.toString().contains(SMALL_GROUP));
		assertEquals(2, rest.groups().size());
		assertFalse(page.proposal().backTest().toString().contains("North"));
		assertFalse(page.extremes().toString().contains("North"));
	}

	@Test
	void firstAttemptsAtExamsAreAnOutcome() {
		past.hires(13);
		past.exams(model);
		var page = given.as(leader, () -> learning.learn(model, Measure.EXAMS));
		// the thirteenth's first attempt is not marked yet
		assertEquals(List.of(12, 1), List.of(page.counts().measured(), page.counts().notYet()));
		assertFalse(page.learning().refused());
		assertEquals(12, page.learning().people());
		// 5 to 16 of 20 points: from 27.5 of a hundred below to 27.5 above
		assertEquals(List.of(27.5, -27.5), List.of(page.extremes().get(0).outcome(), page.extremes().get(page.extremes().size() - 1).outcome()));
		assertEquals(Reading.MORE_WAS_BETTER, page.learning().characteristics().stream().filter(one -> one.code().equals("coachability")).findFirst().orElseThrow().reading());
	}

	@Test
	void onlyWhoLeadsTheFormulaLearnsFromIt() {
		past.hires(12);
		for (var role : List.of(AccountRole.MANAGER, AccountRole.REP, AccountRole.RECRUITER, AccountRole.ADMINISTRATOR)) {
			var other = given.actor(role, role == AccountRole.MANAGER ? past.sales().manager() : null);
			assertThrows(NotHereException.class, () -> given.as(other, () -> learning.learn(model, null)), role.name());
			assertThrows(NotHereException.class, () -> given.as(other, () -> rest.learning(model, null)), role.name());
			assertThrows(NotHereException.class, () -> given.as(other, () -> learning.accept(asSeen(learnAsLeader(), "Not mine"))), role.name());
			assertThrows(NotHereException.class, () -> given.as(other, () -> learning.reflect(new WriteReflection(1, null, null, null))), role.name());
		}
		assertEquals(1, past.versions(model));
	}

	private LearningPage learnAsLeader() {
		return current.as(leader, () -> learning.learn(model, null));
	}

	@Test
	void namesStandWhereTheReaderSeesThePersonAndEverybodyCounts() {
		past.hires(12);
		var elsewhere = given.aTeamOf(1, LocalDate.of(2027, 1, 1));
		var stranger = given.actor(AccountRole.DIRECTOR, elsewhere.director());
		var page = given.as(stranger, () -> learning.learn(model, null));
		assertEquals(12, page.counts().measured());
		page.extremes().forEach(person -> {
			assertNull(person.name());
			assertNull(person.personId());
			assertTrue(person.scores().isEmpty());
		});
		page.proposal().backTest().in().forEach(move -> assertNull(move.name()));
		learn().extremes().forEach(person -> assertNotNull(person.name()));
	}

	@Test
	void interviewersAreComparedAndOnlyTheLeaderSeesWhoToldIt() {
		past.hires(12);
		var leaders = given.as(leader, () -> learning.calibration(model, null));
		assertEquals(2, leaders.rows().size());
		assertEquals(-1, leaders.rows().get(0).leniency().plain(), 1e-9);
		assertEquals(1, leaders.rows().get(1).leniency().plain(), 1e-9);
		assertTrue(leaders.rows().get(1).leniency().estimate() < 1);
		assertNotNull(leaders.rows().get(0).validity().estimate());
		var recruiter = given.actor(AccountRole.RECRUITER, null);
		var others = given.as(recruiter, () -> learning.calibration(model, null));
		others.rows().forEach(row -> assertNull(row.validity()));
		given.as(recruiter, () -> rest.interviewers(model, null)).items().forEach(item -> assertNull(item.validity()));
		assertThrows(NotHereException.class, () -> given.as(given.actor(AccountRole.REP, null), () -> learning.calibration(model, null)));
	}

	@Test
	void theThreeQuestionsAreKeptWithTheVersion() {
		past.hires(3);
		var page = learn();
		assertEquals(2, page.extremes().size());
		given.as(leader, () -> learning.reflect(new WriteReflection(page.versionId(), null, new Answers("They prepare", " ", null), new Answers(null, null, "Patience"))));
		var kept = learn().notes();
		assertEquals(new Answers("They prepare", null, null), kept.best());
		assertEquals("Patience", kept.slow().missing());
		assertThrows(OptimisticLockException.class, () -> given.as(leader, () -> learning.reflect(new WriteReflection(page.versionId(), null, null, null))));
		given.as(leader, () -> learning.reflect(new WriteReflection(page.versionId(), kept.version(), new Answers("They ask", null, null), null)));
		assertEquals("They ask", learn().notes().best().share());
	}

	@Test
	void aModelThatIsNotThereIsNotHere() {
		assertThrows(NotHereException.class, () -> given.as(leader, () -> learning.learn(-5L, null)));
		assertThrows(NotHereException.class, () -> given.as(leader, () -> learning.calibration(-5L, null)));
	}
}
