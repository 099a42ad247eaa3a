package org.headcoach.pipeline;

import static org.headcoach.pipeline.FiguresByHand.*;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.headcoach.pipeline.MonthRecount.Held;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The SQL that counts figures against the same rules in plain Java, on whatever jqwik invents. */
class MonthRecountTest {

	private static final LocalDate START = LocalDate.of(2026, 1, 1);
	private static final int DAYS = 120;
	private static final int PEOPLE = 4;

	private static FiguresDatabase database;

	@BeforeContainer
	static void open() throws SQLException {
		database = new FiguresDatabase();
		// a second process, for one segment and one of the CRM's pipelines, with the feeds that the standard one does not use
		database.run("insert into sales_process (id, name, main, segment, deal_pipeline, version) values (10, 'Enterprise', false, 'Enterprise', 'Big', 1)");
		database.run("""
				insert into funnel_step (id, process_id, ordinal, code, name, fed_by, feed_value, feed_rule) values
				(11, 10, 0, 'TALKS', 'Talks', 'ACTIVITY', 'CALL', 'ONLY'), (12, 10, 1, 'OPENED', 'Opened', 'DEALS_CREATED', null, 'ALL'),
				(13, 10, 2, 'PROPOSED', 'Proposed', 'DEALS_IN_STAGE', null, 'ONLY'), (14, 10, 3, 'BIG_WINS', 'Big wins', 'DEALS_WON', null, 'ALL')""");
		database.run("""
				insert into funnel_step_value (step_id, compared, said) values (11, 'connected', 'Connected'), (13, 'contract sent', 'Contract sent'),
				(13, 'closed won', 'Closed won')""");
		database.connection.commit();
	}

	@AfterContainer
	static void close() throws SQLException {
		database.close();
	}

	/** The funnels of the database, as {@link SalesProcesses} would read them. */
	private static final List<Funnel> FUNNELS = List.of(StandardFunnel.FUNNEL,
			new Funnel(10L, "Enterprise", false, "Enterprise", "Big", List.of(
					new Funnel.Step("TALKS", "Talks", Feed.ACTIVITY, "CALL", FeedRule.ONLY, List.of("Connected")),
					new Funnel.Step("OPENED", "Opened", Feed.DEALS_CREATED, null, FeedRule.ALL, List.of()),
					new Funnel.Step("PROPOSED", "Proposed", Feed.DEALS_IN_STAGE, null, FeedRule.ONLY, List.of("Contract sent", "Closed won")),
					new Funnel.Step("BIG_WINS", "Big wins", Feed.DEALS_WON, null, FeedRule.ALL, List.of()))));

	record Company(List<Held> held, Raw raw) {
	}

	@Property(tries = 60)
	void comesToWhatTheRulesSay(@ForAll("companies") Company company) throws SQLException {
		var figures = counted(company.held(), company.raw());
		assertAll(() -> assertEquals(rounded(byHand(company)), rounded(figures)), () -> assertEquals(0, database.marks()));
	}

	@Property(tries = 25)
	void splittingAFileInTwoGivesTheSameFigures(@ForAll("companies") Company company, @ForAll Random random) throws SQLException {
		var whole = counted(company.held(), company.raw());
		database.clear();
		database.people(PEOPLE, company.held());
		for (var half : halves(company.raw(), random)) {
			database.add(half);
			database.recount();
		}
		assertEquals(whole, database.figures());
	}

	@Property(tries = 25)
	void theOrderOfLinesDoesNotMatter(@ForAll("companies") Company company, @ForAll Random random) throws SQLException {
		var raw = company.raw();
		assertEquals(counted(company.held(), raw), counted(company.held(), new Raw(shuffled(raw.leads(), random), shuffled(raw.activities(), random),
				shuffled(raw.deals(), random), shuffled(raw.cancellations(), random))));
	}

	@Property(tries = 15)
	void aSecondRunChangesNothing(@ForAll("companies") Company company) throws SQLException {
		var once = counted(company.held(), company.raw());
		var due = database.recount();
		assertEquals(0, due);
		for (var key : once.keySet()) {
			database.mark(key.person(), key.month().atDay(1));
		}
		database.recount();
		assertEquals(once, database.figures());
	}

	private static Map<Key, BigDecimal> byHand(Company company) {
		return new FiguresByHand("USD", FUNNELS, company.held()).of(company.raw());
	}

	private static Map<Key, BigDecimal> counted(List<Held> held, Raw raw) throws SQLException {
		database.clear();
		database.people(PEOPLE, held);
		database.add(raw);
		database.recount();
		return database.figures();
	}

	private static Map<Key, BigDecimal> rounded(Map<Key, BigDecimal> figures) {
		var plain = new TreeMap<Key, BigDecimal>();
		figures.forEach((key, quantity) -> plain.put(key, quantity.stripTrailingZeros()));
		return plain;
	}

