package org.headcoach.pipeline;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What the pages over figures ask and get. */
public final class FigurePages {

	/** Whose figures a page is about. */
	public enum Scope {
		COMPANY, REGION, TEAM, LINE, PERSON
	}

	/** @param months how many months up to that one; without team and region it is about everybody whom the account may see */
	public record FiguresAsk(YearMonth month, int months, Long teamId, Long regionId, boolean byPerson) implements Serializable {
	}

	/** Sums with the working days in which they came about. */
	public record Sums(Quantities quantities, int workingDays) implements Serializable {
	}

	public record MonthLine(YearMonth month, Sums sums) implements Serializable {
	}

	/** One team or person in the month asked about, with the month before. */
	public record Line(long id, String name, String second, boolean own, Sums now, Sums before) implements Serializable {
	}

	/** A region that can be looked at as a whole. */
	public record RegionChoice(long id, String name) implements Serializable {
	}

	/**
	 * @param regions whose reps are all within reach, by name
	 * @param months the whole scope, latest month first; one more than asked for, so that the last has its comparison
	 * @param total the whole scope in the month
	 * @param company everybody in the month, to compare rates with; null where the account may not see it
	 * @param foreignDeals deals won in these months whose MRR is in another currency and left out
	 */
	public record FiguresPage(Metrics metrics, Scope scope, Long scopeId, String scopeName, List<RegionChoice> regions,
			List<MonthLine> months, boolean linesAreTeams, List<Line> lines,
			Sums total, Sums company, MonthlyFigures.AsOf asOf, String currency, long foreignDeals) implements Serializable {
	}

	/** One person's months, for the REST interface. */
	public record PersonFigures(long personId, String name, Long teamId, String teamName, List<MonthLine> months) implements Serializable {
	}

	/** @param step the step arrived at; the conversion starts from the step before */
	public record PeelAsk(Long personId, Long teamId, String step, PeelBy by, YearMonth month, int months) implements Serializable {
	}

	/**
	 * @param key what the CRM says, "" for nothing; a month, a day of the week from 1, a person's id
	 * @param from how often the step before happened (for shares: how many there are of the slice)
	 * @param to how often the step happened (for shares: how many there are of all slices)
	 * @param others the same rate or share among the others; null where the account may not see it
	 */
	public record Slice(String key, String name, long from, long to, Metric.Figure own, Metric.Figure others) implements Serializable {
	}

	/** @param rate the whole conversion, whatever it is cut by; {@code othersRate} is null where the account may not see it */
	public record PeelPage(Metrics metrics, Metric metric, PeelBy by, List<PeelBy> ways, String name, Long personId, Long teamId, String teamName, YearMonth first,
			YearMonth last, List<Slice> slices, Slice total, Metric.Figure rate, Metric.Figure othersRate) implements Serializable {
	}

	/** @param arrived true for the rows of the step, false for those of the step before (and for shares) */
	public record BehindAsk(PeelAsk peel, String slice, boolean arrived) implements Serializable {
	}

	/** A lead, an activity or a deal behind a slice. */
	public record BehindRow(LocalDate day, String owner, String externalId, String what, String detail, String company, String origin, String persona,
			BigDecimal mrr, String currency) implements Serializable {
	}

	public record Behind(List<BehindRow> rows, long total) implements Serializable {
	}

	/** A funnel with the version that was read, for editing. */
	public record FunnelVersion(Funnel funnel, int version) implements Serializable {
	}

	/** @param types activity types that occur, outcomes and stages that occur: what a feed can name */
	public record FunnelsPage(List<FunnelVersion> funnels, List<String> types, List<String> outcomes, List<String> stages, List<String> segments,
			List<String> pipelines) implements Serializable {
	}

	/** @param now the count of the month as it stands; null for a step that is not counted yet. {@code then}: under the definition previewed */
	public record PreviewLine(Funnel.Step step, Long now, long then) implements Serializable {
	}

	private FigurePages() {
	}
}
