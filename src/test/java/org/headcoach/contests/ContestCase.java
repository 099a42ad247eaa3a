package org.headcoach.contests;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.headcoach.InContainer;
import org.headcoach.contests.engine.ContestLint;
import org.headcoach.contests.engine.TieRule;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.DataImported;
import org.headcoach.pipeline.ImportService;
import org.headcoach.pipeline.Imports.BatchRow;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.shared.BusinessClock;
import org.headcoach.suite.Fixtures.Sales;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** A test of contests begins without any, with a team of six and a CRM of its own, on Monday 16 November 2026 at ten in the morning in New York. */
abstract class ContestCase extends InContainer {

	static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);
	static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	/** What was told, as everybody else would hear it. */
	@ApplicationScoped
	static class Heard {

		private final Queue<NightTaken> nights = new ConcurrentLinkedQueue<>();
		private final Queue<DataImported> imports = new ConcurrentLinkedQueue<>();

		void night(@Observes NightTaken night) {
			nights.add(night);
		}

		void imported(@Observes DataImported event) {
			imports.add(event);
		}

		List<NightTaken> nightsOf(long contest) {
			return nights.stream().filter(night -> night.contestId() == contest).toList();
		}

		/** The last word about an import. */
		DataImported of(BatchRow batch) {
			return imports.stream().filter(event -> batch.id().equals(event.batchId())).reduce((first, last) -> last).orElseThrow();
		}
	}

	@Inject
	ContestService contests;

	@Inject
	ScoreBoard board;

	@Inject
	ContestWatch watch;

	@Inject
	BusinessClock clock;

	@Inject
	PeopleService people;

	@Inject
	Heard heard;

	@Inject
	private ImportService imports;

	@Inject
	private CurrentActor current;

	@Inject
	private Instance<RequestContextController> requests;

	@Resource
	private ManagedExecutorService threads;

	@Resource(lookup = "java:app/jdbc/headcoach")
	DataSource database;

	Sales sales;
	Actor manager;
	String crm;

	@BeforeEach
	void noContestYet() {
		clear();
		now("2026-11-16T10:00");
		sales = given.aTeamOf(6, LocalDate.of(2025, 1, 1));
		manager = given.actor(AccountRole.MANAGER, sales.manager());
		crm = given.unique("CRM");
	}

	@AfterEach
	void leaveNothing() {
		clear();
		clock.set(Clock.systemUTC());
	}

	/** In one transaction behind the lock of all contests: counting on another thread finds either all or nothing. */
	private void clear() {
		try (var connection = database.getConnection(); var statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.executeQuery("select id from contest order by id for update").close();
			for (var table : List.of("contest_wall_link", "contest_photo", "contest_prize", "contest_due", "contest_move", "contest_count", "contest_night_team", "contest_night", "contest_result_person", "contest_result", "contest_override",
					"contest_note", "contest_member", "contest_team", "contest_behaviour", "contest")) {
				statement.executeUpdate("delete from " + table);
			}
			connection.commit();
			connection.setAutoCommit(true);
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Stops the clock when it shows this in New York. */
	void now(String wallClock) {
		at(LocalDateTime.parse(wallClock).atZone(NEW_YORK).toInstant());
	}

	void at(Instant moment) {
		clock.set(Clock.fixed(moment, ZoneOffset.UTC));
	}

	void run(String sql) {
		try (var connection = database.getConnection(); var statement = connection.createStatement()) {
			statement.executeUpdate(sql);
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	/** Every row as words. */
	List<String> read(String sql) {
		try (var connection = database.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
			var all = new ArrayList<String>();
			while (rows.next()) {
				var words = new ArrayList<String>();
				for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
					var word = rows.getObject(i);
					words.add(word instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(word));
				}
				all.add(String.join(" ", words));
			}
			return all;
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	Actor as(Salesperson rep) {
		return given.actor(AccountRole.REP, rep);
	}

	static String key() {
		return UUID.randomUUID().toString();
	}

	// ------------------------------------------------------------ contests

	static DraftPage.Counting one(String code) {
		return new DraftPage.Counting(code, BigDecimal.ONE, null);
	}

	/** Three weeks of demos for a dinner; whatever a test wants otherwise it says with the methods of this. */
	record Wanted(String title, ZoneId zone, LocalDateTime starts, LocalDateTime ends, LocalTime nightly, List<DraftPage.Counting> counting, boolean lower, String prize, String key) {

		Wanted by(DraftPage.Counting... other) {
			return new Wanted(title, zone, starts, ends, nightly, List.of(other), lower, prize, key);
		}

		Wanted from(String first, String end) {
			return new Wanted(title, zone, LocalDateTime.parse(first), LocalDateTime.parse(end), nightly, counting, lower, prize, key);
		}

		Wanted in(String other) {
			return new Wanted(title, ZoneId.of(other), starts, ends, nightly, counting, lower, prize, key);
		}

		Wanted nightly(LocalTime other) {
			return new Wanted(title, zone, starts, ends, other, counting, lower, prize, key);
		}

		Wanted lowerIsBetter() {
			return new Wanted(title, zone, starts, ends, nightly, counting, true, prize, key);
		}

		Wanted named(String other) {
			return new Wanted(other, zone, starts, ends, nightly, counting, lower, prize, key);
		}

		ContestService.WriteContest of(Long id, Integer version) {
			return new ContestService.WriteContest(id, version, title, "Who shows the most?", "Judge decides.", zone, starts, ends, nightly, counting, lower, TieRule.SHARED, prize,
					Contest.PrizeFor.TEAM, null, null, false, "Vera", key);
		}
	}

	Wanted wanted() {
		return new Wanted(given.unique("Demos"), NEW_YORK, MONDAY.atStartOfDay(), LocalDate.of(2026, 11, 30).atStartOfDay(), LocalTime.of(21, 0), List.of(one("VOLUME:DEMOS")), false, "Dinner",
				key());
	}

	<T> T asManager(Supplier<T> work) {
		return given.as(manager, work);
	}

	void asManager(Runnable work) {
		given.as(manager, work);
	}

	long written(Wanted wanted) {
		return asManager(() -> contests.write(wanted.of(null, null)));
	}

	DraftPage draft(long contest) {
		return asManager(() -> contests.draft(contest));
	}

	ContestPage page(long contest) {
		return asManager(() -> contests.contest(contest));
	}

	/** Into teams Red and Blue, turn by turn. */
	void play(long contest, Salesperson... players) {
		asManager(() -> contests.choose(contest, Arrays.stream(players).map(Salesperson::id).toList()));
		asManager(() -> contests.draw(new ContestService.DrawTeams(contest, List.of("Red", "Blue"), Set.of(), Set.of(), false)));
		var teams = draft(contest).teams();
		for (int i = 0; i < players.length; i++) {
			var player = players[i].id();
			var team = teams.get(i % 2).id();
			asManager(() -> contests.move(contest, player, team));
		}
	}

	void announce(long contest) {
		announce(contest, Map.of());
	}

	/** Also when it has begun: that is set aside by itself. */
	void announce(long contest, Map<ContestLint.Rule, String> reasons) {
		var version = draft(contest).version();
		var all = new EnumMap<ContestLint.Rule, String>(Map.of(ContestLint.Rule.ANNOUNCED_IN_TIME, "The test begins in the middle"));
		all.putAll(reasons);
		asManager(() -> contests.announce(new ContestService.AnnounceContest(contest, version, all)));
	}

	/** Four people in two teams: Red has the first and the third of the reps, Blue the second and the fourth. */
	long announced(Wanted wanted, ContestLint.Rule... setAside) {
		var contest = written(wanted);
		play(contest, sales.rep(0), sales.rep(1), sales.rep(2), sales.rep(3));
		var reasons = new EnumMap<ContestLint.Rule, String>(ContestLint.Rule.class);
		for (var rule : setAside) {
			reasons.put(rule, "The test wants it so");
		}
		announce(contest, reasons);
		watch.countDue();
		return contest;
	}

	/** As the timer does. */
	void takeNights() {
		given.as(Actor.SYSTEM, () -> {
			watch.takeNights();
		});
	}

	/** "Red 3, Blue 1", the leading one first. */
	String standings(long contest) {
		return String.join(", ", page(contest).teams().stream().map(team -> team.name() + " " + (team.score() == null ? "-" : team.score().stripTrailingZeros().toPlainString())).toList());
	}

	long team(long contest, String name) {
		return page(contest).teams().stream().filter(team -> team.name().equals(name)).findFirst().orElseThrow().id();
	}

	List<String> counts(long contest) {
		return read("select person_id, on_day, behaviour, quantity, divisor from contest_count where contest_id = " + contest + " order by person_id, on_day, behaviour");
	}

	// ------------------------------------------------------------ data

	static String demo(String id, Salesperson who, String at) {
		return id + ",Demo," + at.replace('T', ' ') + "," + who.email() + ",Held\n";
	}

	BatchRow importing(ImportKind kind, String text) {
		var upload = new ImportService.Upload(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "late.csv", crm, kind, null);
		return given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> imports.importAll(upload, true));
	}

	BatchRow activities(String... lines) {
		return importing(ImportKind.ACTIVITIES, "Record ID,Activity type,Activity date,Activity assigned to,Outcome\n" + String.join("", lines));
	}

	void undo(BatchRow batch) {
		given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> imports.undo(batch.id()));
	}

	// ------------------------------------------------------------ two at once

	/** Both at the same moment, each as its actor; what went wrong comes back as what it was. */
	List<Object> together(Actor first, Callable<?> one, Actor second, Callable<?> other) {
		var gate = new CyclicBarrier(2);
		var both = List.of(threads.submit(() -> at(gate, first, one)), threads.submit(() -> at(gate, second, other)));
		return both.stream().map(ContestCase::outcome).toList();
	}

	private Object at(CyclicBarrier gate, Actor actor, Callable<?> work) throws Exception {
		var request = requests.get();
		request.activate();
		try {
			current.become(actor);
			gate.await(30, TimeUnit.SECONDS);
			return work.call();
		} finally {
			request.deactivate();
		}
	}

	private static Object outcome(Future<?> future) {
		try {
			var value = future.get(60, TimeUnit.SECONDS);
			return value == null ? "done" : value;
		} catch (ExecutionException e) {
			return e.getCause();
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}
}
