package org.headcoach.pipeline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadersTest {

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', textBlock = """
			HUBSPOT | DEALS | Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Create Date,Last Activity Date,Deal Type,Currency,Deal probability,Is Closed Won,Is closed lost,Associated Company
			HUBSPOT | LEADS | Record ID,First Name,Last Name,Email,Phone Number,Company Name,Job Title,Contact owner,Lifecycle Stage,Lead Status,Create Date,Last Activity Date,Original Source,Owner Assigned Date
			HUBSPOT | ACTIVITIES | Record ID,Activity type,Activity date,Activity assigned to,Create Date,Outcome,Associated Contact IDs
			SALESFORCE | DEALS | Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Close Date,Next Step,Type,Forecast Category,Opportunity ID,Created Date,Lead Source
			SALESFORCE | DEALS | Id,OwnerId,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,Probability,LeadSource,Type,CurrencyIsoCode,CreatedDate
			SALESFORCE | ACTIVITIES | Related To,Assigned,Subject,Date,Comments,Name,Status,Priority,Created By,Created Date,Last Modified By,Last Modified Date
			PIPEDRIVE | DEALS | Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status,Deal - Owner,Deal - Organization,Deal - Deal created,Deal - Deal closed on
			PIPEDRIVE | LEADS | Person - ID,Person - Name,Person - Email,Person - Organization,Person - Owner,Person - Person created
			ZOHO | DEALS | Record Id,Deal Name,Account Name,Contact Name,Stage,Closing Date,Amount,Deal Owner,Expected Revenue,Lead Source,Type,Created Time
			OTHER | PEOPLE | Employee ID,Name,Email,Role,Job Title,Segment,Team,Region,Reports To,Start Date,End Date,Valid From
			OTHER | CANCELLATIONS | Record ID,Deal Record ID,Customer,Cancelled On,Reason,MRR
			OTHER | PAYMENTS | Payment ID,Deal Record ID,Customer,Paid On,Amount,Currency,Months Covered
			OTHER | DEAL_SPLITS | Split ID,Deal Record ID,Split Owner,Split (%),Split Type
			SALESFORCE | DEAL_SPLITS | Opportunity ID,Team Member,Percent,Split Type
			SALESFORCE | DEAL_SPLITS | Id,OpportunityId,SplitOwnerId,SplitPercentage,SplitTypeId
			SALESFORCE | DEAL_SPLITS | Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Created Date,Split Owner,Split (%),Split Type""")
	void knowsWhoWroteTheHeaderAndWhatIsInTheFile(CrmSystem system, ImportKind kind, String header) {
		var guess = Headers.guess(List.of(header.split(",")));
		assertEquals(system + " " + kind, guess.system() + " " + guess.kind());
	}

	@Test
	void capitalsDoNotMatter() {
		var header = List.of("record id", "DEAL NAME", "Deal Owner", "dealstage", "CLOSE DATE", "create date", "deal stage");
		var columns = Headers.columns(CrmSystem.HUBSPOT, ImportKind.DEALS, header);
		assertEquals("Deal Owner", columns.get("owner"));
		assertEquals("deal stage", columns.get("stage"));
		assertEquals("CLOSE DATE", columns.get("closedOn"));
	}

	@ParameterizedTest(name = "{2} is {1} of {0}")
	@CsvSource(delimiter = '|', textBlock = """
			HUBSPOT | probability | Deal probability
			HUBSPOT | probability | Forecast Probability
			SALESFORCE | probability | Probability (%)
			SALESFORCE | units | TotalOpportunityQuantity
			PIPEDRIVE | probability | Deal - Probability
			ZOHO | margin | Gross Margin
			OTHER | units | Seats
			OTHER | units | Quantity
			OTHER | margin | Margin""")
	void knowsWhatPayNeedsOfADeal(CrmSystem system, String field, String header) {
		assertEquals(header, Headers.columns(system, ImportKind.DEALS, List.of("Record ID", header)).get(field));
	}

	@ParameterizedTest
	@CsvSource({"Invoice Date", "Invoiced On"})
	void theDayOfAnInvoiceIsNotTheDayOfThePayment(String header) {
		var columns = Headers.columns(CrmSystem.OTHER, ImportKind.PAYMENTS, List.of("Payment ID", "Deal ID", header, "Paid On", "Amount"));
		assertEquals(header, columns.get("invoicedOn"));
		assertEquals("Paid On", columns.get("paidOn"));
	}

	@Test
	void theOwnerOfAShareIsNotTheOwnerOfTheDeal() {
		var columns = Headers.columns(CrmSystem.SALESFORCE, ImportKind.DEAL_SPLITS, List.of("Opportunity ID", "Opportunity Owner", "Owner", "Split Owner", "Split (%)", "Split Type"));
		assertEquals("Split Owner", columns.get("owner"));
	}

	@Test
	void anUnknownHeaderIsNotSure() {
		assertFalse(Headers.guess(List.of("Col A", "Col B", "Col C")).sure());
	}

	@Test
	void theOwnerOfALeadIsNeverWhoCreatedIt() {
		var columns = Headers.columns(CrmSystem.SALESFORCE, ImportKind.ACTIVITIES, List.of("Created By", "Last Modified By", "Assigned", "Date", "Type"));
		assertEquals("Assigned", columns.get("owner"));
		assertFalse(columns.containsValue("Created By"));
	}

	@Test
	void noColumnFeedsTwoFieldsOfTheSameFile() {
		for (var system : CrmSystem.values()) {
			for (var kind : ImportKind.values()) {
				var header = Headers.expected(system, kind);
				var columns = Headers.columns(system, kind, header);
				assertEquals(columns.size(), columns.values().stream().distinct().count(), system + " " + kind);
			}
		}
	}

	@Test
	void whatASystemExportsIsEnoughForAnImport() {
		for (var system : CrmSystem.values()) {
			for (var kind : ImportKind.values()) {
				var header = Headers.expected(system, kind).stream().map(name -> name.toUpperCase(Locale.ROOT)).toList();
				assertEquals(List.of(), LineReader.missing(kind, Headers.mapping(system, kind, header)), system + " " + kind);
			}
		}
	}

	@Test
	void theGeneralWordsHelpOutWhereASystemHasNone() {
		var columns = Headers.columns(CrmSystem.HUBSPOT, ImportKind.DEALS, List.of("Record ID", "Deal owner", "Deal Stage", "Close Date", "Create Date", "Customer"));
		assertEquals("Customer", columns.get("customer"));
		assertTrue(columns.containsKey("stage"));
	}
}
