package org.headcoach.hiring;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import org.headcoach.people.Line;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Role;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Whom the demo company has hired and has not: a model, its people as the candidates they once were, those who were turned down, and an opening that is being filled. Scores of
 * those who were hired hang together with what they later sold, more for coachability and curiosity, hardly for work ethic, with chance on top: what is learned from them is
 * there to be found. It is written as it is kept, with the days on which it would have happened; the opening that is open can be played on.
 */
@ApplicationScoped
@Transactional
public class DemoHiring {

	private static final String MODEL = "Account executive";
	/** How much of a score follows from what somebody later sold; the rest is chance. In the order of the model. */
	private static final double[] TRUTH = {0.65, 0.5, 0.35, 0.25, 0.05};
	private static final int MOST_HIRES = 32;
	private static final String[] FIRST = {"Ravi", "Mia", "Jonah", "Elif", "Karim", "Noor", "Petra", "Tomás", "Aisha", "Viktor", "Leonie", "Dario", "Hye-jin", "Marcus", "Selma", "Andrzej", "Bianca", "Femi", "Greta", "Ilan"};
	private static final String[] LAST = {"Coleman", "Torres", "Lindgren", "Aydin", "Haddad", "Petrov", "Okoye", "Marchetti", "Nguyen", "Bauer", "Castillo", "Dubois", "Ivanova", "Kaplan", "Osei", "Ramos", "Schmidt", "Tanaka", "Weaver", "Zhou"};
	private static final CandidateSource[] SOURCES = {CandidateSource.REFERRAL, CandidateSource.FORCED_REFERRAL, CandidateSource.LINKEDIN, CandidateSource.LINKEDIN, CandidateSource.AGENCY, CandidateSource.BOARD};
	private static final List<String> STAGES = List.of("New", "Phone screen", "Interviews", "References", "Offer");

	@PersistenceContext
	private EntityManager em;

	@Inject
	private PeopleService people;

	@Inject
	private Positions positions;

	/** Chance that is the same at every load. */
	private final ThreadLocal<Random> chance = ThreadLocal.withInitial(() -> new Random(1));

	/** Somebody who interviews, with how far the scores lie from the others'. */
	private record Interviewer(long account, String name, double leniency) {
	}

	/** Loads once; a company that has a hiring model is left as it is. Needs people, accounts and figures. */
	public void load() {
		if (!em.createQuery("select m.id from HiringModel m", Long.class).setMaxResults(1).getResultList().isEmpty()) {
			return;
		}
		chance.set(new Random(20_261_120));
		var zone = people.company().zone();
		var today = people.today();
		var version = model(today.minusYears(4), zone);
		var characteristics = em.createQuery("select c from Characteristic c where c.versionId = :version order by c.ordinal", Characteristic.class).setParameter("version", version).getResultList();
		var interviewers = interviewers();
		var line = positions.on(today);
		var sold = sold();
		var byTeam = new TreeMap<String, List<Line.Place>>();
		line.everybodyIn(Role.REP).stream().filter(rep -> rep.teamName() != null && rep.startedOn().isAfter(today.minusMonths(44)))
				.sorted(Comparator.comparing(Line.Place::startedOn).reversed()).limit(MOST_HIRES).forEach(rep -> byTeam.computeIfAbsent(rep.teamName(), team -> new ArrayList<>()).add(rep));
		var recruiter = accountOf("recruiter");
		var number = new AtomicInteger();
		byTeam.forEach((team, reps) -> {
			var first = reps.stream().map(Line.Place::startedOn).min(LocalDate::compareTo).orElseThrow().minusDays(80);
			var stages = new ArrayList<Long>();
			var opening = opening(MODEL + "s for " + team, version, reps.get(0).teamId(), reps.get(0).superiorId(), recruiter, reps.size(), first, OpeningState.CLOSED, stages, zone);
			for (var rep : reps) {
				var quality = sold.getOrDefault(rep.personId(), 0.0);
				var applied = rep.startedOn().minusDays(60 + chance.get().nextInt(15));
				var candidacy = candidate(rep.name(), rep.email(), opening, stages.get(4), applied, today, zone, number.incrementAndGet());
				interview(candidacy, version, characteristics, two(interviewers, number.incrementAndGet()), quality, applied.plusDays(14), who -> true, zone, number.get());
				candidacy.decide(CandidacyState.HIRED, "Strongest of those we met.", at(rep.startedOn().minusDays(30), zone), interviewers.get(1).name());
				candidacy.hired(rep.personId(), rep.startedOn());
				for (int i = 0; i < 1 + chance.get().nextInt(2); i++) {
					var turnedDown = candidate(name(number.get() * 7 + i), null, opening, stages.get(2), applied.plusDays(chance.get().nextInt(10)), today, zone, number.incrementAndGet());
					interview(turnedDown, version, characteristics, two(interviewers, number.incrementAndGet()), chance.get().nextGaussian() - 1.1, applied.plusDays(16), who -> true, zone, number.get());
					turnedDown.decide(CandidacyState.REJECTED, "Others were stronger.", at(applied.plusDays(28), zone), interviewers.get(1).name());
				}
			}
		});
		openOpening(version, characteristics, interviewers, recruiter, line, today, zone, number);
		costs(today);
		em.createNativeQuery("insert into hiring_group_choice (dimension, group_name, ordinal) values ('gender', 'women', 0), ('gender', 'men', 1), ('gender', 'another', 2)").executeUpdate();
	}

