package org.headcoach.training;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.Columns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * What is told to a learning record store, as rows: what has happened and has no statement yet gets one, and each is sent until the store has it. A statement's id is made of what it tells, so that nothing is told
 * twice, whoever sends it how often.
 */
@ApplicationScoped
class Statements {

	/** What happened longer ago is not told: a store that is set today does not get the history of years. */
	static final Duration BACK = Duration.ofDays(30);
	/** No try lasts as long; the store takes the same statement twice as once, so it is simply sent again. */
	static final Duration LONGEST_CLAIM = Duration.ofMinutes(10);
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(12), Duration.ofHours(24), Duration.ofHours(48));

	private static final String VERBS = "http://adlnet.gov/expapi/verbs/";
	private static final String ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment";

	/** One that nobody else sends now. */
	record Claimed(String id, String claim, String body, int tries) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private BusinessClock clock;

	@Inject
	private PeopleService people;

	@Inject
	private XapiSettings settings;

	// ------------------------------------------------------------ writing

	/** Writes down what has happened and was not told. Returns how many statements. */
	int collect() {
		var since = clock.now().minus(BACK);
		int written = 0;
		for (var each : rows("""
				select t.id, t.person_id, t.exam_id, e.title, t.passed, t.points, t.of_points, t.finished_at from exam_attempt t join exam e on e.id = t.exam_id
				where t.finished_at >= ?1 and t.passed is not null and t.waiting = 0 and not exists (select 1 from xapi_statement x where x.what = 'exam-attempt-' || cast(t.id as varchar(20))) order by t.id""", Timestamp.from(since))) {
			var passed = (Boolean) each[4];
			var of = (BigDecimal) each[6];
			written += add("exam-attempt-" + each[0], each[1], passed ? "passed" : "failed", "/training/exam/" + each[2], (String) each[3], Columns.moment(each[7]), passed, (BigDecimal) each[5], BigDecimal.ZERO, of);
		}
		for (var each : rows("""
				select a.id, a.person_id, v.certification_id, v.title, a.passed, a.score, a.settled_at from assessment a join certification_version v on v.id = a.version_id
				where a.state = 'SETTLED' and a.settled_at >= ?1 and not exists (select 1 from xapi_statement x where x.what = 'role-play-' || cast(a.id as varchar(20))) order by a.id""", Timestamp.from(since))) {
			var passed = (Boolean) each[4];
			written += add("role-play-" + each[0], each[1], passed ? "passed" : "failed", "/training/certification/" + each[2], (String) each[3], Columns.moment(each[6]), passed, (BigDecimal) each[5], BigDecimal.ONE,
					BigDecimal.TEN);
		}
		var today = people.today();
		for (var each : rows("""
				select c.id, c.person_id, c.certification_id, c.title, c.last_day from certificate c where c.revoked_at is null and c.last_day >= ?1 and c.last_day < ?2
				and not exists (select 1 from certificate n where n.renews_id = c.id) and not exists (select 1 from xapi_statement x where x.what = 'certificate-ended-' || cast(c.id as varchar(20))) order by c.id""",
				java.sql.Date.valueOf(LocalDate.ofInstant(since, people.company().zone())), java.sql.Date.valueOf(today))) {
			written += add("certificate-ended-" + each[0], each[1], "expired", "/training/certification/" + each[2], (String) each[3],
					Columns.day(each[4]).plusDays(1).atStartOfDay(people.company().zone()).toInstant(), null, null, null, null);
		}
		return written;
	}

	private List<Object[]> rows(String sql, Object... arguments) {
		var query = em.createNativeQuery(sql);
		for (int i = 0; i < arguments.length; i++) {
			query.setParameter(i + 1, arguments[i]);
		}
		var rows = new ArrayList<Object[]>();
		query.getResultList().forEach(row -> rows.add((Object[]) row));
		return rows;
	}

	private int add(String what, Object person, String verb, String activity, String title, Instant at, Boolean success, BigDecimal raw, BigDecimal min, BigDecimal max) {
		var url = settings.get().url();
		var id = UUID.nameUUIDFromBytes((url + " " + what).getBytes(StandardCharsets.UTF_8)).toString();
		// the store learns a number that only this server can read as a person
		var actor = Json.createObjectBuilder().add("objectType", "Agent").add("account", Json.createObjectBuilder().add("homePage", url).add("name", "person-" + person));
		var statement = Json.createObjectBuilder().add("id", id).add("actor", actor)
				.add("verb", Json.createObjectBuilder().add("id", verb.equals("expired") ? url + "/xapi/verbs/expired" : VERBS + verb).add("display", Json.createObjectBuilder().add("en", verb)))
				.add("object", Json.createObjectBuilder().add("objectType", "Activity").add("id", url + activity).add("definition",
						Json.createObjectBuilder().add("type", ASSESSMENT).add("name", Json.createObjectBuilder().add("en", title))))
				.add("timestamp", at.toString()).add("context", Json.createObjectBuilder().add("platform", "Headcoach"));
		if (success != null) {
			var result = Json.createObjectBuilder().add("success", success).add("completion", true);
			if (raw != null && max.compareTo(min) > 0) {
				var bounded = raw.max(min).min(max);
				result.add("score", Json.createObjectBuilder().add("raw", bounded).add("min", min).add("max", max).add("scaled", bounded.divide(max, 4, RoundingMode.HALF_UP)));
			}
			statement.add("result", result);
		}
		em.createNativeQuery("insert into xapi_statement (id, what, body, state, tries, posted_at, next_try_at) values (?1, ?2, ?3, 'WAITING', 0, ?4, ?5)").setParameter(1, id).setParameter(2, what)
				.setParameter(3, statement.build().toString()).setParameter(4, Timestamp.from(clock.now())).setParameter(5, Timestamp.from(clock.now())).executeUpdate();
		return 1;
	}

	/** Those of the last {@link #BACK} that were given up, with what the last of them met; null for none. */
	ExamDesk.GivenUp givenUp() {
		var last = rows("select count(*) over (), detail, ended_at from xapi_statement where state = 'FAILED' and ended_at >= ?1 order by ended_at desc, id fetch first 1 rows only",
				Timestamp.from(clock.now().minus(BACK)));
		return last.isEmpty() ? null : new ExamDesk.GivenUp(((Number) last.get(0)[0]).intValue(), (String) last.get(0)[1], Columns.moment(last.get(0)[2]));
	}

	// ------------------------------------------------------------ sending

	List<String> due(int most) {
		var ids = new ArrayList<String>();
		em.createNativeQuery("select id from xapi_statement where state = 'WAITING' and next_try_at <= ?1 order by next_try_at, id").setParameter(1, Timestamp.from(clock.now())).setMaxResults(most).getResultList()
				.forEach(id -> ids.add((String) id));
		return ids;
	}

	/** What a process that is gone had begun is due again. */
	void takeBack() {
		em.createNativeQuery("update xapi_statement set state = 'WAITING', claim = null where state = 'SENDING' and claimed_at < ?1").setParameter(1, Timestamp.from(clock.now().minus(LONGEST_CLAIM))).executeUpdate();
	}

	/** Takes it for one try; empty when somebody else has. */
	Optional<Claimed> claim(String id) {
		var claim = UUID.randomUUID().toString();
		var won = em.createNativeQuery("update xapi_statement set state = 'SENDING', tries = tries + 1, claim = ?1, claimed_at = ?2 where id = ?3 and state = 'WAITING'").setParameter(1, claim)
				.setParameter(2, Timestamp.from(clock.now())).setParameter(3, id).executeUpdate();
		return won == 0 ? Optional.empty()
				: rows("select id, body, tries from xapi_statement where id = ?1", id).stream().map(row -> new Claimed(id, claim, (String) row[1], ((Number) row[2]).intValue())).findFirst();
	}

	/** The store has it. */
	void sent(Claimed claimed) {
		end(claimed, "SENT", null);
	}

	/** It is tried again later, or given up when it was tried often enough or the store will never take it. */
	void failed(Claimed claimed, String detail, boolean forGood) {
		if (forGood || claimed.tries() > PAUSES.size()) {
			end(claimed, "FAILED", detail);
			return;
		}
		em.createNativeQuery("update xapi_statement set state = 'WAITING', next_try_at = ?1, claim = null, detail = ?2 where id = ?3 and claim = ?4")
				.setParameter(1, Timestamp.from(clock.now().plus(PAUSES.get(claimed.tries() - 1)))).setParameter(2, detail).setParameter(3, claimed.id()).setParameter(4, claimed.claim()).executeUpdate();
	}

	private void end(Claimed claimed, String state, String detail) {
		var query = em.createNativeQuery("update xapi_statement set state = ?1, ended_at = ?2, next_try_at = null, detail = " + (detail == null ? "null" : "?5") + " where id = ?3 and claim = ?4")
				.setParameter(1, state).setParameter(2, Timestamp.from(clock.now())).setParameter(3, claimed.id()).setParameter(4, claimed.claim());
		(detail == null ? query : query.setParameter(5, detail)).executeUpdate();
	}
}
