package org.headcoach.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.headcoach.InContainer;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.SoldDeals.Done;
import org.headcoach.pipeline.SoldDeals.Payment;
import org.headcoach.pipeline.SoldDeals.SoldDeal;
import org.headcoach.pipeline.SoldDeals.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;

/** What pay reads of the CRM's rows. */
class SoldDealsIT extends InContainer {

	private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
	private static final LocalDate LAST = LocalDate.of(2026, 10, 31);

	@Inject
	private SoldDeals deals;

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	private Salesperson amira;
	private Salesperson kofi;
	private Salesperson elena;
	private String crm;
	private int source;

	@BeforeEach
	void aTeamAndTwoSystems() {
		var sales = given.aTeamOf(3, LocalDate.of(2025, 1, 1));
		amira = sales.rep(0);
		kofi = sales.rep(1);
		elena = sales.rep(2);
		crm = given.unique("CRM");
		source = Integer.parseInt(crm.substring(4));
		system(source, crm);
		system(-source, crm + " of another");
	}

	private void system(int id, String name) {
		run("insert into import_source (id, name, system, version) values (" + -1_000_000_000L + " + " + id + ", '" + name + "', 'OTHER', 1)");
		run("insert into import_batch (id, source_id, kind, file_name, file_hash, file_size, status, lines_done, count_new, count_changed, count_same, count_rejected,"
				+ " cancel_requested, created_at, created_by_name, version) select id, id, 'DEALS', 'deals.csv', 'x', 1, 'IMPORTED', 0, 0, 0, 0, 0, false, current_timestamp,"
				+ " 'Test', 1 from import_source where name = '" + name + "'");
	}

	private void run(String sql) {
		try (var connection = database.getConnection(); var statement = connection.createStatement()) {
			statement.executeUpdate(sql);
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	/** A row of this system. */
	private void row(String table, String columns, String values) {
		row(crm, table, columns, values);
	}

	private void row(String system, String table, String columns, String values) {
		run("insert into " + table + " (source_id, batch_id, " + columns + ") select id, id, " + values + " from import_source where name = '" + system + "'");
	}

	private void deal(String id, Salesperson owner, String state, String closed) {
		row("deal", "external_id, name, customer, owner_id, state, created_on, closed_on, amount, mrr, margin, units, currency, prepaid_months, probability",
				"'" + id + "', 'Arden Paper', 'Arden', " + (owner == null ? "null" : owner.id()) + ", '" + state + "', date '2026-09-01', " + (closed == null ? "null" : "date '" + closed + "'")
						+ ", 1200.50, 100.04, -30, 12.5, 'USD', 3, " + (state.equals("OPEN") ? "40" : "null"));
	}

	private void split(String deal, Salesperson person, String share, boolean overlay) {
		row("deal_split", "external_id, deal_external_id, owner_id, share, overlay", "'" + given.unique("S") + "', '" + deal + "', " + (person == null ? "null" : person.id()) + ", "
				+ share + ", " + overlay);
	}

	private static List<String> ids(List<SoldDeal> found) {
		return found.stream().map(SoldDeal::externalId).toList();
	}

	private static BigDecimal number(String text) {
		return new BigDecimal(text);
	}

	@Test
	void aWonDealComesWithItsSharesPaymentsAndItsFirstCancellation() {
		deal("1", amira, "WON", "2026-10-20");
		split("1", kofi, "40", false);
		split("1", elena, "110", true);
		split("1", amira, "60", false);
		row("payment", "external_id, deal_external_id, paid_on, invoiced_on, amount, currency, months_covered", "'P2', '1', date '2026-10-30', null, 99.5, 'USD', null");
		row("payment", "external_id, deal_external_id, paid_on, invoiced_on, amount, currency, months_covered", "'P1', '1', date '2026-10-25', date '2026-10-21', 300, 'USD', 6");
		row("cancellation", "external_id, deal_external_id, cancelled_on, reason", "'C2', '1', date '2026-12-01', 'Too expensive'");
		row("cancellation", "external_id, deal_external_id, cancelled_on, reason", "'C1', '1', date '2026-11-15', 'Out of business'");
		var deal = deals.won(List.of(amira.id()), FIRST, LAST).get(0);
		assertEquals(new SoldDeal(deal.id(), -1_000_000_000L + source, "1", "Arden Paper", "Arden", amira.id(), "WON", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 20),
				number("1200.5"), number("100.04"), number("-30"), number("12.5"), "USD", 3, null,
				List.of(new Split(amira.id(), number("60"), false), new Split(kofi.id(), number("40"), false), new Split(elena.id(), number("110"), true)),
				List.of(new Payment("P1", LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 21), number("300"), "USD", 6),
						new Payment("P2", LocalDate.of(2026, 10, 30), null, number("99.5"), "USD", 3)), LocalDate.of(2026, 11, 15), "Out of business"), deal);
		assertEquals(Optional.of(deal), deals.of(deal.id()));
		assertEquals(Optional.empty(), deals.of(-1));
	}

	@Test
	void aDealIsFoundForItsOwnerAndForWhoSharesItAndOnceForBoth() {
		deal("1", amira, "WON", "2026-10-20");
		split("1", amira, "50", false);
		split("1", kofi, "50", false);
		deal("2", null, "WON", "2026-10-02");
		split("2", kofi, "10", true);
		assertEquals(List.of("1"), ids(deals.won(List.of(amira.id()), FIRST, LAST)));
		assertEquals(List.of("2", "1"), ids(deals.won(List.of(kofi.id()), FIRST, LAST)));
		assertEquals(List.of("2", "1"), ids(deals.won(List.of(amira.id(), kofi.id()), FIRST, LAST)));
		assertEquals(List.of(), deals.won(List.of(elena.id()), FIRST, LAST));
		assertEquals(List.of(), deals.won(List.of(), FIRST, LAST));
		assertEquals(List.of("2", "1"), ids(deals.won(null, FIRST, LAST).stream().filter(deal -> deal.sourceId() == -1_000_000_000L + source).toList()));
	}

