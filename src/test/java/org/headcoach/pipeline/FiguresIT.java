package org.headcoach.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.headcoach.InContainer;
import org.headcoach.people.AccountRole;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Role;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.FigurePages.BehindAsk;
import org.headcoach.pipeline.FigurePages.FiguresAsk;
import org.headcoach.pipeline.FigurePages.PeelAsk;
import org.headcoach.pipeline.FigurePages.Scope;
import org.headcoach.shared.NotHereException;
import org.headcoach.suite.Fixtures.Sales;
import org.junit.jupiter.api.Test;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;

/** Figures in the database of the suite, through the services. */
class FiguresIT extends InContainer {

	private static final YearMonth MONTH = YearMonth.of(2026, 3);
	private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	@Inject
	private Figures figures;

	@Inject
	private MonthlyFigures monthly;

	@Inject
	private FigureService service;

	@Inject
	private SalesProcesses processes;

	@Inject
	private PeopleService people;

	@Test
	void theSqlComesToWhatTheRulesSay() throws SQLException {
		var sales = given.aTeamOf(3, LONG_AGO);
		var random = new Random(11);
		var activities = new java.util.ArrayList<FiguresByHand.Activity>();
		for (int i = 0; i < 300; i++) {
			activities.add(new FiguresByHand.Activity(given.unique("A"), List.of("CALL", "CONNECT", "DISCOVERY", "DEMO").get(random.nextInt(4)),
					sales.rep(random.nextInt(3)).id(), MONTH.atDay(1).plusDays(random.nextInt(60)), random.nextInt(5) == 0 ? "No show" : "Held"));
		}
		add(activities);
		figures.recomputeDue();
		var expected = new FiguresByHand("USD", List.of(StandardFunnel.FUNNEL), sales.reps().stream()
				.map(rep -> new MonthRecount.Held(rep.id(), LONG_AGO, null, sales.team().id(), sales.region().id(), null)).toList())
				.of(new FiguresByHand.Raw(List.of(), activities, List.of(), List.of()));
		var table = monthly.of(ids(sales), MONTH, MONTH.plusMonths(1));
		var found = new TreeMap<FiguresByHand.Key, BigDecimal>();
		for (var rep : sales.reps()) {
			for (var month = MONTH; !month.isAfter(MONTH.plusMonths(1)); month = month.plusMonths(1)) {
				var inMonth = month;
				table.in(rep.id(), month).byCode().forEach((code, quantity) -> found.put(
						new FiguresByHand.Key(rep.id(), inMonth, code, sales.team().id(), sales.region().id()), quantity));
			}
		}
		assertEquals(expected, found);
		assertEquals(table.in(sales.rep(0).id(), MONTH).get("CONNECTS"), monthly.inTeam(sales.team().id(), MONTH, MONTH).in(sales.rep(0).id(), MONTH).get("CONNECTS"));
	}

	@Test
	void fiftyRepsAreReadByOneQuery() throws SQLException {
		var sales = given.aTeamOf(50, LONG_AGO);
		add(sales.reps().stream().map(rep -> new FiguresByHand.Activity(given.unique("A"), "CONNECT", rep.id(), MONTH.atDay(3), "Interested")).toList());
		figures.recomputeDue();
		try (var sql = new SqlSeen()) {
			var table = monthly.of(ids(sales), MONTH.minusMonths(13), MONTH);
			assertEquals(50, table.ids().size());
			assertEquals(1, sql.reading("monthly_figure").size());
			assertEquals(List.of(), sql.reading(" activity"));
		}
	}