	private long model(LocalDate since, ZoneId zone) {
		var when = at(since, zone);
		var model = new HiringModel(MODEL, when, "Henrik Aalto");
		em.persist(model);
		em.flush();
		var version = new HiringModelVersion(model.id(), 1, VersionState.DRAFT, null, when, "Henrik Aalto");
		version.publish(since, "The five traits to begin with.", when, "Henrik Aalto");
		em.persist(version);
		em.flush();
		var place = new AtomicInteger();
		ModelPreset.FIVE_TRAITS.lines().forEach(one -> {
			var i = place.getAndIncrement();
			em.persist(new Characteristic(version.id(), i, one.code(), one.name(), one.meaning(), ModelPreset.FIVE_TRAITS.weight(i), one.by(), one.twoPass(), one.one(), null, one.five(), null, one.ten(), one.questions()));
		});
		em.flush();
		return version.id();
	}

	private Long accountOf(String login) {
		return em.createQuery("select a.id from Account a where a.login = :login", Long.class).setParameter("login", login).getResultStream().findFirst().orElse(null);
	}

	private List<Interviewer> interviewers() {
		var found = new ArrayList<Interviewer>();
		var leniency = Map.of("manager", 0.7, "director", -0.6, "executive", 0.0, "rep", 0.2);
		for (var login : List.of("manager", "director", "executive", "rep")) {
			em.createQuery("select a.id, a.name from Account a where a.login = :login", Object[].class).setParameter("login", login).getResultList()
					.forEach(row -> found.add(new Interviewer((Long) row[0], (String) row[1], leniency.get(login))));
		}
		return found;
	}

	/** What each rep sells in a month, as distance from the mean of all in their spread. */
	private Map<Long, Double> sold() {
		var byPerson = new HashMap<Long, Double>();
		for (var found : em.createNativeQuery("select owner_id, count(*), min(closed_on), max(closed_on) from deal where state = 'WON' and closed_on is not null and owner_id is not null group by owner_id").getResultList()) {
			var row = (Object[]) found;
			var days = ChronoUnit.DAYS.between(day(row[2]), day(row[3])) + 30;
			byPerson.put(((Number) row[0]).longValue(), Math.log(30.0 * ((Number) row[1]).doubleValue() / days));
		}
		var all = byPerson.values().stream().mapToDouble(Double::doubleValue).summaryStatistics();
		var spread = Math.sqrt(byPerson.values().stream().mapToDouble(one -> Math.pow(one - all.getAverage(), 2)).average().orElse(1));
		byPerson.replaceAll((person, one) -> spread == 0 ? 0 : (one - all.getAverage()) / spread);
		return byPerson;
	}

	private static LocalDate day(Object column) {
		return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
	}

	private static Instant at(LocalDate day, ZoneId zone) {
		return day.atTime(LocalTime.of(10, 0)).atZone(zone).toInstant();
	}

	private static String name(int number) {
		return FIRST[number % FIRST.length] + " " + LAST[number * 3 / 2 % LAST.length];
	}