	@Test
	void theFirstAndTheLastDayCountAndOnlyWhatIsWon() {
		deal("1", amira, "WON", "2026-10-31");
		deal("2", amira, "WON", "2026-10-01");
		deal("3", amira, "WON", "2026-09-30");
		deal("4", amira, "WON", "2026-11-01");
		deal("5", amira, "LOST", "2026-10-15");
		deal("6", amira, "OPEN", null);
		assertEquals(List.of("2", "1"), ids(deals.won(List.of(amira.id()), FIRST, LAST)));
		assertEquals(List.of(), deals.won(List.of(amira.id()), FIRST.plusDays(1), LAST.minusDays(1)));
	}

	@Test
	void anOpenDealHasAProbabilityAndNoDayOfClosing() {
		deal("1", amira, "OPEN", null);
		deal("2", kofi, "OPEN", null);
		split("2", amira, "30", false);
		deal("3", amira, "WON", "2026-10-20");
		var open = deals.open(List.of(amira.id()));
		assertEquals(List.of("1", "2"), ids(open));
		assertEquals(number("40"), open.get(0).probability());
		assertNull(open.get(0).closedOn());
		assertTrue(ids(deals.open(null)).containsAll(List.of("1", "2")));
	}

	@Test
	void whatAnotherSystemSaysOfTheSameNumberIsAnotherDeals() {
		deal("1", amira, "WON", "2026-10-20");
		row(crm + " of another", "payment", "external_id, deal_external_id, paid_on, amount, currency", "'P1', '1', date '2026-10-30', 1, 'USD'");
		row(crm + " of another", "cancellation", "external_id, deal_external_id, cancelled_on", "'C1', '1', date '2026-10-30'");
		row(crm + " of another", "deal_split", "external_id, deal_external_id, owner_id, share, overlay", "'S1', '1', " + kofi.id() + ", 100, false");
		var deal = deals.won(List.of(amira.id()), FIRST, LAST).get(0);
		assertEquals(List.of(), deal.payments());
		assertEquals(List.of(), deal.splits());
		assertNull(deal.cancelledOn());
		assertEquals(List.of(), deals.won(List.of(kofi.id()), FIRST, LAST));
	}

	@Test
	void aShareOfSomebodyOutsideTheSalesLineIsNobodys() {
		deal("1", amira, "WON", "2026-10-20");
		split("1", amira, "60", false);
		split("1", null, "40", false);
		assertEquals(List.of(new Split(Split.NOBODY, number("40"), false), new Split(amira.id(), number("60"), false)),
				deals.won(List.of(amira.id()), FIRST, LAST).get(0).splits());
	}

	@Test
	void fourStatementsReadHoweverManyDealsThereAre() {
		for (int i = 1; i <= 30; i++) {
			deal(String.valueOf(i), amira, "WON", "2026-10-20");
			split(String.valueOf(i), kofi, "50", false);
		}
		try (var sql = new SqlSeen()) {
			assertEquals(30, deals.won(List.of(amira.id(), kofi.id()), FIRST, LAST).size());
			assertEquals(4, sql.reading().size(), sql.reading().toString());
		}
		try (var sql = new SqlSeen()) {
			assertTrue(deals.won(null, FIRST, LAST).size() >= 30);
			assertEquals(4, sql.reading().size(), sql.reading().toString());
			assertTrue(sql.reading().stream().noneMatch(one -> one.contains(" in (")), sql.reading().toString());
		}
	}

	@Test
	void anActivityBelongsToItsOwnerAndItsDay() {
		activity("A1", "DEMO", amira, "2026-10-31", "Held");
		activity("A2", "DEMO", kofi, "2026-10-01", "No show");
		activity("A3", "CALL", amira, "2026-10-05", "Held");
		activity("A4", "DEMO", amira, "2026-11-01", "Held");
		activity("A5", "DEMO", null, "2026-10-05", "Held");
		assertEquals(List.of("A1 Held"), done(deals.activities(List.of(amira.id()), "DEMO", FIRST, LAST)));
		assertEquals(List.of("A2 No show", "A1 Held"), done(deals.activities(List.of(kofi.id(), amira.id()), "DEMO", FIRST, LAST)));
		assertEquals(List.of(), deals.activities(List.of(), "DEMO", FIRST, LAST));
		assertEquals(List.of("A2 No show", "A1 Held"),
				done(deals.activities(null, "DEMO", FIRST, LAST).stream().filter(one -> one.ownerId() == amira.id() || one.ownerId() == kofi.id()).toList()));
	}

	private void activity(String id, String type, Salesperson owner, String day, String outcome) {
		row("activity", "external_id, type, happened_at, happened_on, owner_id, outcome",
				"'" + id + "', '" + type + "', timestamp '" + day + " 10:00:00', date '" + day + "', " + (owner == null ? "null" : owner.id()) + ", '" + outcome + "'");
	}

	private static List<String> done(List<Done> found) {
		return found.stream().map(one -> one.externalId() + " " + one.outcome()).toList();
	}
}