	@Test
	void aPageReadsTheTableOnceAndComesToWhatItsPartsComeTo() throws SQLException {
		var sales = given.aTeamOf(3, LONG_AGO);
		var other = given.aTeamOf(2, LONG_AGO);
		for (var rep : List.of(sales.rep(0), sales.rep(1), other.rep(0))) {
			win(rep, MONTH.atDay(12), 500);
			win(rep, MONTH.minusMonths(1).atDay(12), 120);
			win(rep, MONTH.minusMonths(7).atDay(12), 90);
			add(List.of(new FiguresByHand.Activity(given.unique("A"), "CONNECT", rep.id(), MONTH.atDay(3), "Interested"),
					new FiguresByHand.Activity(given.unique("A"), "CONNECT", rep.id(), MONTH.minusMonths(3).atDay(3), "Interested")));
		}
		figures.recomputeDue();
		var first = MONTH.minusMonths(4);
		var company = monthly.company(first, MONTH);
		var teams = monthly.teams(first, MONTH);
		var people = monthly.of(ids(sales), first, MONTH);
		given.as(given.actor(AccountRole.EXECUTIVE, sales.vp()), () -> {
			var whole = once(new FiguresAsk(MONTH, 4, null, null, false));
			assertMonths(whole, month -> company.in(MonthlyFigures.COMPANY, month));
			assertLines(whole, id -> teams.in(id, MONTH), id -> teams.in(id, MONTH.minusMonths(1)));
			var region = once(new FiguresAsk(MONTH, 4, null, sales.region().id(), true));
			assertMonths(region, month -> monthly.regions(first, MONTH).in(sales.region().id(), month));
			assertLines(region, id -> people.in(id, MONTH), id -> people.in(id, MONTH.minusMonths(1)));
			assertSame(company.in(MonthlyFigures.COMPANY, MONTH), region.company().quantities());
			var team = once(new FiguresAsk(MONTH, 4, sales.team().id(), null, true));
			assertMonths(team, month -> teams.in(sales.team().id(), month));
			assertLines(team, id -> people.in(id, MONTH), id -> people.in(id, MONTH.minusMonths(1)));
			assertSame(company.in(MonthlyFigures.COMPANY, MONTH), team.company().quantities());
		});
		given.as(given.actor(AccountRole.DIRECTOR, sales.director()), () -> {
			// the whole line is the one team that was asked for before, so nothing is read
			var line = service.figures(new FiguresAsk(MONTH, 4, null, null, true));
			assertEquals(Scope.LINE, line.scope());
			assertMonths(line, month -> sales.reps().stream().map(rep -> people.in(rep.id(), month)).reduce(Quantities.NONE, Quantities::plus));
			assertLines(line, id -> people.in(id, MONTH), id -> people.in(id, MONTH.minusMonths(1)));
		});
		given.as(given.actor(AccountRole.REP, sales.rep(0)), () -> {
			var own = once(new FiguresAsk(MONTH, 4, null, null, false));
			assertMonths(own, month -> people.in(sales.rep(0).id(), month));
			assertNull(own.company());
		});
	}

	private FigurePages.FiguresPage once(FiguresAsk ask) {
		try (var sql = new SqlSeen()) {
			var page = service.figures(ask);
			assertEquals(1, sql.reading("monthly_figure").size());
			return page;
		}
	}

	private static void assertMonths(FigurePages.FiguresPage page, java.util.function.Function<YearMonth, Quantities> expected) {
		assertEquals(5, page.months().size());
		page.months().forEach(line -> assertSame(expected.apply(line.month()), line.sums().quantities()));
	}

	private static void assertLines(FigurePages.FiguresPage page, java.util.function.LongFunction<Quantities> now, java.util.function.LongFunction<Quantities> before) {
		assertFalse(page.lines().isEmpty());
		page.lines().forEach(line -> {
			assertSame(now.apply(line.id()), line.now().quantities());
			assertSame(before.apply(line.id()), line.before().quantities());
		});
	}

	private static void assertSame(Quantities expected, Quantities found) {
		assertEquals(stripped(expected), stripped(found));
	}

	private static TreeMap<String, BigDecimal> stripped(Quantities quantities) {
		var stripped = new TreeMap<String, BigDecimal>();
		quantities.byCode().forEach((code, quantity) -> {
			if (quantity.signum() != 0) {
				stripped.put(code, quantity.stripTrailingZeros());
			}
		});
		return stripped;
	}