	private Opening opening(String title, long version, Long team, Long manager, Long recruiter, int seats, LocalDate opened, OpeningState state, List<Long> stages, ZoneId zone) {
		var opening = new Opening(title, em.find(HiringModelVersion.class, version).modelId(), team, manager, recruiter, seats, OpeningState.OPEN, opened, null, at(opened, zone), "Nora Lindqvist", "demo-" + title.hashCode());
		if (state != OpeningState.OPEN) {
			opening.become(state, people.today());
		}
		em.persist(opening);
		em.flush();
		for (int i = 0; i < STAGES.size(); i++) {
			var stage = new Stage(opening.id(), i, STAGES.get(i), i == 2);
			em.persist(stage);
			em.flush();
			stages.add(stage.id());
		}
		return opening;
	}

	private Candidacy candidate(String name, String email, Opening opening, long stage, LocalDate applied, LocalDate today, ZoneId zone, int number) {
		var address = email != null ? email : name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + number + "@candidates.example";
		var candidate = new Candidate(name, address, Entered.emailKey(address), null, null, null, number % 3 == 0 ? "Inside sales, two years" : number % 3 == 1 ? "Account executive" : "Customer success", null, null, applied, "By mail",
				today.plusMonths(6 + number % 18), at(applied, zone), "Nora Lindqvist", "demo-candidate-" + number);
		em.persist(candidate);
		em.flush();
		if (chance.get().nextDouble() < 0.85) {
			em.createNativeQuery("insert into candidate_group (candidate_id, dimension, group_name) values (?, 'gender', ?)").setParameter(1, candidate.id()).setParameter(2, chance.get().nextDouble() < 0.45 ? "women" : "men").executeUpdate();
		}
		var candidacy = new Candidacy(candidate.id(), opening.id(), stage, at(applied.plusDays(3), zone), SOURCES[Math.floorMod(number * 5 + name.length(), SOURCES.length)], null, null, applied, CandidacyState.ACTIVE);
		em.persist(candidacy);
		em.flush();
		em.persist(new StageMove(candidacy.id(), null, stage, null, at(applied, zone), "Nora Lindqvist"));
		return candidacy;
	}

	/** Two of the interviewers, others each time. */
	private static List<Interviewer> two(List<Interviewer> interviewers, int number) {
		return List.of(interviewers.get(number % interviewers.size()), interviewers.get((number + 1) % interviewers.size()));
	}

	/**
	 * An interview with its seats, and the cards of those who have handed theirs in.
	 *
	 * @param quality what the candidate is really like, as a distance from the mean
	 * @param in whose cards are in
	 */
	private void interview(Candidacy candidacy, long version, List<Characteristic> characteristics, List<Interviewer> panel, double quality, LocalDate day, Predicate<Interviewer> in, ZoneId zone, int number) {
		var interview = new Interview(candidacy.id(), version, "First interview", at(day, zone), at(day, zone).plusSeconds(2_700), zone.getId(), "Meeting room 2", InterviewState.PLANNED, 0, at(day.minusDays(7), zone), "Nora Lindqvist",
				"demo-interview-" + number);
		em.persist(interview);
		em.flush();
		var truth = truth(characteristics, quality);
		for (var who : panel) {
			var seat = new Seat(interview.id(), who.account(), true);
			em.persist(seat);
			em.flush();
			if (in.test(who)) {
				card(seat, candidacy, version, characteristics, truth, who, at(day, zone).plusSeconds(7_200));
			}
		}
	}

	/** What somebody is like in each characteristic, the same for all who look. */
	private double[] truth(List<Characteristic> characteristics, double quality) {
		var truth = new double[characteristics.size()];
		for (int i = 0; i < truth.length; i++) {
			truth[i] = TRUTH[i] * quality + Math.sqrt(1 - TRUTH[i] * TRUTH[i]) * 0.7 * chance.get().nextGaussian();
		}
		return truth;
	}

