package org.headcoach.seeddata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.seeddata.ShippedFiles.Step;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** The shipped files fit together, as a real company's would. */
class SeedDataTest {

	private static final Path SHIPPED = Path.of("seed-data");
	private static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
	private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

	private static ShippedFiles files;
	private static Properties company;

	@BeforeAll
	static void readTheFiles() throws IOException {
		files = new ShippedFiles(SHIPPED);
		company = new Properties();
		try (Reader reader = Files.newBufferedReader(SHIPPED.resolve("company.properties"))) {
			company.load(reader);
		}
	}

	@Test
	void theGeneratorWritesTheSameBytesAgain(@TempDir Path again) throws IOException {
		DemoCompany.write(again);
		try (Stream<Path> written = Files.list(again)) {
			List<Path> all = written.toList();
			assertEquals(9, all.size());
			for (Path file : all) {
				assertArrayEquals(Files.readAllBytes(SHIPPED.resolve(file.getFileName())), Files.readAllBytes(file),
						file.getFileName() + " differs: run DemoCompany and commit what it writes");
			}
		}
	}

	@Test
	void aPersonsHistoryDoesNotDependOnTheOthers(@TempDir Path alone) throws IOException {
		Person grace = new Staff(DemoCompany.SEED).reps().stream().filter(rep -> rep.name().equals("Grace Hollowell")).findFirst()
				.orElseThrow();
		DemoCompany.writeSales(alone, List.of(grace));
		try (Stream<Path> written = Files.list(alone)) {
			for (Path file : written.toList()) {
				List<String> lines = Files.readAllLines(file);
				assertTrue(lines.size() > 1, file.toString());
				assertTrue(new HashSet<>(Files.readAllLines(SHIPPED.resolve(file.getFileName()))).containsAll(lines), file.toString());
			}
		}
	}

	@Test
	void theFilesStaySmallEnoughForAQuickFirstStart() throws IOException {
		int rows = files.leads.size() + files.deals.size() + files.activities.size() + files.cancellations.size() + files.payments.size();
		assertTrue(rows > 130_000 && rows < 160_000, rows + " rows");
		try (Stream<Path> all = Files.list(SHIPPED)) {
			long bytes = all.mapToLong(file -> file.toFile().length()).sum();
			assertTrue(bytes < 16_000_000, bytes + " bytes");
		}
	}

	@Test
	void theCompanyHasSixTeamsInThreeRegionsAndFiftyReps() {
		assertEquals(50, files.reps.size());
		assertEquals(46, files.repsOfToday().size());
		assertEquals(1, named("VP").size());
		assertEquals(2, named("Director").size());
		assertEquals(6, named("Manager").size());
		assertEquals(Set.of("East", "Central", "West"), distinct("Manager", "Region"));
		assertEquals(Set.of("Harbor", "Beacon", "Prairie", "Summit", "Canyon", "Redwood"), distinct("Manager", "Team"));
		assertEquals(distinct("Manager", "Team"), distinct("Rep", "Team"));
	}

	@Test
	void harborHasItsEightRepsUnderElenaVarga() {
		Set<String> harbor = files.reps.values().stream().filter(rep -> rep.getField("Team").equals("Harbor"))
				.filter(rep -> rep.getField("Reports To").equals("Elena Varga")).map(rep -> rep.getField("Name"))
				.collect(Collectors.toSet());
		assertEquals(Set.of("Daniel Okafor", "Amira Nasser", "Jonas Weber", "Tom Whitaker", "Priya Raman", "Kofi Mensah", "Sofia Brandt",
				"Lucia Ferrer"), harbor);
	}

	@Test
	void everyReportingLineEndsAtTheVicePresident() {
		Map<String, String> roles = new HashMap<>();
		files.people.forEach(person -> roles.put(person.getField("Name"), person.getField("Role")));
		Map<String, String> above = Map.of("Rep", "Manager", "Manager", "Director", "Director", "VP");
		assertNone(files.people, person -> !person.getField("Role").equals("VP")
				&& !above.get(person.getField("Role")).equals(roles.get(person.getField("Reports To"))));
	}

	@Test
	void oneRepMovedTeamsAndOneManagerChangedDirector() {
		Map<String, List<String>> lines = new HashMap<>();
		for (NamedCsvRecord person : files.people) {
			lines.computeIfAbsent(person.getField("Name"), name -> new ArrayList<>())
					.add(person.getField("Reports To") + " since " + person.getField("Valid From"));
		}
		lines.values().removeIf(positions -> positions.size() == 1);
		assertEquals(Map.of("Ingrid Solvang", List.of("Elena Varga since 2022-03-14", "Tobias Ekwueme since 2026-03-01"), "Joanna Wilczek",
				List.of("Henrik Aalto since 2020-09-14", "Rosalind Achterberg since 2026-02-01")), lines);
	}

