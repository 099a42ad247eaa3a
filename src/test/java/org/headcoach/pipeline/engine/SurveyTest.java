package org.headcoach.pipeline.engine;

import static org.headcoach.pipeline.engine.ImportKind.DEALS;
import static org.headcoach.pipeline.engine.ImportKind.LEADS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.pipeline.engine.Survey.Doubt;
import org.junit.jupiter.api.Test;

class SurveyTest {

	private static final String LEAD = "Lead ID,Owner,Created,Company\n";

	@Test
	void asksWhatADateMeansThatCanBeReadBothWays() {
		var question = Csv.read(LEADS, LEAD + "1,,03/04/2026,A\n2,,05/06/2026,B\n").finding.questions().get(0);
		assertEquals("Created", question.header());
		assertEquals(Doubt.DATE, question.doubt());
		assertEquals("03/04/2026", question.example());
		assertFalse(question.contradictory());
	}

	@Test
	void oneDateThatCanOnlyBeReadOneWayDecidesForItsColumn() {
		var csv = Csv.read(LEADS, LEAD + "1,,03/04/2026,A\n2,,31/06/2026,B\n3,,25/06/2026,C\n");
		assertEquals(List.of(), csv.finding.questions());
		assertEquals(LocalDate.of(2026, 4, 3), csv.value(LEADS, 0, "created_on"));
		assertEquals("tables.problem.noSuchDay", csv.reason());
	}

	@Test
	void theAnswerDecidesWhereTheFileDoesNot() {
		var csv = Csv.read(LEADS, LEAD + "1,,03/04/2026,A\n", Mapping.EMPTY.withStyle("Created", "US"));
		assertEquals(LocalDate.of(2026, 3, 4), csv.value(LEADS, 0, "created_on"));
		assertEquals("US", csv.finding.styles().get("Created"));
	}

	@Test
	void anAnswerOfLastTimeGivesWayToWhatTheFileShows() {
		var csv = Csv.read(LEADS, LEAD + "1,,25/04/2026,A\n", Mapping.EMPTY.withStyle("Created", "US"));
		assertEquals("EUROPEAN", csv.finding.styles().get("Created"));
	}

	@Test
	void aColumnThatUsesBothOrdersIsAskedAndSaysSo() {
		var csv = Csv.read(LEADS, LEAD + "1,,25/04/2026,A\n2,,04/25/2026,B\n");
		assertTrue(csv.finding.questions().get(0).contradictory());
		assertTrue(csv.finding.styles().isEmpty());
	}

	@Test
	void asksWhetherACommaBeginsTheDecimals() {
		var csv = Csv.read(DEALS, "ID,Owner,Stage,Created,Closed on,Amount\n1,,Won,2026-01-01,2026-02-01,\"1,250\"\n");
		assertEquals(Doubt.NUMBER, csv.finding.questions().get(0).doubt());
		assertEquals("tables.problem.ambiguousNumber", csv.reason());
		var answered = Csv.read(DEALS, "ID,Owner,Stage,Created,Closed on,Amount\n1,,Won,2026-01-01,2026-02-01,\"1,250\"\n",
				Mapping.EMPTY.withStyle("Amount", "DECIMAL_COMMA"));
		assertEquals(new BigDecimal("1.250"), answered.value(DEALS, 0, "amount"));
	}

	@Test
	void asksWhetherASmallDiscountIsAShare() {
		var text = "ID,Owner,Stage,Created,Closed on,Discount\n1,,Won,2026-01-01,2026-02-01,0.15\n2,,Won,2026-01-01,2026-02-01,0\n";
		assertEquals(Doubt.PER_CENT, Csv.read(DEALS, text).finding.questions().get(0).doubt());
		assertEquals(0, new BigDecimal("15").compareTo((BigDecimal) Csv.read(DEALS, text, Mapping.EMPTY.withStyle("Discount %", "SHARE")).value(DEALS, 0, "discount")));
		assertEquals(List.of(), Csv.read(DEALS, text + "3,,Won,2026-01-01,2026-02-01,20\n").finding.questions());
	}

	@Test
	void asksWhetherASmallProbabilityIsAShare() {
		var text = "Record ID,Deal owner,Deal Stage,Create Date,Close Date,Deal probability\n1,,Contract Sent,2026-01-01,,0.9\n2,,Closed Won,2026-01-01,2026-02-01,1\n";
		assertEquals("Deal probability", Csv.read(DEALS, text).finding.questions().get(0).header());
		assertEquals(0, new BigDecimal("90").compareTo((BigDecimal) Csv.read(DEALS, text, Mapping.EMPTY.withStyle("Deal probability %", "SHARE")).value(DEALS, 0, "probability")));
	}

	/** As the interface describes it: header to style. */
	@Test
	void takesTheAnswerUnderTheColumnsOwnName() {
		var text = "Record ID,Deal owner,Deal Stage,Create Date,Close Date,Deal probability\n1,,Contract Sent,2026-01-01,,0.9\n";
		assertEquals(0, new BigDecimal("90").compareTo((BigDecimal) Csv.read(DEALS, text, Mapping.EMPTY.withStyle("Deal probability", "SHARE")).value(DEALS, 0, "probability")));
		assertEquals(0, new BigDecimal("0.9").compareTo((BigDecimal) Csv.read(DEALS, text, Mapping.EMPTY.withStyle("Deal probability", "PER_CENT")).value(DEALS, 0, "probability")));
	}

	@Test
	void turnsAwayWhatTheCrmSaysIsDeleted() {
		var csv = Csv.read(DEALS, "Id,Name,OwnerId,StageName,IsDeleted,CreatedDate,CloseDate\n006A0000000aBcd,One,,Closed Won,false,2026-01-01,2026-02-01\n006A0000000aBce,Two,,Closed Won,TRUE,2026-01-01,2026-02-01\n");
		assertEquals(List.of("pipeline.import.reason.deleted"), csv.rejections.stream().map(Rejection::key).toList());
		assertEquals("IsDeleted", csv.rejections.get(0).column());
		assertEquals(3, csv.rejections.get(0).line());
	}

	@Test
	void collectsTheTextsThatNeedAMeaning() {
		var texts = Csv.read(DEALS, "ID,Owner,Stage,Created,Closed on\n1,,Won,2026-01-01,2026-02-01\n2,,Verbal yes,2026-01-01,2026-02-01\n3,,Verbal yes,2026-01-01,\n").finding.texts();
		assertEquals(List.of(new Survey.Text("state", "Won", 1, "WON"), new Survey.Text("state", "Verbal yes", 2, null)), texts);
	}

	@Test
	void countsTheLines() {
		assertEquals(2, Csv.read(LEADS, LEAD + "1,,2026-04-03,A\n\n2,,2026-04-03,B\n").finding.lines());
	}
}
