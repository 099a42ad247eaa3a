package org.headcoach.pipeline.engine;

import static org.headcoach.pipeline.engine.ImportKind.ACTIVITIES;
import static org.headcoach.pipeline.engine.ImportKind.CANCELLATIONS;
import static org.headcoach.pipeline.engine.ImportKind.DEALS;
import static org.headcoach.pipeline.engine.ImportKind.DEAL_SPLITS;
import static org.headcoach.pipeline.engine.ImportKind.LEADS;
import static org.headcoach.pipeline.engine.ImportKind.PAYMENTS;
import static org.headcoach.pipeline.engine.ImportKind.PEOPLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineReaderTest {

	private static final String DEAL = "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Create Date,Currency,MRR,Discount,Prepaid Months\n";

	private static Csv deal(String line) {
		return Csv.read(DEALS, DEAL + line + "\n");
	}

	@Test
	void readsADealOfHubSpot() {
		var csv = deal("71,Arden Paper,Closed Won,2026-10-28 16:05,amira@northlight.example,\"$1,250.50\",2026-09-01 09:00,USD,104.21,12.5,3");
		assertEquals(List.of(), csv.rejections);
		assertEquals("71", csv.value(DEALS, 0, "external_id"));
		assertEquals("WON", csv.value(DEALS, 0, "state"));
		assertEquals(12L, csv.value(DEALS, 0, "owner_id"));
		assertEquals(LocalDate.of(2026, 10, 28), csv.value(DEALS, 0, "closed_on"));
		assertEquals(new BigDecimal("1250.50"), csv.value(DEALS, 0, "amount"));
		assertEquals(new BigDecimal("12.5"), csv.value(DEALS, 0, "discount"));
		assertEquals(3, csv.value(DEALS, 0, "prepaid_months"));
	}

	@Test
	void theHopedForCloseDateOfAnOpenDealIsNotKept() {
		var csv = deal("71,Arden Paper,Contract Sent,2026-12-24,amira@northlight.example,100,2026-09-01,USD,,,");
		assertEquals("OPEN", csv.value(DEALS, 0, "state"));
		assertNull(csv.value(DEALS, 0, "closed_on"));
	}

	private static Csv pay(String line) {
		return Csv.read(DEALS, "Record ID,Deal Stage,Close Date,Create Date,Deal owner,Gross Margin,Quantity,Deal probability\n" + line + "\n");
	}

	@Test
	void readsMarginUnitsAndProbability() {
		var csv = pay("71,Contract Sent,,2026-09-01,amira@northlight.example,€420.25,12.5,60");
		assertEquals(List.of(), csv.rejections);
		assertEquals(new BigDecimal("420.25"), csv.value(DEALS, 0, "margin"));
		assertEquals("EUR", csv.value(DEALS, 0, "currency"));
		assertEquals(new BigDecimal("12.5"), csv.value(DEALS, 0, "units"));
		assertEquals(new BigDecimal("60"), csv.value(DEALS, 0, "probability"));
	}

	@Test
	void aMarginMayBeALoss() {
		assertEquals(new BigDecimal("-30"), pay("71,Closed Won,2026-10-01,2026-09-01,,-30,1,").value(DEALS, 0, "margin"));
	}

	@Test
	void nothingIsProbableAboutADealThatIsDecided() {
		assertNull(pay("71,Closed Won,2026-10-01,2026-09-01,,,,100").value(DEALS, 0, "probability"));
	}

	@ParameterizedTest(name = "{1}: {0}")
	@CsvSource(delimiter = '|', textBlock = """
			71,Contract Sent,,2026-09-01,,45%,,         | per-cent-of-what
			71,Contract Sent,,2026-09-01,,-1E15,,       | too-large
			71,Contract Sent,,2026-09-01,,1.00001,,     | too-many-decimals
			71,Contract Sent,,2026-09-01,,,-2,          | below-zero
			71,Contract Sent,,2026-09-01,,,some,        | tables.problem.notANumber
			71,Contract Sent,,2026-09-01,,,,120         | above-hundred
			71,Contract Sent,,2026-09-01,,,,-5          | below-zero""")
	void saysWhatIsWrongWithMarginUnitsAndProbability(String line, String reason) {
		assertEquals(reason, pay(line).reason());
	}

	@Test
	void readsASplitOfSalesforce() {
		var csv = Csv.read(DEAL_SPLITS, """
				Opportunity ID,Split Owner,Split (%),Split Type
				71,Amira Nasser,60,Revenue
				71,Kofi Mensah,40,
				71,Kofi Mensah,120,Overlay
				71,Somebody Else,25%,Overlay
				""");
		assertEquals(List.of(), csv.rejections);
		assertEquals("71", csv.value(DEAL_SPLITS, 0, "deal_external_id"));
		assertEquals(List.of(12L, new BigDecimal("60"), false), List.of(csv.value(DEAL_SPLITS, 0, "owner_id"), csv.value(DEAL_SPLITS, 0, "share"), csv.value(DEAL_SPLITS, 0, "overlay")));
		assertEquals(false, csv.value(DEAL_SPLITS, 1, "overlay"));
		assertEquals(List.of(16L, new BigDecimal("120"), true), List.of(csv.value(DEAL_SPLITS, 2, "owner_id"), csv.value(DEAL_SPLITS, 2, "share"), csv.value(DEAL_SPLITS, 2, "overlay")));
		assertEquals("Somebody Else", csv.rows.get(3).owner());
		assertEquals(0, new BigDecimal("25").compareTo((BigDecimal) csv.value(DEAL_SPLITS, 3, "share")));
	}

	@ParameterizedTest(name = "{1}: {0}")
	@CsvSource(delimiter = '|', textBlock = """
			,Amira Nasser,60,Revenue     | missing
			71,,60,Revenue               | missing
			71,Amira Nasser,,Revenue     | missing
			71,Amira Nasser,0,Revenue    | share-of-nothing
			71,Amira Nasser,-5,Revenue   | below-zero
			71,Amira Nasser,101,Revenue  | above-hundred
			71,Amira Nasser,1001,Overlay | too-large
			71,Amira Nasser,60,Half      | no-meaning""")
	void saysWhyASplitIsRejected(String line, String reason) {
		assertEquals(reason, Csv.read(DEAL_SPLITS, "Opportunity ID,Split Owner,Split (%),Split Type\n72,Kofi Mensah,50,Revenue\n" + line + "\n").reason());
	}

	@Test
	void aSplitWithoutAnIdIsKnownByDealOwnerAndTypeWhateverItsShare() {
		var text = "Opportunity ID,Split Owner,Split (%),Split Type\n71,Amira Nasser,60,Revenue\n71,Amira Nasser,10,Overlay\n71,Kofi Mensah,40,Revenue\n72,Kofi Mensah,40,Revenue\n";
		var first = Csv.read(DEAL_SPLITS, text).rows.stream().map(Row::identity).toList();
		assertEquals(4, first.stream().distinct().count());
		assertEquals(first, Csv.read(DEAL_SPLITS, text.replace(",60,", ",70,")).rows.stream().map(Row::identity).toList());
		assertEquals(first, Csv.read(DEAL_SPLITS, text.replace("Revenue", "revenue split")).rows.stream().map(Row::identity).toList());
	}

	@Test
	void sharesOfADealNeedNotAddUpToBeImported() {
		var csv = Csv.read(DEAL_SPLITS, "Opportunity ID,Split Owner,Split (%)\n71,Amira Nasser,60\n71,Kofi Mensah,60\n");
		assertEquals(2, csv.rows.size());
		assertEquals(List.of(), csv.rejections);
	}

	@Test
	void aPaymentMaySayWhenItWasInvoiced() {
		var csv = Csv.read(PAYMENTS, "ID,Deal ID,Invoice Date,Paid on,Amount\n1,71,2026-09-15,2026-10-01,99.50\n2,71,,2026-10-01,99.50\n");
		assertEquals(LocalDate.of(2026, 9, 15), csv.value(PAYMENTS, 0, "invoiced_on"));
		assertEquals(LocalDate.of(2026, 10, 1), csv.value(PAYMENTS, 0, "paid_on"));
		assertNull(csv.value(PAYMENTS, 1, "invoiced_on"));
	}

	@ParameterizedTest(name = "{1}: {0}")
	@CsvSource(delimiter = '|', textBlock = """
			71,A,Closed Won,,amira@northlight.example,1,2026-09-01,USD,,,                | closed-without-date
			71,A,Closed Won,2101-01-01,amira@northlight.example,1,2026-09-01,USD,,,      | closed-later
			71,A,Verbal yes,2026-09-09,amira@northlight.example,1,2026-09-01,USD,,,      | no-meaning
			71,A,,2026-09-09,amira@northlight.example,1,2026-09-01,USD,,,                | missing
			71,A,Contract Sent,,amira@northlight.example,-740.00,2026-09-01,USD,,,       | below-zero
			71,A,Contract Sent,,amira@northlight.example,1.00001,2026-09-01,USD,,,       | too-many-decimals
			71,A,Contract Sent,,amira@northlight.example,1,2026-09-01,EURO,,,            | currency-slip
			71,A,Contract Sent,,amira@northlight.example,1,2026-09-01,QQQ,,,             | not-a-currency
			71,A,Contract Sent,,amira@northlight.example,1 EUR,2026-09-01,USD,,,         | two-currencies
			71,A,Contract Sent,,amira@northlight.example,1,2026-09-01,USD,,140,          | above-hundred
			71,A,Contract Sent,,amira@northlight.example,1,2026-09-01,USD,,,2.5          | not-whole
			71,A,Contract Sent,,amira@northlight.example,1,,USD,,,                       | missing
			71,A,Contract Sent,,amira@northlight.example,1,2026-02-31,USD,,,             | tables.problem.noSuchDay
			71,A,Contract Sent,,amira@northlight.example,much,2026-09-01,USD,,,          | tables.problem.notANumber
			,A,Contract Sent,,amira@northlight.example,1,2026-09-01,USD,,,               | id-missing
			71,A,Contract Sent,,amira@northlight.example,1,2026-09-01,USD,,,,x           | tables.problem.tooManyCells""")
	void saysWhyALineIsRejected(String line, String reason) {
		assertEquals(reason, deal(line).reason());
	}

	@Test
	void aRejectionNamesLineColumnValueAndWhatWasProbablyMeant() {
		var rejection = deal("70,A,Contract Sent,,,1,2026-09-01,USD,,,\n71,B,Contract Sent,,,1,2026-09-01,EURO,,,").rejections.get(0);
		assertEquals(3, rejection.line());
		assertEquals("Currency", rejection.column());
		assertEquals("EURO", rejection.value());
		assertEquals("EUR", rejection.mend());
	}

	@Test
	void aLineMayHaveSeveralReasons() {
		assertEquals(List.of("Amount", "Currency"), deal("71,A,Contract Sent,,,-1,2026-09-01,QQQ,,,").rejections.stream().map(Rejection::column).sorted().toList());
	}

	@Test
	void anUnknownOwnerWaitsAndABlankOneIsNobody() {
		var csv = deal("70,A,Contract Sent,,k.mensa@northlight.example,1,2026-09-01,USD,,,\n71,B,Contract Sent,,,1,2026-09-01,USD,,,");
		assertEquals("k.mensa@northlight.example", csv.rows.get(0).owner());
		assertNull(csv.rows.get(1).owner());
		assertNull(csv.value(DEALS, 1, "owner_id"));
	}

	@Test
	void wonAndLostColumnsCountMoreThanTheStage() {
		var header = "Record ID,Deal Stage,Is Closed Won,Is closed lost,Close Date,Create Date,Deal owner\n";
		var csv = Csv.read(DEALS, header + "1,Our own stage,true,false,2026-10-01,2026-09-01,\n2,Our own stage,false,true,2026-10-01,2026-09-01,\n"
				+ "3,Our own stage,false,false,2026-10-01,2026-09-01,\n4,Our own stage,true,true,2026-10-01,2026-09-01,\n");
		assertEquals(List.of("WON", "LOST", "OPEN"), List.of(csv.value(DEALS, 0, "state"), csv.value(DEALS, 1, "state"), csv.value(DEALS, 2, "state")));
		assertEquals("won-and-lost", csv.reason());
	}

	@Test
	void salesforceTellsLostByClosedAndNotWon() {
		var csv = Csv.read(DEALS, "Id,OwnerId,Name,StageName,CloseDate,IsClosed,IsWon,CreatedDate\n1,N12,A,x,2026-10-01,true,false,2026-09-01T00:30:00.000+0000\n");
		assertEquals("LOST", csv.value(DEALS, 0, "state"));
		// half past midnight in London is still the evening before in New York
		assertEquals(LocalDate.of(2026, 8, 31), csv.value(DEALS, 0, "created_on"));
	}

	@Test
	void aMeaningThatWasAnsweredIsUsed() {
		var csv = Csv.read(DEALS, DEAL + "71,A,Verbal yes,2026-10-02,amira@northlight.example,1,2026-09-01,USD,,,\n", Mapping.EMPTY.withMeaning("state", "verbal  YES", "WON"));
		assertEquals("WON", csv.value(DEALS, 0, "state"));
	}

	@Test
	void anAmountWithoutCurrencyIsInTheCompanys() {
		assertEquals("USD", deal("71,A,Contract Sent,,,100,2026-09-01,,,,").value(DEALS, 0, "currency"));
		assertEquals("EUR", deal("71,A,Contract Sent,,,€100,2026-09-01,,,,").value(DEALS, 0, "currency"));
		assertNull(deal("71,A,Contract Sent,,,,2026-09-01,,,,").value(DEALS, 0, "currency"));
	}

	@Test
	void readsAnActivityOfHubSpotAndTakesTheFirstOfSeveralLeads() {
		var csv = Csv.read(ACTIVITIES, """
				Record ID,Activity type,Activity date,Activity assigned to,Outcome,Associated Contact IDs
				1,Discovery,2026-10-05 14:30,Kofi Mensah,Qualified,110008;110009
				""");
		assertEquals("DISCOVERY", csv.value(ACTIVITIES, 0, "type"));
		assertEquals(LocalDateTime.of(2026, 10, 5, 14, 30), csv.value(ACTIVITIES, 0, "happened_at"));
		assertEquals(LocalDate.of(2026, 10, 5), csv.value(ACTIVITIES, 0, "happened_on"));
		assertEquals("110008", csv.value(ACTIVITIES, 0, "lead_external_id"));
	}

	@Test
	void aFileOfCallsOnlyHasOneTypeForAllItsLines() {
		var csv = Csv.read(ACTIVITIES, "Record ID,Activity date,Activity assigned to\n1,2026-10-05 14:30,N12\n", Mapping.EMPTY.withFixed("type", "CALL"));
		assertEquals("CALL", csv.value(ACTIVITIES, 0, "type"));
	}

	@Test
	void withoutAnIdTheIdentityIsMadeOfWhatNamesTheRecord() {
		var text = "Type,Date,Owner,Outcome,Contact\ncall,2026-10-05 14:30,Amira Nasser,%s,Ada\ncall,2026-10-05 14:31,Amira Nasser,No answer,Ada\n";
		var first = Csv.read(ACTIVITIES, text.formatted("No answer"));
		var later = Csv.read(ACTIVITIES, text.formatted("Voicemail").replace("Amira Nasser", "AMIRA  nasser"));
		assertEquals(first.rows.get(0).identity(), later.rows.get(0).identity());
		assertNotEquals(first.rows.get(0).identity(), first.rows.get(1).identity());
		assertTrue(first.rows.get(0).identity().matches("~[0-9a-f]{40}"));
	}

	@Test
	void aLeadWithNothingToFindItByIsRejected() {
		assertEquals("nothing-to-find-it-by", Csv.read(LEADS, "Created,Owner,Company\n2026-10-01,Amira Nasser,\n").reason());
	}

	@Test
	void cancellationsAndPaymentsNameADealOrACustomer() {
		assertEquals("whose", Csv.read(CANCELLATIONS, "ID,Deal ID,Customer,Cancelled on\n1,,,2026-10-01\n").reason());
		var paid = Csv.read(PAYMENTS, "ID,Customer,Paid on,Amount\n1,Arden Paper,2026-10-01,99.50\n");
		assertEquals(new BigDecimal("99.50"), paid.value(PAYMENTS, 0, "amount"));
		assertEquals("missing", Csv.read(PAYMENTS, "ID,Customer,Paid on,Amount\n1,Arden Paper,2026-10-01,\n").reason());
	}

	@Test
	void readsPeopleAndKeepsOneLineForEachPlace() {
		var csv = Csv.read(PEOPLE, """
				Employee ID,First Name,Last Name,Email,Role,Team,Reports To,Start Date,Valid From
				N21,Ingrid,Solvang,Ingrid@Northlight.example,Account Executive,Harbor,Elena Varga,2022-03-14,2022-03-14
				N21,Ingrid,Solvang,Ingrid@Northlight.example,Account Executive,Beacon,Tobias Ekwueme,2022-03-14,2026-03-01
				""");
		assertEquals("Ingrid Solvang", csv.value(PEOPLE, 0, "name"));
		assertEquals("ingrid@northlight.example", csv.value(PEOPLE, 0, "email"));
		assertEquals("REP", csv.value(PEOPLE, 0, "role"));
		assertNotEquals(csv.rows.get(0).identity(), csv.rows.get(1).identity());
	}

	@Test
	void whatTheMappingDoesNotFeedIsNotTouched() {
		var mapping = new Mapping(Map.of("id", "ID", "stage", "Stage"), Map.of(), Map.of(), Map.of());
		assertEquals(List.of("external_id", "stage", "state"), DEALS.fedBy(mapping).stream().map(Column::name).toList());
	}
}