	@Test
	void theAccountsBelongToPeopleOfThatRoleAndTheAdministratorSellsNothing() {
		Map<String, String> roles = new HashMap<>();
		files.people.forEach(person -> roles.put(person.getField("Name"), person.getField("Role")));
		assertEquals("VP", roles.get(company.getProperty("accounts.executive.name")));
		assertEquals("Director", roles.get(company.getProperty("accounts.director.name")));
		assertEquals("Manager", roles.get(company.getProperty("accounts.manager.name")));
		assertEquals("Rep", roles.get(company.getProperty("accounts.rep.name")));
		assertTrue(company.getProperty("accounts.admin.name") != null && !roles.containsKey(company.getProperty("accounts.admin.name")));
	}

	@Test
	void everyOwnerIsARep() {
		Set<String> reps = files.reps.values().stream().map(rep -> rep.getField("Email")).collect(Collectors.toSet());
		assertAll(() -> assertNone(files.leads, lead -> !reps.contains(lead.getField("Contact owner"))),
				() -> assertNone(files.deals, deal -> !reps.contains(deal.getField("Deal owner"))),
				() -> assertNone(files.activities, activity -> !reps.contains(activity.getField("Activity assigned to"))));
	}

	@Test
	void everyIdStandsOnce() {
		assertAll(() -> assertUnique(files.leads, "Record ID"), () -> assertUnique(files.deals, "Record ID"),
				() -> assertUnique(files.activities, "Record ID"), () -> assertUnique(files.cancellations, "Record ID"),
				() -> assertUnique(files.cancellations, "Deal Record ID"), () -> assertUnique(files.payments, "Payment ID"),
				() -> assertUnique(files.deals, "Associated Company"));
		assertEquals(files.nameByEmail.size(), Set.copyOf(files.nameByEmail.values()).size());
	}

	@Test
	void nobodyWorksOnAWeekendOrAHoliday() {
		Set<LocalDate> holidays = company.stringPropertyNames().stream().filter(key -> key.startsWith("holidays."))
				.map(key -> LocalDate.parse(company.getProperty(key).substring(0, 10))).collect(Collectors.toSet());
		Set<String> workingDays = Set.of(company.getProperty("workingDays").split(","));
		Predicate<LocalDate> free = day -> holidays.contains(day) || !workingDays.contains(day.getDayOfWeek().name());
		assertTrue(holidays.size() > 12);
		assertAll(() -> assertNone(files.activities, activity -> free.test(day(activity, "Activity date"))),
				() -> assertNone(files.leads, lead -> has(lead, "First Worked Date") && free.test(day(lead, "First Worked Date"))));
	}

	@Test
	void everybodyWorksOnlyWhileEmployed() {
		assertAll(() -> assertNone(files.activities, activity -> !employed(activity, "Activity assigned to", "Activity date")),
				() -> assertNone(files.leads, lead -> !employed(lead, "Contact owner", "Owner Assigned Date")),
				() -> assertNone(files.leads, lead -> has(lead, "First Worked Date") && !employed(lead, "Contact owner", "First Worked Date")),
				() -> assertNone(files.deals, deal -> !employed(deal, "Deal owner", "Create Date")),
				() -> assertNone(files.deals, deal -> isClosed(deal) && !employed(deal, "Deal owner", "Close Date")));
	}

	@Test
	void nothingHappensOutsideTheFourteenMonths() {
		assertEquals(YearMonth.from(FIRST_DAY), YearMonth.parse(company.getProperty("firstMonth")));
		assertEquals(YearMonth.from(LAST_DAY), YearMonth.parse(company.getProperty("lastMonth")));
		assertAll(() -> assertNone(files.leads, lead -> outside(day(lead, "Create Date"))),
				() -> assertNone(files.leads, lead -> has(lead, "First Worked Date") && outside(day(lead, "First Worked Date"))),
				() -> assertNone(files.activities, activity -> outside(day(activity, "Activity date"))),
				() -> assertNone(files.deals, deal -> isClosed(deal) && outside(day(deal, "Close Date"))),
				() -> assertNone(files.cancellations, cancellation -> outside(day(cancellation, "Cancelled On"))),
				() -> assertNone(files.payments, payment -> outside(day(payment, "Paid On"))));
	}

	@Test
	void aLeadIsCreatedThenAssignedThenWorked() {
		assertNone(files.leads, lead -> day(lead, "Owner Assigned Date").isBefore(day(lead, "Create Date")));
		assertNone(files.leads,
				lead -> has(lead, "First Worked Date") && day(lead, "First Worked Date").isBefore(day(lead, "Owner Assigned Date")));
	}

