package org.headcoach.coaching.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.Evidence;
import org.headcoach.coaching.FindingRow;
import org.headcoach.coaching.MetricPage;
import org.headcoach.coaching.PlanPage;
import org.headcoach.coaching.SuggestionRow;
import org.headcoach.coaching.TimeKind;
import org.headcoach.coaching.engine.CoachingLoad;
import org.headcoach.coaching.engine.Metric;
import org.headcoach.coaching.engine.MetricKind;
import org.headcoach.coaching.engine.Verdict;
import org.headcoach.pipeline.Funnel;
import org.headcoach.pipeline.SalesProcesses;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.site.tags.Bar;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How figures, metrics and times are said on the coaching pages: {@code #{wording.metric(finding.metric)}}. */
@Named
@RequestScoped
public class Wording {

	@Inject
	private SalesProcesses processes;

	@Inject
	private Here here;

	@Inject
	private Formats formats;

	private Map<String, Funnel.Step> steps;

	@PostConstruct
	void load() {
		steps = processes.main().steps().stream().collect(Collectors.toMap(Funnel.Step::code, step -> step));
	}

	private Locale locale() {
		return here.getLocale();
	}

	String text(String key, Object... arguments) {
		return Messages.text(locale(), key, arguments);
	}

	/** Demos, or the name that the company gave the step. */
	public String step(String code) {
		var step = steps.get(code);
		if (step != null && step.name() != null) {
			return step.name();
		}
		var key = "coaching.metric.step." + code;
		return Messages.has(locale(), key) ? text(key) : code;
	}

	/** Demos → customers. */
	public String metric(String code) {
		if (code == null) {
			return Formats.NOTHING;
		}
		var metric = Metric.parse(code);
		return switch (metric.kind()) {
			case VOLUME -> text("coaching.metric.VOLUME", step(metric.step()));
			case CONVERSION -> text("coaching.metric.CONVERSION", step(metric.step()), inside(step(metric.next())));
			default -> text("coaching.metric." + metric.kind());
		};
	}

	private String inside(String name) {
		return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(locale()) + name.substring(1);
	}

	/** What n counts: demos, working days, deals. */
	public String unit(String code) {
		var metric = Metric.parse(code);
		return metric.kind() == MetricKind.CONVERSION ? inside(step(metric.step())) : text("coaching.metric.unit." + metric.kind());
	}

	/** A figure in the unit of its metric: 14 %, $741, 5.2 a day; null is "n/a". */
	public String figure(String code, Number value) {
		if (code == null || value == null) {
			return text("site.format.no-denominator");
		}
		return switch (Metric.parse(code).kind()) {
			case CONVERSION, CHURN, DISCOUNT -> formats.percent(value);
			case MRR_PER_CUSTOMER -> formats.money(value, currency());
			case VOLUME -> text("coaching.metric.a-day", formats.number(value, 1));
			case DAYS_TO_CLOSE -> text("coaching.metric.days", formats.number(value));
		};
	}

	public String plain(FindingRow finding) {
		return figure(finding.metric(), finding.plain());
	}

	/** 9 of 64 for a share, n=31 deals for an average. */
	public String basis(FindingRow finding) {
		if (finding.kind() == MetricKind.CONVERSION || finding.kind() == MetricKind.CHURN) {
			return text("coaching.metric.of", finding.count() == null ? 0 : finding.count(), finding.n(), unit(finding.metric()));
		}
		return text("coaching.metric.n", finding.n(), unit(finding.metric()));
	}

	/** "18 %, 90 % interval 13 to 25 %": what the statistics made of the plain figure. */
	public String estimate(FindingRow finding) {
		return finding.estimate() == null ? text("coaching.metric.no-peers") : text("coaching.metric.estimate", figure(finding.metric(), finding.estimate()),
				figure(finding.metric(), finding.low()), figure(finding.metric(), finding.high()));
	}

	/** What the strip's right end stands for, so that own and peers are seen apart. */
	public double end(FindingRow finding) {
		double largest = Math.max(finding.high() == null ? 0 : finding.high(), finding.peerMedian() == null ? 0 : finding.peerMedian() * 1.7);
		return largest == 0 ? 1 : largest * 1.05;
	}

	/** The format of charts for this metric. */
	public String format(String code) {
		return switch (Metric.parse(code).kind()) {
			case CONVERSION, CHURN, DISCOUNT -> "percent";
			case MRR_PER_CUSTOMER -> "money";
			case VOLUME -> "decimal";
			case DAYS_TO_CLOSE -> "number";
		};
	}

	/** In one sentence how a suggestion was decided, with n. */
	public String decided(SuggestionRow suggestion) {
		var finding = suggestion.finding();
		return text("coaching.diagnosis.decided", basis(finding), plain(finding), figure(finding.metric(), finding.peerMedian()), finding.peers(),
				estimate(finding), sure(suggestion.sure()), worthInWords(suggestion.extraCustomers(), suggestion.extraMrr()));
	}

	/** Nobody is sure to 100 %. */
	private String sure(double probability) {
		return probability > 0.99 ? text("coaching.diagnosis.nearly-sure", formats.percent(0.99)) : formats.percent(probability);
	}

	private String worthInWords(double customers, BigDecimal mrr) {
		var revenue = mrr == null ? null : worthPlain(mrr);
		if (mrr == null || mrr.signum() == 0) {
			return customers < 0.05 ? text("coaching.diagnosis.worth-nothing") : text("coaching.diagnosis.worth-customers", formats.number(customers, 1));
		}
		return customers < 0.05 ? text("coaching.diagnosis.worth-mrr", revenue)
				: text("coaching.diagnosis.worth-both", formats.number(customers, 1), revenue);
	}

	/** +$2,340; nothing where nothing is known. */
	public String worth(BigDecimal mrr) {
		return mrr == null || mrr.signum() == 0 ? Formats.NOTHING : formats.signedMoney(mrr.setScale(-1, java.math.RoundingMode.HALF_UP), currency());
	}

	/** $2,340: an estimate is printed in tens. */
	public String worthPlain(BigDecimal mrr) {
		return formats.money(mrr.setScale(-1, java.math.RoundingMode.HALF_UP), currency());
	}

	/** "+3.1 cust."; empty where it changes revenue only. */
	public String worthCustomers(Double customers) {
		return customers == null || customers < 0.05 ? "" : text("coaching.diagnosis.more-customers", formats.signed(customers, 1));
	}

	/** The bars of a chart: estimates with their intervals where they may be shown, else plain figures. */
	public List<Bar> bars(MetricPage page, Long own, String link) {
		var bars = new ArrayList<Bar>();
		for (var bar : page.bars()) {
			var finding = bar.finding();
			var figure = page.judged() && finding.estimate() != null ? finding.estimate() : finding.plain();
			if (figure == null) {
				continue;
			}
			var few = finding.n() == 0 || finding.verdict() == Verdict.NOT_ENOUGH_DATA;
			bars.add(new Bar(bar.name(), figure, page.judged() ? finding.low() : null, page.judged() ? finding.high() : null, finding.n(),
					own == null ? bar.own() : own == bar.personId(), few, link == null ? null : link.replace("{person}", String.valueOf(bar.personId()))));
		}
		return bars;
	}

	// ---- coaching time

	/** What time can be logged for; a check-in is noted on its plan. */
	public List<TimeKind> timeKinds() {
		return java.util.Arrays.stream(TimeKind.values()).filter(kind -> kind != TimeKind.CHECK_IN).toList();
	}

	/** 2 h 30 min, 2 h, 30 min. */
	public String minutes(long minutes) {
		var hours = minutes / 60;
		var rest = minutes % 60;
		if (hours == 0) {
			return text("coaching.time.spent.minutes", rest);
		}
		return rest == 0 ? text("coaching.time.spent.hours", hours) : text("coaching.time.spent", hours, rest);
	}

	/** 3.2 h; "n/a" where there is nobody. */
	public String hours(BigDecimal hours) {
		return hours == null ? text("site.format.no-denominator") : text("coaching.time.load.hours", hours);
	}

	/** How the state of a load is drawn. */
	public String loadKind(CoachingLoad load) {
		return switch (load.fit()) {
			case BELOW -> "look";
			case WITHIN -> "done";
			case ABOVE, NOBODY -> "open";
		};
	}

	/** "No decision 31, price 12": where a conversion is lost; null where nothing is known. */
	public String deeper(Evidence evidence) {
		if (evidence == null || evidence.deeperBy() == null || evidence.deeper() == null || evidence.deeper().isEmpty()) {
			return null;
		}
		return evidence.deeper().stream().map(part -> text("coaching.evidence.part", part.what() == null || part.what().isBlank() ? text("coaching.evidence.nothing-said") : part.what(),
				part.count())).collect(Collectors.joining(text("coaching.evidence.between")));
	}

	public String currency() {
		return here.getCompany().currency().getCurrencyCode();
	}

	/** The code where an icon or a text depends on it. */
	public MetricKind kind(String code) {
		return Metric.parse(code).kind();
	}

	// ---- people and times

	/** What people call somebody: the first name. */
	public String first(String name) {
		var blank = name.indexOf(' ');
		return blank < 0 ? name : name.substring(0, blank);
	}

	/** First names, whole names where two share one: "Amira, Daniel and Kofi"; more than four are counted. */
	public String names(List<String> names) {
		if (names.size() > 4) {
			return text("coaching.people", names.size());
		}
		return text("coaching.list", names.stream().map(name -> names.stream().filter(other -> first(other).equals(first(name))).count() > 1 ? name : first(name)).toList());
	}

	public LocalDateTime local(Instant instant) {
		return instant == null ? null : instant.atZone(here.getCompany().zone()).toLocalDateTime();
	}

	/** 09:20 today, else 2 Nov, 09:20. */
	public String when(LocalDateTime time) {
		if (time == null) {
			return Formats.NOTHING;
		}
		return time.toLocalDate().equals(here.getToday()) ? text("coaching.time.today", time) : text("coaching.time.day", time);
	}

	public String when(Instant instant) {
		return when(local(instant));
	}

	public String month(LocalDate day) {
		return formats.monthName(YearMonth.from(day));
	}

	/** November, or November 2025 when it is not of this year. */
	public String month(CoachingMonth month) {
		return month.month().getYear() == here.getToday().getYear() ? formats.monthName(month.month()) : formats.month(month.month());
	}

	/** August to October. */
	public String window(YearMonth first, YearMonth last) {
		return first.equals(last) ? formats.month(last) : text("coaching.time.months", formats.monthName(first), formats.month(last));
	}

	/** November to December 2026, of a plan. */
	public String window(LocalDate from, LocalDate until) {
		return window(YearMonth.from(from), YearMonth.from(until));
	}

	/** How a plan was decided with the evidence in a line: "9 of 64, 14 %; peers 33 %". */
	public String evidence(PlanPage plan) {
		var evidence = plan.evidence();
		if (evidence == null || evidence.value() == null) {
			return text("coaching.plan.evidence.none");
		}
		var own = evidence.rate() ? text("coaching.metric.of", Math.round(evidence.successes()), evidence.n(), unit(evidence.metric())) + ", " + figure(evidence.metric(), evidence.value())
				: figure(evidence.metric(), evidence.value()) + ", " + text("coaching.metric.n", evidence.n(), unit(evidence.metric()));
		return evidence.peers() == null ? own : text("coaching.plan.evidence.text", own, figure(evidence.metric(), evidence.peers()));
	}
}
