package org.headcoach.pipeline.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The headers that CRMs write into their exports, and which field each of them feeds. Where a system offers several
 * columns for a field, the first that the file has is taken. Capitals do not matter: HubSpot itself writes "Deal owner"
 * and "Deal Owner".
 */
public final class Headers {

	/**
	 * What a header line looks like.
	 *
	 * @param sure false when too few headers were known to say so; then a person chooses
	 */
	public record Guess(CrmSystem system, ImportKind kind, boolean sure) {
	}

	private static final String PEOPLE = """
			id: Employee ID | User ID | Id | Record ID | ID | External ID | Personnel number
			name: Name | Full Name | Employee | User | Display Name
			firstName: First Name | FirstName
			lastName: Last Name | LastName
			email: Email | E-mail | Email Address | Username | Work Email
			role: Role | Sales Role | Level
			jobTitle: Job Title | Title | Position
			segment: Segment | Market
			team: Team | HubSpot Team | Main team | Group
			region: Region | Territory | Area
			superior: Reports To | Manager | Manager Name | Superior | Manager Email | Reporting Manager
			startedOn: Start Date | Hire Date | Started On | Joined | Date of joining
			leftOn: End Date | Termination Date | Left On | Leaving Date
			validFrom: Valid From | Effective Date | Effective From
			""";

	private static final String HUBSPOT_LEADS = """
			id: Record ID | Contact ID
			owner: Contact owner | Lead owner
			createdOn: Create Date | Became a Lead Date
			assignedOn: Owner Assigned Date
			firstWorkedOn: First Worked Date | Date of first engagement
			origin: Original Source | Original Traffic Source | Latest Source
			persona: Persona
			status: Lead Status | Lifecycle Stage
			company: Company Name | Associated Company
			country: Country/Region | Country
			contact: Email | Last Name
			""";
	private static final String HUBSPOT_ACTIVITIES = """
			id: Record ID | Activity ID
			type: Activity type | Engagement type | Task Type
			happenedAt: Activity date | Start Time | Create Date
			owner: Activity assigned to
			outcome: Outcome | Meeting outcome | Call outcome | Call status | Email send status | Task Status
			lead: Associated Contact IDs
			contact: Associated Contact | To number | Email subject
			""";
	private static final String HUBSPOT_DEALS = """
			id: Record ID | Deal ID
			name: Deal Name
			owner: Deal owner
			customer: Associated Company
			product: Product | Associated Product
			pipeline: Pipeline
			stage: Deal Stage
			won: Is Closed Won
			lost: Is closed lost
			createdOn: Create Date
			closedOn: Close Date
			lostReason: Closed Lost Reason
			amount: Amount
			mrr: MRR | Monthly recurring revenue
			margin: Gross Margin | Margin | Gross profit
			units: Quantity | Seats | Units | Number of seats
			currency: Currency
			discount: Discount
			probability: Deal probability | Forecast probability | Probability
			paymentTerms: Payment Terms
			prepaidMonths: Prepaid Months
			lead: Associated Contact IDs
			""";

