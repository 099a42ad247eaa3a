package org.headcoach.seeddata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.seeddata.PlainVerdict.Share;
import org.headcoach.seeddata.ShippedFiles.Customer;
import org.headcoach.seeddata.ShippedFiles.Step;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Each line of patterns.csv is true of the shipped files themselves, not only of the habits they were made from. */
class PlantedPatternsTest {

	private static final YearMonth FIRST = YearMonth.of(2025, 9);
	private static final YearMonth LAST = YearMonth.of(2026, 10);
	private static final YearMonth QUARTER_START = YearMonth.of(2026, 8);
	private static final double CLEAR = 0.95;
	private static final double PERHAPS = 0.80;
	private static final int TOO_FEW = 10;

	private static ShippedFiles files;

	@BeforeAll
	static void readTheFiles() {
		files = new ShippedFiles(Path.of("seed-data"));
	}

	@ParameterizedTest(name = "{1}: {2} {3} ({4})")
	@CsvFileSource(files = "seed-data/patterns.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
	void thePatternIsInTheFiles(String kind, String name, String metric, String direction, String strength, String months, double own,
			double reference) {
		YearMonth from = YearMonth.parse(months.substring(0, 7));
		YearMonth to = YearMonth.parse(months.substring(9));
		switch (kind) {
			case "rep" -> repStandsOut(name, metric, direction, strength, own, reference);
			case "new hire" -> {
				assertWritten(own, perMonth(name, from, to));
				assertWritten(reference, perMonth(name, LAST.minusMonths(1), LAST));
				assertTrue(own < 0.6 * reference);
			}
			case "team" -> {
				assertEquals(Patterns.BETTER_SINCE, from.atDay(1));
				Share before = demosOf(name, FIRST, from.minusMonths(1));
				Share since = demosOf(name, from, to);
				assertWritten(own, 100 * since.rate());
				assertWritten(reference, 100 * before.rate());
				assertTrue(differ(since, before));
			}
			case "company" -> {
				double usual = Stream.of("2026-05", "2026-06", "2026-09", "2026-10").map(YearMonth::parse)
						.mapToInt(month -> files.count(Step.LEADS_WORKED, month, month)).average().orElseThrow();
				assertWritten(own, files.count(Step.LEADS_WORKED, from, to) / 2.0);
				assertWritten(reference, usual);
				assertEquals(0.75, own / reference, 0.04);
			}
			case "source" -> {
				Share here = ofSource(Step.valueOf(metric), source -> source.equals(name));
				Share elsewhere = ofSource(Step.valueOf(metric), source -> !source.equals(name));
				assertWritten(own, 100 * here.rate());
				assertWritten(reference, 100 * elsewhere.rate());
				assertTrue(differ(here, elsewhere));
			}
			default -> throw new IllegalArgumentException("no check for a pattern of kind " + kind);
		}
	}

	private void repStandsOut(String name, String metric, String direction, String strength, double own, double reference) {
		List<String> peers = files.repsOfToday();
		double below = switch (metric) {
			case "LEADS_WORKED" -> {
				assertWritten(own, perMonth(name, QUARTER_START, LAST));
				assertWritten(reference, PlainVerdict.median(peers.stream().map(peer -> perMonth(peer, QUARTER_START, LAST)).toList()));
				yield PlainVerdict.volumeBelow(files.count(name, Step.LEADS_WORKED, QUARTER_START, LAST),
						peers.stream().map(peer -> files.count(peer, Step.LEADS_WORKED, QUARTER_START, LAST)).toList());
			}
			case "CONNECTS", "DISCOVERIES", "DEMOS", "CUSTOMERS" -> {
				Share share = conversion(name, Step.valueOf(metric));
				List<Share> shares = peers.stream().map(peer -> conversion(peer, Step.valueOf(metric))).toList();
				assertWritten(own, 100 * share.rate());
				assertWritten(reference, 100 * PlainVerdict.median(shares.stream().map(Share::rate).toList()));
				assertEquals(direction.equals("too few"), share.of() < TOO_FEW, share.toString());
				yield PlainVerdict.rateBelow(share, shares);
			}
			case "MRR_PER_CUSTOMER" -> ofCustomers(name, Customer::mrr, own, reference);
			case "DISCOUNT" -> ofCustomers(name, Customer::discount, own, reference);
			case "DAYS_TO_CLOSE" -> ofCustomers(name, c -> ChronoUnit.DAYS.between(c.created(), c.won()), own, reference);
			case "CHURN" -> {
				Share share = churn(List.of(name));
				Share others = churn(peers.stream().filter(peer -> !peer.equals(name)).toList());
				assertWritten(own, 100 * share.rate());
				assertWritten(reference, 100 * others.rate());
				yield 1 - PlainVerdict.fewerByChance(share, others.rate());
			}
			default -> throw new IllegalArgumentException("no check for the metric " + metric);
		};
		String figures = name + " lies below with probability " + below;
		if (direction.equals("above") || direction.equals("below")) {
			double sure = direction.equals("below") ? below : 1 - below;
			// what is "perhaps" to the product, which allows for work that comes in batches, may be surer here
			assertTrue(sure >= (strength.equals("clear") ? CLEAR : PERHAPS), figures);
		} else {
			assertEquals("none", strength);
			assertTrue(Math.max(below, 1 - below) < PERHAPS, figures);
		}
	}

	@Test
	void amiraGivesTheMostDemosOfHarborAndLosesMostToNoDecision() {
		Map<String, Integer> demos = new HashMap<>();
		files.reps.values().stream().filter(rep -> rep.getField("Team").equals("Harbor")).map(rep -> rep.getField("Name"))
				.forEach(rep -> demos.put(rep, files.count(rep, Step.DEMOS, QUARTER_START, LAST)));
		assertTrue(demos.entrySet().stream().filter(e -> !e.getKey().equals("Amira Nasser"))
				.allMatch(e -> e.getValue() <= demos.get("Amira Nasser") - 10), demos.toString());
		assertTrue(noDecision(owner -> owner.equals("Amira Nasser")).rate() > 0.5);
		assertTrue(noDecision(owner -> !owner.equals("Amira Nasser")).rate() < 0.35);
	}

	@Test
	void whatStopsLucasDiscoveriesIsThatNobodyComes() {
		assertTrue(noShows(owner -> owner.equals("Luca Morandini")).rate() > 0.33);
		assertTrue(noShows(owner -> !owner.equals("Luca Morandini")).rate() < 0.15);
	}

	@Test
	void yukariLeavesLeadsUnworkedAndTurnsTheOthersWell() {
		List<NamedCsvRecord> hers = files.leads.stream().filter(lead -> owner(lead, "Contact owner").equals("Yukari Tanemura")).toList();
		assertTrue(hers.stream().filter(lead -> lead.getField("First Worked Date").isEmpty()).count() > 0.35 * hers.size());
		for (Step step : List.of(Step.CONNECTS, Step.DISCOVERIES, Step.DEMOS, Step.CUSTOMERS)) {
			assertTrue(PlainVerdict.rateBelow(conversion("Yukari Tanemura", step),
					files.repsOfToday().stream().map(peer -> conversion(peer, step)).toList()) < 0.5, step.name());
		}
	}

	@Test
	void kofiHasWorkedSevenWeeks() {
		LocalDate start = LocalDate.parse(files.reps.get("Kofi Mensah").getField("Start Date"));
		assertEquals(7, ChronoUnit.WEEKS.between(start, LAST.plusMonths(1).atDay(2)));
		assertEquals(1, files.count("Kofi Mensah", Step.CUSTOMERS, LAST, LAST));
	}

	private static void assertWritten(double written, double found) {
		assertEquals(written, found, 0.51, "the figure in patterns.csv");
	}

	private static double perMonth(String rep, YearMonth from, YearMonth to) {
		return (double) files.count(rep, Step.LEADS_WORKED, from, to) / (ChronoUnit.MONTHS.between(from, to) + 1);
	}

	private static Share conversion(String rep, Step into) {
		return new Share(files.count(rep, into, QUARTER_START, LAST),
				files.count(rep, Step.values()[into.ordinal() - 1], QUARTER_START, LAST));
	}

	private static double ofCustomers(String rep, ToDoubleFunction<Customer> value, double own, double reference) {
		double peers = PlainVerdict.median(files.repsOfToday().stream().map(peer -> files.won(peer, QUARTER_START, LAST))
				.filter(won -> won.size() > 1).map(won -> won.stream().mapToDouble(value).average().orElseThrow()).toList());
		List<Double> values = files.won(rep, QUARTER_START, LAST).stream().map(value::applyAsDouble).toList();
		assertWritten(own, values.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
		assertWritten(reference, peers);
		return PlainVerdict.meanBelow(values, peers);
	}

	private static Share churn(List<String> reps) {
		return new Share(reps.stream().mapToInt(rep -> files.cancelled(rep, QUARTER_START, LAST)).sum(),
				reps.stream().mapToInt(rep -> files.customersAtStart(rep, QUARTER_START)).sum());
	}

	/** Held demos of held discovery calls of those who were in the team in the end. */
	private static Share demosOf(String team, YearMonth from, YearMonth to) {
		Set<String> members = files.reps.values().stream().filter(rep -> rep.getField("Team").equals(team))
				.map(rep -> rep.getField("Name")).collect(Collectors.toSet());
		return new Share(members.stream().mapToInt(rep -> files.count(rep, Step.DEMOS, from, to)).sum(),
				members.stream().mapToInt(rep -> files.count(rep, Step.DISCOVERIES, from, to)).sum());
	}

	private static Share ofSource(Step into, Predicate<String> source) {
		Set<String> leads = files.leads.stream().filter(lead -> source.test(lead.getField("Original Source")))
				.map(lead -> lead.getField("Record ID")).collect(Collectors.toCollection(HashSet::new));
		Map<Step, Integer> counts = new HashMap<>();
		for (NamedCsvRecord lead : files.leads) {
			if (leads.contains(lead.getField("Record ID")) && !lead.getField("First Worked Date").isEmpty()) {
				counts.merge(Step.LEADS_WORKED, 1, Integer::sum);
			}
		}
		for (NamedCsvRecord activity : files.activities) {
			Step step = ShippedFiles.stepOf(activity);
			if (step != null && leads.contains(activity.getField("Associated Contact IDs"))) {
				counts.merge(step, 1, Integer::sum);
			}
		}
		for (NamedCsvRecord deal : files.deals) {
			if (ShippedFiles.isWon(deal) && leads.contains(deal.getField("Associated Contact IDs"))) {
				counts.merge(Step.CUSTOMERS, 1, Integer::sum);
			}
		}
		return new Share(counts.get(into), counts.get(Step.values()[into.ordinal() - 1]));
	}

	private static Share noDecision(Predicate<String> owner) {
		List<NamedCsvRecord> lost = files.deals.stream().filter(ShippedFiles::isLost).filter(deal -> owner.test(owner(deal, "Deal owner")))
				.filter(deal -> deal.getField("Close Date").compareTo(QUARTER_START.toString()) > 0).toList();
		return new Share((int) lost.stream().filter(deal -> deal.getField("Closed Lost Reason").equals("No decision")).count(), lost.size());
	}

	private static Share noShows(Predicate<String> owner) {
		List<NamedCsvRecord> booked = files.activities.stream().filter(activity -> activity.getField("Activity type").equals("Discovery"))
				.filter(activity -> owner.test(owner(activity, "Activity assigned to")))
				.filter(activity -> activity.getField("Activity date").compareTo(QUARTER_START.toString()) > 0).toList();
		return new Share((int) booked.stream().filter(activity -> activity.getField("Outcome").equals("No show")).count(), booked.size());
	}

	private static String owner(NamedCsvRecord row, String column) {
		return files.nameByEmail.get(row.getField(column));
	}

	/** Whether two shares lie further apart than chance explains: three standard errors. */
	private static boolean differ(Share one, Share other) {
		double pooled = (double) (one.hits() + other.hits()) / (one.of() + other.of());
		double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / one.of() + 1.0 / other.of()));
		return Math.abs(one.rate() - other.rate()) > 3 * error;
	}
}