	private static List<Raw> halves(Raw raw, Random random) {
		var first = new Raw(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		var second = new Raw(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		raw.leads().forEach(lead -> (random.nextBoolean() ? first : second).leads().add(lead));
		raw.activities().forEach(activity -> (random.nextBoolean() ? first : second).activities().add(activity));
		raw.deals().forEach(deal -> (random.nextBoolean() ? first : second).deals().add(deal));
		raw.cancellations().forEach(cancellation -> (random.nextBoolean() ? first : second).cancellations().add(cancellation));
		return List.of(first, second);
	}

	private static <T> List<T> shuffled(List<T> lines, Random random) {
		var other = new ArrayList<>(lines);
		Collections.shuffle(other, random);
		return other;
	}

	@Provide
	Arbitrary<Company> companies() {
		var raw = Combinators.combine(leads().list().ofMaxSize(15), activities().list().ofMaxSize(25), deals().list().ofMaxSize(15),
				cancellations().list().ofMaxSize(10)).as((leads, activities, deals, cancellations) -> new Raw(
						numbered(leads, (lead, n) -> new Lead("L" + n, lead.owner(), lead.firstWorked())),
						numbered(activities, (a, n) -> new Activity("A" + n, a.type(), a.owner(), a.happened(), a.outcome())),
						numbered(deals, (d, n) -> new Deal("D" + n, d.owner(), d.pipeline(), d.stage(), d.state(), d.created(), d.closed(), d.mrr(),
								d.currency(), d.discount())),
						numbered(cancellations, (c, n) -> new Cancellation("C" + (100 + n), c.deal(), c.cancelled(), c.mrr(), c.currency()))));
		return Combinators.combine(held(), raw).as(Company::new);
	}

	private interface Numbering<T> {
		T with(T line, int number);
	}

	private static <T> List<T> numbered(List<T> lines, Numbering<T> numbering) {
		var numbered = new ArrayList<T>();
		lines.forEach(line -> numbered.add(numbering.with(line, numbered.size())));
		return numbered;
	}

	/** Up to three places a person, with gaps, open ends that a later place cuts off, and overlaps. */
	private Arbitrary<List<Held>> held() {
		var place = Combinators.combine(Arbitraries.longs().between(1, PEOPLE), days(), days().injectNull(0.5), Arbitraries.longs().between(1, 3).injectNull(0.2),
				Arbitraries.longs().between(1, 2).injectNull(0.3), Arbitraries.of("Enterprise", "Small").injectNull(0.3))
				.as((person, from, until, team, region, segment) -> new Held(person, from, until == null || until.isAfter(from) ? until : null, team, region,
						segment));
		return place.list().ofMaxSize(9).map(places -> {
			var byStart = new TreeMap<String, Held>();
			places.forEach(p -> byStart.put(p.personId() + " " + p.from(), p));
			return List.copyOf(byStart.values());
		});
	}

	private Arbitrary<Lead> leads() {
		return Combinators.combine(owners(), days().injectNull(0.2)).as((owner, day) -> new Lead(null, owner, day));
	}

	private Arbitrary<Activity> activities() {
		return Combinators.combine(Arbitraries.of("CALL", "CONNECT", "EMAIL", "DISCOVERY", "DEMO"), owners(), days(),
				Arbitraries.of("Held", "No show", "no-show", "NO_SHOW", "Connected", "", "Qualified").injectNull(0.2))
				.as((type, owner, day, outcome) -> new Activity(null, type, owner, day, outcome));
	}

	private Arbitrary<Deal> deals() {
		var dates = Combinators.combine(days().injectNull(0.1), days().injectNull(0.2)).as((created, closed) -> new LocalDate[] {created, closed});
		var money = Combinators.combine(amounts().injectNull(0.1), Arbitraries.of("USD", "EUR").injectNull(0.2), Arbitraries.integers().between(0, 40)
				.map(BigDecimal::valueOf).injectNull(0.3)).as((mrr, currency, discount) -> new Object[] {mrr, currency, discount});
		return Combinators.combine(owners(), Arbitraries.of("Big", "Small").injectNull(0.2), Arbitraries.of("Contract Sent", "closed-won", "New").injectNull(0.1),
				Arbitraries.of("OPEN", "WON", "WON", "LOST"), dates, money)
				.as((owner, pipeline, stage, state, day, m) -> new Deal(null, owner, pipeline, stage, state, day[0], day[1], (BigDecimal) m[0], (String) m[1],
						(BigDecimal) m[2]));
	}

	private Arbitrary<Cancellation> cancellations() {
		return Combinators.combine(Arbitraries.integers().between(0, 14), days(), amounts().injectNull(0.5), Arbitraries.of("USD", "EUR").injectNull(0.3))
				.as((deal, day, mrr, currency) -> new Cancellation(null, "D" + deal, day, mrr, currency));
	}

	private static Arbitrary<Long> owners() {
		return Arbitraries.longs().between(1, PEOPLE).injectNull(0.1);
	}

	private static Arbitrary<LocalDate> days() {
		return Arbitraries.integers().between(0, DAYS - 1).map(START::plusDays);
	}

	private static Arbitrary<BigDecimal> amounts() {
		return Arbitraries.bigDecimals().between(BigDecimal.valueOf(-10), BigDecimal.valueOf(900)).ofScale(2);
	}
}