	private static final String SALESFORCE_LEADS = """
			id: Lead ID | Id
			owner: Lead Owner | Owner | OwnerId | Contact Owner
			createdOn: Created Date | Create Date | CreatedDate
			assignedOn: Owner Assigned Date
			firstWorkedOn: First Worked Date | First Activity Date | FirstCallDateTime
			origin: Lead Source | LeadSource
			persona: Persona
			status: Lead Status | Status
			company: Company / Account | Company | Account Name
			country: Country | Mailing Country
			contact: Email | Full Name | Last Name | Name
			""";
	private static final String SALESFORCE_ACTIVITIES = """
			id: Activity ID | Id
			type: Task Subtype | TaskSubtype | Type | Task/Event Record Type | Subject
			happenedAt: Date | ActivityDate | Due Date Only | ActivityDateTime | Created Date
			owner: Assigned | Assigned To | OwnerId
			outcome: Call Result | CallDisposition | Status
			lead: WhoId | Lead ID | Contact ID
			contact: Name | Related To | Subject
			""";
	private static final String SALESFORCE_DEALS = """
			id: Opportunity ID | Id
			name: Opportunity Name | Name
			owner: Opportunity Owner | OwnerId
			customer: Account Name | AccountId
			product: Product Name | Product
			pipeline: Opportunity Record Type | Type
			stage: Stage | StageName
			won: Won | IsWon
			closed: Closed | IsClosed
			createdOn: Created Date | CreatedDate
			closedOn: Close Date | CloseDate
			lostReason: Loss Reason | Closed Lost Reason
			amount: Amount
			mrr: MRR
			margin: Gross Margin | Margin | Gross Profit
			units: Quantity | TotalOpportunityQuantity | Seats
			currency: Amount Currency | CurrencyIsoCode | Opportunity Currency
			discount: Discount (%) | Discount
			probability: Probability (%) | Probability
			paymentTerms: Payment Terms
			prepaidMonths: Prepaid Months
			lead: Lead ID | ContactId
			""";

	private static final String SALESFORCE_DEAL_SPLITS = """
			id: Opportunity Split ID | Split ID | Id
			deal: Opportunity ID | OpportunityId
			owner: Split Owner | Team Member | SplitOwnerId | Split Owner ID
			share: Split (%) | Percent (%) | Percent | SplitPercentage
			splitType: Split Type | SplitTypeId
			""";

	private static final String PIPEDRIVE_LEADS = """
			id: Lead - ID | Person - ID
			owner: Lead - Owner | Person - Owner
			createdOn: Lead - Lead created | Lead - Created | Person - Person created | Person - Created
			origin: Lead - Source | Lead - Source origin | Person - Source
			persona: Person - Persona | Lead - Persona
			status: Lead - Label | Lead - Labels | Person - Label
			company: Lead - Organization | Person - Organization
			contact: Person - Email | Person - Name | Lead - Contact person | Lead - Title
			""";
	private static final String PIPEDRIVE_ACTIVITIES = """
			id: Activity - ID
			type: Activity - Type
			happenedAt: Activity - Due date | Activity - Marked as done time | Activity - Add time
			owner: Activity - Assigned to user | Activity - Owner
			outcome: Activity - Done | Activity - Status
			lead: Activity - Lead ID | Lead - ID | Activity - Contact person ID
			contact: Activity - Contact person | Activity - Subject
			""";
	private static final String PIPEDRIVE_DEALS = """
			id: Deal - ID
			name: Deal - Title
			owner: Deal - Owner
			customer: Deal - Organization
			product: Deal - Product name | Deal - Product
			pipeline: Deal - Pipeline
			stage: Deal - Stage
			state: Deal - Status
			createdOn: Deal - Deal created | Deal - Created | Deal - Add time
			closedOn: Deal - Deal closed on | Deal - Closed on | Deal - Won time
			lostReason: Deal - Lost reason
			amount: Deal - Value
			mrr: Deal - MRR | Deal - Monthly recurring revenue
			margin: Deal - Gross margin | Deal - Margin
			units: Deal - Product quantity | Deal - Quantity | Deal - Seats
			currency: Deal - Currency of Value | Deal - Currency
			discount: Deal - Discount
			probability: Deal - Probability
			paymentTerms: Deal - Payment terms
			prepaidMonths: Deal - Prepaid months
			lead: Deal - Lead ID | Deal - Contact person ID
			""";