	private void card(Seat seat, Candidacy candidacy, long version, List<Characteristic> characteristics, double[] truth, Interviewer who, Instant when) {
		var card = new Scorecard(seat.id(), candidacy.id(), seat.accountId(), version, CardState.OPEN, when.minusSeconds(1_800));
		em.persist(card);
		em.flush();
		var sum = 0;
		for (int i = 0; i < characteristics.size(); i++) {
			var one = characteristics.get(i);
			var score = score(6.2 + 1.7 * truth[i] + who.leniency() + 0.7 * chance.get().nextGaussian());
			sum += score;
			if (one.twoPass()) {
				em.persist(new Score(card.id(), one.id(), 1, Math.max(1, score - 1 - chance.get().nextInt(2)), false, null));
				em.persist(new CoachingBetween(card.id(), one.id(), "Saw where the talk turned.", "Warm opening", "Two questions before any feature", score(score + chance.get().nextGaussian())));
			}
			// now and then something could not be told
			var unclear = !one.twoPass() && chance.get().nextDouble() < 0.06;
			em.persist(new Score(card.id(), one.id(), one.twoPass() ? 2 : 1, unclear ? null : score, unclear, null));
		}
		var mean = sum / (double) characteristics.size();
		card.say(mean < 4 ? Recommendation.DEFINITELY_NOT : mean < 5.6 ? Recommendation.NO : mean < 6.1 ? Recommendation.NO_DECISION : mean < 7.8 ? Recommendation.YES : Recommendation.STRONG_YES, null);
		card.submit(when);
	}

	private static int score(double value) {
		return (int) Math.max(1, Math.min(10, Math.round(value)));
	}

	/** One that is open: somebody in each stage, an interview to come, cards that are owed. */
	private void openOpening(long version, List<Characteristic> characteristics, List<Interviewer> interviewers, Long recruiter, Line line, LocalDate today, ZoneId zone, AtomicInteger number) {
		var harbor = line.everybody().stream().filter(place -> place.role() == Role.MANAGER && "Harbor".equals(place.teamName())).findFirst().orElse(null);
		if (harbor == null || interviewers.size() < 4) {
			return;
		}
		var stages = new ArrayList<Long>();
		var opening = opening(MODEL + ", Harbor", version, harbor.teamId(), harbor.personId(), recruiter, 2, today.minusDays(30), OpeningState.OPEN, stages, zone);
		var counts = new int[] {6, 4, 3, 1, 1};
		var used = new HashSet<String>();
		for (int stage = 0; stage < counts.length; stage++) {
			for (int i = 0; i < counts[stage]; i++) {
				var name = name(number.incrementAndGet() * 11);
				while (!used.add(name)) {
					name = name(number.incrementAndGet() * 11);
				}
				var candidacy = candidate(name, null, opening, stages.get(stage), today.minusDays(4L + 5L * stage + 2L * i), today, zone, number.incrementAndGet());
				if (stage > 2) {
					interview(candidacy, version, characteristics, two(interviewers, number.incrementAndGet()), 0.6, today.minusDays(6), who -> true, zone, number.get());
				} else if (stage == 2) {
					// the manager and the rep interview: one is to come, one is over with nothing in, one waits for the manager alone
					var waits = i == 2;
					var rep = interviewers.get(3);
					interview(candidacy, version, characteristics, List.of(interviewers.get(0), rep), 0.4, i == 0 ? today.plusDays(2) : today.minusDays(i), who -> waits && who == rep, zone, number.incrementAndGet());
				}
			}
		}
		em.persist(new MailTemplate("Invitation", "Your interview with {company}", "Dear {name},\n\nthank you for your interest. May we talk on {day}?\n\n{sender}"));
		em.persist(new MailTemplate("Not this time", "Your application at {company}", "Dear {name},\n\nwe have decided for somebody else. Thank you for your time.\n\n{sender}"));
	}

	private void costs(LocalDate today) {
		var currency = people.company().currency().getCurrencyCode();
		for (int i = 1; i <= 12; i++) {
			var month = today.minusMonths(i).withDayOfMonth(1);
			em.persist(new SourceCost(CandidateSource.LINKEDIN, month, BigDecimal.valueOf(890), currency));
			em.persist(new SourceCost(CandidateSource.BOARD, month, BigDecimal.valueOf(450), currency));
			if (i % 4 == 0) {
				em.persist(new SourceCost(CandidateSource.AGENCY, month, BigDecimal.valueOf(9_500), currency));
				em.persist(new SourceCost(CandidateSource.REFERRAL, month, BigDecimal.valueOf(1_000), currency));
			}
		}
		em.flush();
	}
}