	@Test
	void anotherCurrencyOfTheCompanyCountsEveryMonthAnew() throws SQLException {
		var sales = given.aTeamOf(1, LONG_AGO);
		win(sales.rep(0), MONTH.atDay(12), 500);
		figures.recomputeDue();
		var admin = given.actor(AccountRole.ADMINISTRATOR, null);
		given.as(admin, () -> changeCurrency("EUR"));
		figures.recomputeDue();
		var inEuros = monthly.of(ids(sales), MONTH, MONTH).in(sales.rep(0).id(), MONTH);
		given.as(admin, () -> changeCurrency("USD"));
		figures.recomputeDue();
		var inDollars = monthly.of(ids(sales), MONTH, MONTH).in(sales.rep(0).id(), MONTH);
		assertEquals(0, inEuros.get(Quantity.MRR_WON).signum());
		assertEquals(1, inEuros.count(Quantity.FOREIGN_DEALS));
		assertEquals(0, new BigDecimal("500").compareTo(inDollars.get(Quantity.MRR_WON)));
	}

	private void changeCurrency(String currency) {
		var company = people.company();
		people.changeCompany(new PeopleService.ChangeCompany(company.version(), company.name(), currency, company.zone().getId(), company.fiscalYearStartMonth(),
				company.workingDays(), company.rankingShown()));
	}

	@Test
	void aSecondRunChangesNothing() throws SQLException {
		var sales = given.aTeamOf(1, LONG_AGO);
		add(List.of(new FiguresByHand.Activity(given.unique("A"), "DEMO", sales.rep(0).id(), MONTH.atDay(9), "Held")));
		figures.recomputeDue();
		mark(sales.rep(0), MONTH);
		mark(sales.rep(0), MONTH);
		figures.recomputeDue();
		assertEquals(1, monthly.of(ids(sales), MONTH, MONTH).in(sales.rep(0).id(), MONTH).count("DEMOS"));
	}

	@Test
	void aManagerGetsTheOwnTeamAndNoOther() throws SQLException {
		var own = given.aTeamOf(2, LONG_AGO);
		var other = given.aTeamOf(2, LONG_AGO);
		given.as(given.actor(AccountRole.MANAGER, own.manager()), () -> {
			var page = service.figures(new FiguresAsk(MONTH, 3, own.team().id(), null, true));
			assertEquals(Scope.TEAM, page.scope());
			assertEquals(2, page.lines().size());
			assertEquals(4, page.months().size());
			assertEquals(44, page.total().workingDays());
			assertThrows(NotHereException.class, () -> service.figures(new FiguresAsk(MONTH, 3, other.team().id(), null, true)));
			assertThrows(NotHereException.class, () -> service.peel(peel(other.rep(0).id(), null)));
			assertThrows(NotHereException.class, () -> service.behind(new BehindAsk(peel(other.rep(0).id(), null), null, false), 0, 10));
			assertThrows(NotHereException.class, () -> service.funnelsPage());
		});
	}

	@Test
	void aRepGetsTheOwnLineAndNoMoneyOfTheTeam() throws SQLException {
		var sales = given.aTeamOf(2, LONG_AGO);
		for (var rep : sales.reps()) {
			win(rep, MONTH.atDay(12), 500);
		}
		figures.recomputeDue();
		given.as(given.actor(AccountRole.REP, sales.rep(0)), () -> {
			var own = service.figures(new FiguresAsk(MONTH, 1, null, null, false));
			assertEquals(Scope.PERSON, own.scope());
			assertEquals(new BigDecimal("500"), own.total().quantities().get(Quantity.MRR_WON));
			assertNull(own.company());
			var team = service.figures(new FiguresAsk(MONTH, 1, sales.team().id(), null, true));
			assertEquals(2, team.total().quantities().count("CUSTOMERS"));
			assertEquals(BigDecimal.ZERO, team.total().quantities().get(Quantity.MRR_WON));
			assertTrue(team.lines().stream().allMatch(line -> line.own() == line.now().quantities().byCode().containsKey("MRR_WON")));
			assertThrows(NotHereException.class, () -> service.peel(peel(sales.rep(1).id(), null)));
			assertThrows(NotHereException.class, () -> service.peel(peel(null, sales.team().id())));
		});
	}