	private static final String ZOHO_LEADS = """
			id: Record Id | Lead Id
			owner: Lead Owner | Contact Owner
			createdOn: Created Time
			assignedOn: Owner Assigned Date
			firstWorkedOn: First Worked Date | First Activity Time
			origin: Lead Source
			persona: Persona
			status: Lead Status
			company: Company | Account Name
			country: Country | Mailing Country
			contact: Email | Last Name
			""";
	private static final String ZOHO_ACTIVITIES = """
			id: Record Id | Activity Id
			type: Activity Type | Call Purpose
			happenedAt: Call Start Time | Start DateTime | From | Due Date | Created Time
			owner: Call Owner | Task Owner | Host | Event Owner
			outcome: Call Result | Status
			lead: Contact Name.id | Who Id.id | Related To.id
			contact: Contact Name | Subject
			""";
	private static final String ZOHO_DEALS = """
			id: Record Id | Deal Id
			name: Deal Name
			owner: Deal Owner
			customer: Account Name
			product: Product | Product Name
			pipeline: Pipeline | Type
			stage: Stage
			createdOn: Created Time
			closedOn: Closing Date
			lostReason: Reason For Loss__s | Reason For Loss
			amount: Amount
			mrr: MRR
			margin: Gross Margin | Margin
			units: Quantity | Seats
			currency: Currency
			discount: Discount
			probability: Probability (%) | Probability
			paymentTerms: Payment Terms
			prepaidMonths: Prepaid Months
			lead: Contact Name.id
			""";

	private static final String LEADS = """
			id: Lead ID | Record ID | ID | Id
			owner: Owner | Lead owner | Assigned to | Sales rep | Rep
			createdOn: Created | Created on | Created date | Create date | Date created
			assignedOn: Assigned | Assigned on | Assigned date
			firstWorkedOn: First worked | First worked on | First worked date | First contacted
			origin: Source | Lead source | Origin | Channel
			persona: Persona | Buyer persona
			status: Status | Lead status
			company: Company | Company name | Account
			country: Country
			contact: E-mail | Email | Contact | Contact name | Name
			""";
	private static final String ACTIVITIES = """
			id: Activity ID | Record ID | ID | Id
			type: Type | Activity type | Activity
			happenedAt: Date | Activity date | Happened at | When | Date and time | Time
			owner: Owner | Assigned to | Sales rep | Rep | User
			outcome: Outcome | Result | Disposition
			lead: Lead ID | Lead | Contact ID
			contact: Contact | Contact name | Subject
			""";
	private static final String DEALS = """
			id: Deal ID | Opportunity ID | Record ID | ID | Id
			name: Deal | Deal name | Opportunity | Name | Title
			owner: Owner | Deal owner | Sales rep | Rep | Account executive
			customer: Customer | Company | Account | Client
			product: Product
			pipeline: Pipeline | Sales process
			stage: Stage | Deal stage
			state: State | Status
			won: Won | Is won
			lost: Lost | Is lost
			closed: Closed | Is closed
			createdOn: Created | Created on | Created date | Create date
			closedOn: Closed on | Close date | Closed date | Won on | Closing date
			lostReason: Lost reason | Closed lost reason | Loss reason
			amount: Amount | Value | Deal value
			mrr: MRR | Monthly recurring revenue
			margin: Margin | Gross margin | Gross profit
			units: Units | Units sold | Quantity | Seats | Number of seats | Licences | Licenses
			currency: Currency
			discount: Discount | Discount %
			probability: Probability | Probability (%) | Probability % | Deal probability | Forecast probability
			paymentTerms: Payment terms
			prepaidMonths: Prepaid months
			lead: Lead ID | Contact ID
			""";
	private static final String CANCELLATIONS = """
			id: Cancellation ID | Record ID | ID | Id
			deal: Deal ID | Deal Record ID | Opportunity ID | Contract ID
			customer: Customer | Company | Account | Account Name
			cancelledOn: Cancelled on | Canceled on | Cancellation date | Cancelled | Churn date | End date
			reason: Reason | Cancellation reason | Churn reason
			mrr: MRR | Lost MRR | MRR lost
			currency: Currency
			""";
	private static final String PAYMENTS = """
			id: Payment ID | Invoice ID | Record ID | ID | Id
			deal: Deal ID | Deal Record ID | Opportunity ID | Contract ID
			customer: Customer | Company | Account | Account Name
			invoicedOn: Invoiced on | Invoice date | Date invoiced | Invoiced
			paidOn: Paid on | Payment date | Date paid | Paid
			amount: Amount | Amount paid | Paid amount
			currency: Currency
			months: Months covered | Months
			""";
	private static final String DEAL_SPLITS = """
			id: Split ID | Opportunity Split ID | Deal Split ID | Record ID | ID | Id
			deal: Deal ID | Deal Record ID | Opportunity ID | OpportunityId
			owner: Split Owner | Team Member | Split Owner ID | SplitOwnerId | Owner | Deal owner | Sales rep | Rep
			share: Split (%) | Split % | Percent (%) | Percent | SplitPercentage | Split Percentage | Share (%) | Share % | Share | Split
			splitType: Split Type | SplitTypeId | Share or overlay | Type
			""";

