package org.headcoach.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.headcoach.seeddata.ShippedFiles;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** The monthly figures of the demo company's files, counted by the product's rules ({@link FiguresByHand}) in the standard funnel. */
public final class ShippedFigures {

	/** The steps of the standard funnel, in their order. */
	public static final List<String> STEPS = StandardFunnel.FUNNEL.steps().stream().map(Funnel.Step::code).toList();

	private final Map<String, Long> ids = new LinkedHashMap<>();
	private final Map<String, Long> teams = new LinkedHashMap<>();
	private final Map<FiguresByHand.Key, BigDecimal> figures;

	public ShippedFigures(ShippedFiles files) {
		files.people.forEach(person -> {
			ids.putIfAbsent(person.getField("Name"), ids.size() + 1L);
			teams.putIfAbsent(person.getField("Team"), teams.size() + 1L);
		});
		figures = new FiguresByHand("USD", List.of(StandardFunnel.FUNNEL), files.people.stream().map(this::held).toList()).of(raw(files));
	}

	/** By what the person stands in {@link #people} and {@link #teams}. */
	public long idOf(String nameOfPersonOrTeam) {
		return ids.getOrDefault(nameOfPersonOrTeam, teams.get(nameOfPersonOrTeam));
	}

	/** By person. */
	public FigureTable people(YearMonth first, YearMonth last) {
		return table(first, last, FiguresByHand.Key::person);
	}

	/** By the team of the day on which it happened. */
	public FigureTable teams(YearMonth first, YearMonth last) {
		return table(first, last, FiguresByHand.Key::team);
	}

	/** All of it, under {@link MonthlyFigures#COMPANY}. */
	public FigureTable company(YearMonth first, YearMonth last) {
		return table(first, last, key -> MonthlyFigures.COMPANY);
	}

	private FigureTable table(YearMonth first, YearMonth last, java.util.function.ToLongFunction<FiguresByHand.Key> id) {
		var lines = new ArrayList<FigureTable.Line>();
		figures.forEach((key, quantity) -> {
			if (!key.month().isAfter(last)) {
				lines.add(new FigureTable.Line(id.applyAsLong(key), key.month().isBefore(first) ? null : key.month(), key.metric(), quantity));
			}
		});
		return new FigureTable(first, last, lines);
	}

	private MonthRecount.Held held(NamedCsvRecord position) {
		return new MonthRecount.Held(ids.get(position.getField("Name")), day(position, "Valid From"),
				position.getField("End Date").isEmpty() ? null : day(position, "End Date").plusDays(1), teams.get(position.getField("Team")), null,
				position.getField("Segment"));
	}

	private FiguresByHand.Raw raw(ShippedFiles files) {
		var owners = new HashMap<String, Long>();
		files.nameByEmail.forEach((email, name) -> owners.put(email, ids.get(name)));
		return new FiguresByHand.Raw(
				files.leads.stream().map(lead -> new FiguresByHand.Lead(lead.getField("Record ID"), owners.get(lead.getField("Contact owner")),
						day(lead, "First Worked Date"))).toList(),
				files.activities.stream().map(activity -> new FiguresByHand.Activity(activity.getField("Record ID"),
						activity.getField("Activity type").toUpperCase(Locale.ROOT), owners.get(activity.getField("Activity assigned to")),
						day(activity, "Activity date"), activity.getField("Outcome"))).toList(),
				files.deals.stream().map(deal -> new FiguresByHand.Deal(deal.getField("Record ID"), owners.get(deal.getField("Deal owner")),
						deal.getField("Pipeline"), deal.getField("Deal Stage"),
						ShippedFiles.isWon(deal) ? "WON" : ShippedFiles.isLost(deal) ? "LOST" : "OPEN", day(deal, "Create Date"), day(deal, "Close Date"),
						new BigDecimal(deal.getField("MRR")), deal.getField("Currency"), new BigDecimal(deal.getField("Discount")))).toList(),
				files.cancellations.stream().map(cancellation -> new FiguresByHand.Cancellation(cancellation.getField("Record ID"),
						cancellation.getField("Deal Record ID"), day(cancellation, "Cancelled On"), new BigDecimal(cancellation.getField("MRR")), "USD")).toList());
	}

	/** The day of a date or of a date with a time; null where there is none. */
	private static LocalDate day(NamedCsvRecord line, String column) {
		var text = line.getField(column);
		return text.isEmpty() ? null : LocalDate.parse(text.substring(0, 10));
	}
}