	@Test
	void aPeelIsCutByOutcomeAndLeadsToItsRows() throws SQLException {
		var sales = given.aTeamOf(2, LONG_AGO);
		var rep = sales.rep(0).id();
		add(List.of(new FiguresByHand.Activity(given.unique("A"), "DISCOVERY", rep, MONTH.atDay(2), "Qualified"),
				new FiguresByHand.Activity(given.unique("A"), "DISCOVERY", rep, MONTH.atDay(3), "No show"),
				new FiguresByHand.Activity(given.unique("A"), "DISCOVERY", rep, MONTH.atDay(4), "No show"),
				new FiguresByHand.Activity(given.unique("A"), "DEMO", rep, MONTH.atDay(5), "Held"),
				new FiguresByHand.Activity(given.unique("A"), "DISCOVERY", sales.rep(1).id(), MONTH.atDay(5), "Qualified")));
		figures.recomputeDue();
		given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> {
			var page = service.peel(new PeelAsk(rep, null, "DEMOS", PeelBy.OUTCOME, MONTH, 1));
			assertEquals(List.of("No show", "Qualified"), page.slices().stream().map(FigurePages.Slice::key).toList());
			assertEquals(2, page.slices().get(0).from());
			assertEquals(3, page.total().from());
			assertEquals(0, page.slices().get(0).others().value().signum());
			assertEquals(BigDecimal.ONE, page.rate().value());
			var behind = service.behind(new BehindAsk(new PeelAsk(rep, null, "DEMOS", PeelBy.OUTCOME, MONTH, 1), "No show", false), 0, 1);
			assertEquals(2, behind.total());
			assertEquals(MONTH.atDay(4), behind.rows().get(0).day());
			for (var by : service.peel(new PeelAsk(null, sales.team().id(), "DEMOS", PeelBy.WEEKDAY, MONTH, 3)).ways()) {
				var team = service.peel(new PeelAsk(null, sales.team().id(), "DEMOS", by, MONTH, 3));
				assertFalse(team.slices().isEmpty(), by::name);
				var slice = team.slices().get(0);
				assertEquals(slice.from(), service.behind(new BehindAsk(new PeelAsk(null, sales.team().id(), "DEMOS", by, MONTH, 3), slice.key(), false), 0, 10).total(), by::name);
			}
		});
	}

	@Test
	void aPreviewShowsWhatSavingThenCounts() throws SQLException {
		var sales = given.aTeamOf(1, LONG_AGO);
		var type = given.unique("WEBINAR");
		add(List.of(new FiguresByHand.Activity(given.unique("A"), type, sales.rep(0).id(), MONTH.atDay(2), "Came"),
				new FiguresByHand.Activity(given.unique("A"), type, sales.rep(0).id(), MONTH.atDay(3), "Missed")));
		var name = given.unique("Process");
		var funnel = new Funnel(null, name, false, null, null, List.of(new Funnel.Step("new-1", name + " invited", Feed.ACTIVITY, type, FeedRule.ALL, List.of()),
				new Funnel.Step("new-2", name + " came", Feed.ACTIVITY, type, FeedRule.ONLY, List.of("came"))));
		var id = given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> {
			assertEquals(List.of(2L, 1L), service.preview(funnel, MONTH, Funnel.Step::name).stream().map(FigurePages.PreviewLine::then).toList());
			return service.define(funnel, null, Funnel.Step::name);
		});
		figures.recomputeDue();
		var saved = processes.funnels().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
		var table = monthly.of(ids(sales), MONTH, MONTH);
		assertEquals(List.of(2L, 1L), saved.steps().stream().map(step -> table.in(sales.rep(0).id(), MONTH).count(step.code())).toList());
		given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> service.remove(id));
		figures.recomputeDue();
		assertEquals(0, monthly.of(ids(sales), MONTH, MONTH).in(sales.rep(0).id(), MONTH).count(saved.first().code()));
	}

	/** The team's figures are those of its days: month by month they stay what they were, and its lines add up to them. */
	@Test
	void whoMovesInTheMiddleOfAMonthCountsInEachTeamForTheDaysThere() throws SQLException {
		var harbor = given.aTeamOf(2, LONG_AGO);
		var beacon = given.aTeamOf(1, LONG_AGO);
		var mover = harbor.rep(0);
		add(List.of(new FiguresByHand.Activity(given.unique("A"), "CONNECT", mover.id(), MONTH.minusMonths(1).atDay(20), "Reached"),
				new FiguresByHand.Activity(given.unique("A"), "CONNECT", mover.id(), MONTH.atDay(2), "Reached"), new FiguresByHand.Activity(given.unique("A"), "CONNECT", mover.id(), MONTH.atDay(25), "Reached"),
				new FiguresByHand.Activity(given.unique("A"), "CONNECT", harbor.rep(1).id(), MONTH.atDay(3), "Reached")));
		given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> {
			people.move(new PeopleService.Move(mover.id(), MONTH.atDay(15), new PeopleService.Place(Role.REP, "Rep", null, beacon.team().id(), null, null), null));
			var second = people.createTeam(given.unique("Summit"), harbor.region().id());
			people.hire(new PeopleService.Hire(given.unique("Manager"), null, null, LONG_AGO, new PeopleService.Place(Role.MANAGER, "Manager", null, second, null, harbor.director().id())));
			people.hire(new PeopleService.Hire(given.unique("Rep"), null, null, LONG_AGO, new PeopleService.Place(Role.REP, "Rep", null, second, null, null)));
		});
		figures.recomputeDue();
		given.as(given.actor(AccountRole.DIRECTOR, harbor.director()), () -> {
			var now = service.figures(new FiguresAsk(MONTH, 2, null, null, false));
			assertTrue(now.linesAreTeams(), "two teams");
			assertEquals(List.of(2L, 1L), now.months().stream().limit(2).map(line -> line.sums().quantities().count("CONNECTS")).toList(), "those who left the line in the month too");
			assertEquals(2, now.lines().stream().mapToLong(line -> line.now().quantities().count("CONNECTS")).sum());
			assertEquals(now.total().workingDays(), now.lines().stream().mapToInt(line -> line.now().workingDays()).sum());
		});
		given.as(given.actor(AccountRole.MANAGER, harbor.manager()), () -> {
			var now = service.figures(new FiguresAsk(MONTH, 2, null, null, true));
			assertEquals(List.of(2L, 1L), now.months().stream().limit(2).map(line -> line.sums().quantities().count("CONNECTS")).toList());
			assertEquals(2, now.lines().stream().mapToLong(line -> line.now().quantities().count("CONNECTS")).sum(), "the lines with who has moved on");
			assertEquals(1, service.figures(new FiguresAsk(MONTH.minusMonths(1), 2, null, null, true)).total().quantities().count("CONNECTS"), "a month before, the same as in that line");
			assertEquals(2, service.figuresByPerson(new FiguresAsk(MONTH, 1, harbor.team().id(), null, true), 0, 9).stream().mapToLong(one -> one.months().get(0).sums().quantities().count("CONNECTS")).sum());
		});
		given.as(given.actor(AccountRole.MANAGER, beacon.manager()), () -> {
			var now = service.figures(new FiguresAsk(MONTH, 2, null, null, true));
			assertEquals(List.of(1L, 0L), now.months().stream().limit(2).map(line -> line.sums().quantities().count("CONNECTS")).toList());
			assertEquals(now.total().workingDays(), now.lines().stream().mapToInt(line -> line.now().workingDays()).sum(), "of who came in the middle the days from then on");
		});
	}

	/** Only a step's name changes, nothing of the process itself. */
	@Test
	void whatAnotherAdministratorHasChangedInAStepMeanwhileIsNotOverwritten() {
		var name = given.unique("Process");
		given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> {
			var id = service.define(new Funnel(null, name, false, null, null, List.of(step("new-1", name + " asked"),
					new Funnel.Step("new-2", name + " came", Feed.ACTIVITY, "DEMO", FeedRule.ONLY, List.of("Attended", "Came", "Stayed")))), null, Funnel.Step::name);
			var seen = service.funnelsPage().funnels().stream().filter(one -> id.equals(one.funnel().id())).findFirst().orElseThrow();
			var renamed = seen.funnel().steps().stream().map(step -> new Funnel.Step(step.code(), step.name() + " again", step.fedBy(), step.feedValue(), step.rule(), step.values())).toList();
			service.define(new Funnel(id, name, false, null, null, renamed), seen.version(), Funnel.Step::name);
			assertThrows(OptimisticLockException.class, () -> service.define(seen.funnel(), seen.version(), Funnel.Step::name));
			assertEquals(renamed, processes.funnels().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow().steps());
			service.remove(id);
		});
	}

	private static Funnel.Step step(String code, String name) {
		return new Funnel.Step(code, name, Feed.ACTIVITY, "DEMO", FeedRule.ALL, List.of());
	}

	private static PeelAsk peel(Long person, Long team) {
		return new PeelAsk(person, team, "DEMOS", PeelBy.MONTH, MONTH, 3);
	}

	private static List<Long> ids(Sales sales) {
		return sales.reps().stream().map(Salesperson::id).toList();
	}

	/** Writes activities and their marks, as an import does. */
	private void add(List<FiguresByHand.Activity> activities) throws SQLException {
		var batch = batch();
		for (var a : activities) {
			run("insert into activity (source_id, external_id, type, happened_at, happened_on, owner_id, outcome, batch_id) values (?, ?, ?, ?, ?, ?, ?, ?)", batch,
					a.id(), a.type(), Timestamp.valueOf(a.happened().atTime(9, 0)), Date.valueOf(a.happened()), a.owner(), a.outcome(), batch);
			run("insert into month_due (person_id, in_month, marked_at) values (?, ?, ?)", a.owner(), Date.valueOf(a.happened().withDayOfMonth(1)), Timestamp.from(Instant.now()));
		}
	}

	private void win(Salesperson owner, LocalDate day, int mrr) throws SQLException {
		var batch = batch();
		run("insert into deal (source_id, external_id, owner_id, state, created_on, closed_on, mrr, currency, batch_id) values (?, ?, ?, 'WON', ?, ?, ?, 'USD', ?)", batch,
				given.unique("D"), owner.id(), Date.valueOf(day), Date.valueOf(day), BigDecimal.valueOf(mrr), batch);
		mark(owner, YearMonth.from(day));
	}

	private void mark(Salesperson person, YearMonth month) throws SQLException {
		run("insert into month_due (person_id, in_month, marked_at) values (?, ?, ?)", person.id(), Date.valueOf(month.atDay(1)), Timestamp.from(Instant.now()));
	}

	/** A source and a batch of the same number, far from those of the sequence. */
	private long batch() throws SQLException {
		var name = given.unique("CRM");
		var id = 1_000_000_000L + Long.parseLong(name.substring(name.indexOf('-') + 1));
		run("insert into import_source (id, name, system, version) values (?, ?, 'HUBSPOT', 1)", id, name);
		run("""
				insert into import_batch (id, source_id, kind, file_name, file_hash, file_size, status, lines_done, count_new, count_changed, count_same, count_rejected,
					cancel_requested, created_at, created_by_name, version)
				values (?, ?, 'ACTIVITIES', 'a.csv', ?, 1, 'COMMITTED', 1, 1, 0, 0, 0, false, ?, 'Test', 1)""", id, id, name, Timestamp.from(Instant.now()));
		return id;
	}

	private void run(String sql, Object... arguments) throws SQLException {
		try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < arguments.length; i++) {
				statement.setObject(i + 1, arguments[i]);
			}
			statement.executeUpdate();
		}
	}
}