	/** Headers that only one system writes; one of them says more than many that all share. Compared exactly. */
	private static final Map<CrmSystem, Set<String>> SIGNATURES = Map.of(
			CrmSystem.HUBSPOT, Set.of("Record ID", "Deal owner", "Contact owner", "Is Closed Won", "Is closed lost", "Activity assigned to",
					"Associated Contact IDs", "Associated Company", "Owner Assigned Date", "Activity date"),
			CrmSystem.SALESFORCE, Set.of("Opportunity ID", "Opportunity Name", "Opportunity Owner", "StageName", "OwnerId", "CloseDate",
					"IsWon", "IsClosed", "CurrencyIsoCode", "Fiscal Period", "Assigned", "Related To", "Last Modified By", "WhoId", "WhatId",
					"Company / Account", "ActivityDate", "Forecast Category"),
			CrmSystem.PIPEDRIVE, Set.of(),
			CrmSystem.ZOHO, Set.of("Record Id", "Closing Date", "Created Time", "Account Name.id", "Contact Name.id", "Modified Time",
					"Call Start Time", "Call Owner", "Deal Owner.id"));

	/** Headers that only shares of deals have; a report of them carries the columns of the deal beside. */
	private static final Set<String> SPLIT_SIGNS = Set.of("split owner", "split (%)", "split type", "splitownerid", "splitpercentage");

	private static final Map<CrmSystem, Map<ImportKind, Map<String, List<String>>>> DICTIONARY = dictionary();

	private Headers() {
	}

	/** Which system wrote the header, and of what kind the records are. */
	public static Guess guess(List<String> headers) {
		return best(headers, ImportKind.values());
	}

	/** Which system wrote the header of a file whose kind is known. */
	public static CrmSystem system(List<String> headers, ImportKind kind) {
		return best(headers, kind).system();
	}

	private static Guess best(List<String> headers, ImportKind... kinds) {
		var present = plain(headers);
		Guess best = null;
		var bestScore = Integer.MIN_VALUE;
		for (var system : CrmSystem.values()) {
			for (var kind : kinds) {
				var words = DICTIONARY.get(system).get(kind);
				if (words == null) {
					continue;
				}
				var score = 2 * known(words, present) + 3 * signatures(system, headers) - missing(kind, words, present)
						+ (kind == ImportKind.DEAL_SPLITS ? 12 * (int) SPLIT_SIGNS.stream().filter(present::contains).count() : 0);
				if (score > bestScore) {
					bestScore = score;
					best = new Guess(system, kind, known(words, present) >= 3 && missing(kind, words, present) == 0);
				}
			}
		}
		return best;
	}

	/** Which columns feed which fields of a kind: the system's own words first, then the general ones. */
	public static Map<String, String> columns(CrmSystem system, ImportKind kind, List<String> headers) {
		var found = new LinkedHashMap<String, String>();
		var free = new LinkedHashMap<String, String>();
		headers.forEach(header -> free.putIfAbsent(Mapping.plain(header), header));
		for (var words : List.of(DICTIONARY.get(system).getOrDefault(kind, Map.of()), DICTIONARY.get(CrmSystem.OTHER).get(kind))) {
			words.forEach((field, names) -> {
				if (!found.containsKey(field)) {
					names.stream().map(Mapping::plain).filter(free::containsKey).findFirst().ifPresent(name -> found.put(field, free.remove(name)));
				}
			});
		}
		return found;
	}

