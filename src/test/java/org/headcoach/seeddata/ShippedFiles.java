package org.headcoach.seeddata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** What lies in {@code seed-data/}, read with nothing but a CSV reader, and the figures that can be counted from it. */
public final class ShippedFiles {

	/** The steps of the funnel in their order, as they are counted by month and rep. */
	public enum Step {
		LEADS_WORKED, CONNECTS, DISCOVERIES, DEMOS, CUSTOMERS
	}

	/** A won deal, and when the customer left (null: still there). */
	public record Customer(String rep, LocalDate created, LocalDate won, double mrr, double discount, LocalDate cancelled) {
	}

	public final List<NamedCsvRecord> people;
	public final List<NamedCsvRecord> leads;
	public final List<NamedCsvRecord> deals;
	public final List<NamedCsvRecord> activities;
	public final List<NamedCsvRecord> cancellations;
	public final List<NamedCsvRecord> payments;
	public final List<NamedCsvRecord> splits;
	public final List<NamedCsvRecord> patterns;

	/** The last position of every rep, by name. */
	public final Map<String, NamedCsvRecord> reps = new LinkedHashMap<>();
	public final Map<String, String> nameByEmail = new LinkedHashMap<>();
	final List<Customer> customers = new ArrayList<>();

	private final Map<String, Map<YearMonth, int[]>> funnel = new TreeMap<>();

	public ShippedFiles(Path directory) {
		people = read(directory.resolve("people.csv"));
		leads = read(directory.resolve("hubspot-crm-exports-all-contacts.csv"));
		deals = read(directory.resolve("hubspot-crm-exports-all-deals.csv"));
		activities = read(directory.resolve("activities.csv"));
		cancellations = read(directory.resolve("cancellations.csv"));
		payments = read(directory.resolve("payments.csv"));
		splits = read(directory.resolve("deal-splits.csv"));
		patterns = read(directory.resolve("patterns.csv"));
		for (NamedCsvRecord person : people) {
			nameByEmail.put(person.getField("Email"), person.getField("Name"));
			if (person.getField("Role").equals("Rep")) {
				reps.put(person.getField("Name"), person);
			}
		}
		count();
	}

	private static List<NamedCsvRecord> read(Path file) {
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
			return reader.stream().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void count() {
		for (NamedCsvRecord lead : leads) {
			if (!lead.getField("First Worked Date").isEmpty()) {
				add(lead.getField("Contact owner"), lead.getField("First Worked Date"), Step.LEADS_WORKED);
			}
		}
		for (NamedCsvRecord activity : activities) {
			Step step = stepOf(activity);
			if (step != null) {
				add(activity.getField("Activity assigned to"), activity.getField("Activity date"), step);
			}
		}
		Map<String, LocalDate> cancelled = cancellations.stream()
				.collect(Collectors.toMap(c -> c.getField("Deal Record ID"), c -> LocalDate.parse(c.getField("Cancelled On"))));
		for (NamedCsvRecord deal : deals) {
			if (isWon(deal)) {
				add(deal.getField("Deal owner"), deal.getField("Close Date"), Step.CUSTOMERS);
				customers.add(new Customer(nameByEmail.get(deal.getField("Deal owner")), LocalDate.parse(deal.getField("Create Date")),
						LocalDate.parse(deal.getField("Close Date")), Double.parseDouble(deal.getField("MRR")),
						Double.parseDouble(deal.getField("Discount")), cancelled.get(deal.getField("Record ID"))));
			}
		}
	}

	/** The step that an activity counts for, or null: calls, e-mails, meetings and everything to which nobody came. */
	static Step stepOf(NamedCsvRecord activity) {
		String outcome = activity.getField("Outcome");
		return switch (activity.getField("Activity type")) {
			case "Connect" -> Step.CONNECTS;
			case "Discovery" -> outcome.equals("No show") ? null : Step.DISCOVERIES;
			case "Demo" -> outcome.equals("Held") ? Step.DEMOS : null;
			default -> null;
		};
	}

	public static boolean isWon(NamedCsvRecord deal) {
		return deal.getField("Is Closed Won").equals("true");
	}

	public static boolean isLost(NamedCsvRecord deal) {
		return deal.getField("Is closed lost").equals("true");
	}

	private void add(String email, String date, Step step) {
		funnel.computeIfAbsent(nameByEmail.get(email), name -> new TreeMap<>())
				.computeIfAbsent(YearMonth.parse(date.substring(0, 7)), month -> new int[Step.values().length])[step.ordinal()]++;
	}

	/** How often the rep reached the step in the months from the first to the last. */
	public int count(String rep, Step step, YearMonth first, YearMonth last) {
		int count = 0;
		for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
			int[] steps = funnel.getOrDefault(rep, Map.of()).get(month);
			count += steps == null ? 0 : steps[step.ordinal()];
		}
		return count;
	}

	/** The same for the whole company. */
	int count(Step step, YearMonth first, YearMonth last) {
		return reps.keySet().stream().mapToInt(rep -> count(rep, step, first, last)).sum();
	}

	/** The customers that a rep won in the months from the first to the last. */
	public List<Customer> won(String rep, YearMonth first, YearMonth last) {
		return customers.stream().filter(c -> c.rep().equals(rep))
				.filter(c -> !c.won().isBefore(first.atDay(1)) && !c.won().isAfter(last.atEndOfMonth())).toList();
	}

	/** How many customers the rep had when the first month began. */
	int customersAtStart(String rep, YearMonth first) {
		LocalDate start = first.atDay(1);
		return (int) customers.stream().filter(c -> c.rep().equals(rep) && c.won().isBefore(start))
				.filter(c -> c.cancelled() == null || !c.cancelled().isBefore(start)).count();
	}

	/** How many of the rep's customers left in the months from the first to the last. */
	int cancelled(String rep, YearMonth first, YearMonth last) {
		return (int) customers.stream().filter(c -> c.rep().equals(rep) && c.cancelled() != null)
				.filter(c -> !c.cancelled().isBefore(first.atDay(1)) && !c.cancelled().isAfter(last.atEndOfMonth())).count();
	}

	/** The reps who were there on the last day. */
	public List<String> repsOfToday() {
		return reps.values().stream().filter(rep -> rep.getField("End Date").isEmpty()).map(rep -> rep.getField("Name")).toList();
	}
}