	@Test
	void anActivityOrDealNamesAWorkedLeadOfTheSameOwner() {
		Map<String, String> owners = files.leads.stream().filter(lead -> has(lead, "First Worked Date"))
				.collect(Collectors.toMap(lead -> lead.getField("Record ID"), lead -> lead.getField("Contact owner")));
		assertAll(
				() -> assertNone(files.activities, activity -> has(activity, "Associated Contact IDs")
						&& !activity.getField("Activity assigned to").equals(owners.get(activity.getField("Associated Contact IDs")))),
				() -> assertNone(files.deals, deal -> has(deal, "Associated Contact IDs")
						&& !deal.getField("Deal owner").equals(owners.get(deal.getField("Associated Contact IDs")))));
	}

	@Test
	void onlyWhatBeganBeforeTheFilesNamesNoLead() {
		assertNone(files.deals, deal -> !has(deal, "Associated Contact IDs") && day(deal, "Create Date").isAfter(FIRST_DAY.plusWeeks(3)));
		assertNone(files.activities,
				activity -> !has(activity, "Associated Contact IDs") && day(activity, "Activity date").isAfter(FIRST_DAY.plusWeeks(6)));
	}

	@Test
	void aDealIsWonOrLostOrOpenAndALostOneSaysWhy() {
		assertAll(() -> assertNone(files.deals, deal -> ShippedFiles.isWon(deal) != deal.getField("Deal Stage").equals("Closed Won")),
				() -> assertNone(files.deals, deal -> ShippedFiles.isLost(deal) != deal.getField("Deal Stage").equals("Closed Lost")),
				() -> assertNone(files.deals, deal -> ShippedFiles.isLost(deal) != has(deal, "Closed Lost Reason")),
				() -> assertNone(files.deals, deal -> day(deal, "Close Date").isBefore(day(deal, "Create Date"))),
				() -> assertNone(files.deals, deal -> !isClosed(deal) && !day(deal, "Close Date").isAfter(LAST_DAY)));
		assertTrue(files.deals.stream().filter(deal -> !isClosed(deal)).count() > 300);
	}

	@Test
	void aWonDealHasItsMonthlyRevenueAndTwelveTimesThatAsAmount() {
		assertNone(files.deals, deal -> ShippedFiles.isWon(deal) && new BigDecimal(deal.getField("MRR")).signum() <= 0);
		assertNone(files.deals, deal -> new BigDecimal(deal.getField("MRR")).multiply(BigDecimal.valueOf(12))
				.compareTo(new BigDecimal(deal.getField("Amount"))) != 0);
	}

	@Test
	void aCancellationEndsAWonDealWithItsRevenue() {
		Map<String, NamedCsvRecord> won = wonDeals();
		assertNone(files.cancellations, cancellation -> {
			NamedCsvRecord deal = won.get(cancellation.getField("Deal Record ID"));
			return deal == null || !day(cancellation, "Cancelled On").isAfter(day(deal, "Close Date"))
					|| !cancellation.getField("MRR").equals(deal.getField("MRR"))
					|| !cancellation.getField("Customer").equals(deal.getField("Associated Company"));
		});
	}

	@Test
	void aPaymentIsForAWonDealAndTheMonthsItPrepays() {
		Map<String, NamedCsvRecord> won = wonDeals();
		assertNone(files.payments, payment -> {
			NamedCsvRecord deal = won.get(payment.getField("Deal Record ID"));
			return deal == null || day(payment, "Paid On").isBefore(day(deal, "Close Date"))
					|| !payment.getField("Months Covered").equals(deal.getField("Prepaid Months"))
					|| new BigDecimal(deal.getField("MRR")).multiply(new BigDecimal(payment.getField("Months Covered")))
							.compareTo(new BigDecimal(payment.getField("Amount"))) != 0;
		});
	}

	@Test
	void aDealHasSeatsAndAMarginBelowItsAmount() {
		assertNone(files.deals, deal -> Integer.parseInt(deal.getField("Seats")) <= 0);
		assertNone(files.deals, deal -> new BigDecimal(deal.getField("Gross Margin")).compareTo(new BigDecimal(deal.getField("Amount"))) >= 0);
		assertNone(files.deals, deal -> new BigDecimal(deal.getField("Gross Margin")).signum() <= 0);
	}

	@Test
	void onlyAnOpenDealIsProbable() {
		assertNone(files.deals, deal -> isClosed(deal) == has(deal, "Deal probability"));
		assertEquals(Set.of("20", "40", "60", "80", "90"),
				files.deals.stream().filter(deal -> !isClosed(deal)).map(deal -> deal.getField("Deal probability")).collect(Collectors.toSet()));
	}