	/** The headers of a kind as a system writes them, for the page that says which file to export. */
	public static List<String> expected(CrmSystem system, ImportKind kind) {
		var words = DICTIONARY.get(system).getOrDefault(kind, DICTIONARY.get(CrmSystem.OTHER).get(kind));
		return words.values().stream().map(names -> names.get(0)).toList();
	}

	private static int known(Map<String, List<String>> words, Set<String> present) {
		return (int) words.values().stream().filter(names -> names.stream().anyMatch(name -> present.contains(Mapping.plain(name)))).count();
	}

	private static int signatures(CrmSystem system, List<String> headers) {
		return (int) headers.stream().filter(header -> SIGNATURES.getOrDefault(system, Set.of()).contains(header)).count();
	}

	/** A file without what every record of the kind has to have is of another kind. */
	private static int missing(ImportKind kind, Map<String, List<String>> words, Set<String> present) {
		return (int) kind.fields().stream().filter(Field::isRequired)
				.filter(field -> words.getOrDefault(field.name(), List.of()).stream().noneMatch(name -> present.contains(Mapping.plain(name))))
				.count() * 4;
	}

	private static Set<String> plain(List<String> headers) {
		var plain = new HashSet<String>();
		headers.forEach(header -> plain.add(Mapping.plain(header)));
		return plain;
	}

	private static Map<CrmSystem, Map<ImportKind, Map<String, List<String>>>> dictionary() {
		var all = new EnumMap<CrmSystem, Map<ImportKind, Map<String, List<String>>>>(CrmSystem.class);
		all.put(CrmSystem.HUBSPOT, kinds(null, HUBSPOT_LEADS, HUBSPOT_ACTIVITIES, HUBSPOT_DEALS, null, null, null));
		all.put(CrmSystem.SALESFORCE, kinds(null, SALESFORCE_LEADS, SALESFORCE_ACTIVITIES, SALESFORCE_DEALS, null, null, SALESFORCE_DEAL_SPLITS));
		all.put(CrmSystem.PIPEDRIVE, kinds(null, PIPEDRIVE_LEADS, PIPEDRIVE_ACTIVITIES, PIPEDRIVE_DEALS, null, null, null));
		all.put(CrmSystem.ZOHO, kinds(null, ZOHO_LEADS, ZOHO_ACTIVITIES, ZOHO_DEALS, null, null, null));
		all.put(CrmSystem.OTHER, kinds(PEOPLE, LEADS, ACTIVITIES, DEALS, CANCELLATIONS, PAYMENTS, DEAL_SPLITS));
		return all;
	}

	private static Map<ImportKind, Map<String, List<String>>> kinds(String... texts) {
		var kinds = new EnumMap<ImportKind, Map<String, List<String>>>(ImportKind.class);
		for (var kind : ImportKind.values()) {
			if (texts[kind.ordinal()] != null) {
				kinds.put(kind, words(kind, texts[kind.ordinal()]));
			}
		}
		return kinds;
	}

	private static Map<String, List<String>> words(ImportKind kind, String text) {
		var words = new LinkedHashMap<String, List<String>>();
		text.lines().filter(line -> !line.isBlank()).forEach(line -> {
			var colon = line.indexOf(':');
			var field = line.substring(0, colon).strip();
			if (kind.field(field).isEmpty()) {
				throw new IllegalStateException(kind + " has no field " + field);
			}
			var names = new ArrayList<String>();
			for (var name : line.substring(colon + 1).split("\\|")) {
				names.add(name.strip());
			}
			words.put(field, List.copyOf(names));
		});
		return words;
	}

	/** The mapping to begin with: the known headers, no answers yet. */
	public static Mapping mapping(CrmSystem system, ImportKind kind, List<String> headers) {
		return new Mapping(columns(system, kind, headers), Map.of(), Map.of(), Map.of());
	}
}