	@Test
	void aPaymentIsInvoicedOnAWorkingDayBeforeItComesAndNotBeforeTheDealIsWon() {
		Map<String, NamedCsvRecord> won = wonDeals();
		assertNone(files.payments, payment -> day(payment, "Invoiced On").isAfter(day(payment, "Paid On"))
				|| day(payment, "Invoiced On").isBefore(day(won.get(payment.getField("Deal Record ID")), "Close Date"))
				|| !WorkingCalendar.isWorkingDay(day(payment, "Invoiced On")));
	}

	@Test
	void fiveDealsAreSharedTwoOfThemAcrossTeamsAndOneHasAnOverlay() {
		Map<String, NamedCsvRecord> won = wonDeals();
		assertNone(files.splits, split -> !won.containsKey(split.getField("Deal Record ID")) || !files.nameByEmail.containsKey(split.getField("Split Owner")));
		Map<String, Integer> revenue = files.splits.stream().filter(split -> split.getField("Split Type").equals("Revenue")).collect(
				Collectors.groupingBy(split -> split.getField("Deal Record ID"), Collectors.summingInt(split -> Integer.parseInt(split.getField("Split (%)")))));
		assertEquals(Set.of(100), Set.copyOf(revenue.values()));
		assertEquals(5, revenue.size());
		Map<String, Set<String>> teams = files.splits.stream().collect(Collectors.groupingBy(split -> split.getField("Deal Record ID"),
				Collectors.mapping(split -> files.reps.get(files.nameByEmail.get(split.getField("Split Owner"))).getField("Team"), Collectors.toSet())));
		assertEquals(2, teams.values().stream().filter(own -> own.size() > 1).count());
		assertEquals(1, files.splits.stream().filter(split -> split.getField("Split Type").equals("Overlay")).count());
		assertUnique(files.splits, "Split ID");
	}

	@Test
	void everyMonthHasAWholeFunnelOfBelievableRates() {
		for (YearMonth month = YearMonth.from(FIRST_DAY); !month.atDay(1).isAfter(LAST_DAY); month = month.plusMonths(1)) {
			double[] rates = new double[Step.values().length];
			for (Step step : Step.values()) {
				rates[step.ordinal()] = step == Step.LEADS_WORKED ? 1
						: (double) files.count(step, month, month) / files.count(Step.values()[step.ordinal() - 1], month, month);
			}
			String figures = month + " " + Arrays.toString(rates);
			assertTrue(rates[1] > 0.38 && rates[1] < 0.45, figures);
			assertTrue(rates[2] > 0.44 && rates[2] < 0.57, figures);
			assertTrue(rates[3] > 0.43 && rates[3] < 0.60, figures);
			assertTrue(rates[4] > 0.26 && rates[4] < 0.46, figures);
		}
	}

	private static List<NamedCsvRecord> named(String role) {
		Map<String, NamedCsvRecord> people = new HashMap<>();
		files.people.stream().filter(person -> person.getField("Role").equals(role))
				.forEach(person -> people.put(person.getField("Employee ID"), person));
		return List.copyOf(people.values());
	}

	private static Set<String> distinct(String role, String column) {
		return named(role).stream().map(person -> person.getField(column)).collect(Collectors.toSet());
	}

	private static Map<String, NamedCsvRecord> wonDeals() {
		return files.deals.stream().filter(ShippedFiles::isWon).collect(Collectors.toMap(deal -> deal.getField("Record ID"), deal -> deal));
	}

	private static boolean isClosed(NamedCsvRecord deal) {
		return ShippedFiles.isWon(deal) || ShippedFiles.isLost(deal);
	}

	private static boolean has(NamedCsvRecord row, String column) {
		return !row.getField(column).isEmpty();
	}

	private static LocalDate day(NamedCsvRecord row, String column) {
		return LocalDate.parse(row.getField(column).substring(0, 10));
	}

	private static boolean outside(LocalDate day) {
		return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY);
	}

	private static boolean employed(NamedCsvRecord row, String owner, String date) {
		NamedCsvRecord rep = files.reps.get(files.nameByEmail.get(row.getField(owner)));
		LocalDate day = day(row, date);
		return !day.isBefore(day(rep, "Start Date")) && (!has(rep, "End Date") || !day.isAfter(day(rep, "End Date")));
	}

	private static void assertNone(List<NamedCsvRecord> rows, Predicate<NamedCsvRecord> wrong) {
		assertTrue(!rows.isEmpty());
		List<NamedCsvRecord> found = rows.stream().filter(wrong).limit(3).toList();
		assertTrue(found.isEmpty(), () -> "wrong lines, the first of them: " + found);
	}

	private static void assertUnique(List<NamedCsvRecord> rows, String column) {
		Set<String> seen = new HashSet<>();
		assertNone(rows, row -> !seen.add(row.getField(column)));
	}
}
