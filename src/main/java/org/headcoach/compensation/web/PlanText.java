package org.headcoach.compensation.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.headcoach.compensation.engine.Modifier;
import org.headcoach.compensation.engine.PlanLint;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.PlanWords;
import org.headcoach.compensation.engine.Problem;
import org.headcoach.compensation.engine.Sentence;
import org.headcoach.pipeline.Metric;
import org.headcoach.pipeline.SalesProcesses;
import org.headcoach.pipeline.web.FigureTexts;
import org.headcoach.shared.Money;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.HeldCertifications;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Plans, problems and amounts as people read them. */
@Named
@RequestScoped
public class PlanText {

	/** Where a problem's arguments are places in the table of rates. */
	private static final Map<String, List<Integer>> THRESHOLDS = Map.of("compensation.problem.first-tier", List.of(0), "compensation.problem.empty-tier", List.of(1, 2), "compensation.problem.gap",
			List.of(0, 1), "compensation.problem.overlap", List.of(0, 1), "compensation.problem.closed-end", List.of(0), "compensation.problem.pay-falls", List.of(0));

	@Inject
	private Here here;

	@Inject
	private SalesProcesses processes;

	@Inject
	private HeldCertifications certifications;

	@Inject
	private Formats formats;

	private Map<String, String> names;

	/** A paragraph, ready to be printed; the name is empty for what holds for the whole plan. */
	public record Paragraph(String component, String html, String text) implements java.io.Serializable {
	}

	public List<Paragraph> paragraphs(PlanTerms terms, Map<String, BigDecimal> quotas) {
		var titles = new HashMap<String, String>();
		terms.components().forEach(component -> titles.put(component.code(), component.name()));
		return new PlanWords(terms, quotas, names()).paragraphs().stream().filter(paragraph -> !paragraph.sentences().isEmpty()).map(paragraph -> new Paragraph(
				titles.getOrDefault(paragraph.component(), ""), paragraph.sentences().stream().map(this::html).collect(Collectors.joining(" ")),
				paragraph.sentences().stream().map(sentence -> sentence.text(this::say)).collect(Collectors.joining(" ")))).toList();
	}

	/** The plan as everybody on it reads it; what differs from person to person, such as the quota, has no number. */
	public List<Paragraph> paragraphs(PlanTerms terms) {
		return paragraphs(terms, Map.of());
	}

	/** The whole plan without marks, as its hash is taken and its words are counted. */
	public String text(PlanTerms terms, Map<String, BigDecimal> quotas) {
		return paragraphs(terms, quotas).stream().map(Paragraph::text).collect(Collectors.joining("\n"));
	}

	public String html(Sentence sentence) {
		return Messages.html(locale(), sentence.key(), sentence.filled(this::say));
	}

	/** A text without arguments. */
	public String say(String key) {
		return Messages.text(locale(), key);
	}

	private String say(String key, Object[] arguments) {
		return Messages.text(locale(), key, arguments);
	}

	/** What stands before publishing, with its place. */
	public String problem(Problem problem) {
		return Messages.text(locale(), problem.refusal());
	}

	/** The same for a component whose thresholds are shares of a quota: they read as they were typed, in per cent. */
	public String problemOfShares(Problem problem) {
		var arguments = new ArrayList<>(problem.arguments());
		for (int at : THRESHOLDS.getOrDefault(problem.key(), List.of())) {
			arguments.set(at, NumberInput.print(((BigDecimal) arguments.get(at)).movePointRight(2)) + "\u00a0%");
		}
		return Messages.text(locale(), new Problem(problem.where(), problem.key(), arguments).refusal());
	}

	/** Codes and names of figures that a plan may count or multiply by. */
	public Map<String, String> names() {
		if (names == null) {
			names = names(locale(), processes, certifications);
		}
		return names;
	}

	/** Codes and names of figures that a plan may count: what is earned in training only multiplies. */
	public Map<String, String> counted() {
		var counted = new java.util.LinkedHashMap<>(names());
		counted.keySet().removeIf(Modifier::isOfTraining);
		return counted;
	}

	static Map<String, String> names(Locale locale, SalesProcesses processes, HeldCertifications certifications) {
		var names = processes.metrics().all().stream()
				.collect(Collectors.toMap(Metric::code, metric -> FigureTexts.name(locale, metric), (one, other) -> one, java.util.LinkedHashMap<String, String>::new));
		names.put("AVERAGE_PREPAID", Messages.text(locale, "compensation.figure.AVERAGE_PREPAID"));
		names.put(Modifier.SELLS_ALONE, Messages.text(locale, "compensation.figure.SELLS_ALONE"));
		certifications.named().values().forEach(one -> names.put(Modifier.certification(one.id()), Messages.text(locale, one.retired() ? "compensation.figure.CERTIFICATION.retired" : "compensation.figure.CERTIFICATION", one.title())));
		return names;
	}

	/** Activities that the funnel's steps are fed by: type and its name. */
	public List<String> activityTypes() {
		return new ArrayList<>(processes.main().steps().stream().filter(step -> step.feedValue() != null).map(org.headcoach.pipeline.Funnel.Step::feedValue)
				.collect(Collectors.toCollection(java.util.LinkedHashSet::new)));
	}

	/** $4,200, and cents where there are some. */
	public String money(BigDecimal amount, String currency) {
		if (amount == null) {
			return Formats.NOTHING;
		}
		return amount.stripTrailingZeros().scale() <= 0 ? formats.money(amount, currency) : formats.exactMoney(amount, currency);
	}

	/** A rate with all its digits: $0.10, $0.125. */
	private String exact(BigDecimal rate, String currency) {
		return Messages.text(locale(), "compensation.editor.formula.rate", Money.of(rate.round(java.math.MathContext.DECIMAL32), java.util.Currency.getInstance(currency)));
	}

	public String money(Money amount) {
		return amount == null ? Formats.NOTHING : formats.exactMoney(amount.amount(), amount.currency().getCurrencyCode());
	}

	/** What a unit earns: 10 % where it is money for money below one, else $2.00. */
	public String rate(BigDecimal rate, String currency, boolean ofMoney) {
		if (rate == null) {
			return Formats.NOTHING;
		}
		if (ofMoney && rate.compareTo(BigDecimal.ONE) < 0) {
			return NumberInput.print(rate.movePointRight(2).setScale(2, java.math.RoundingMode.HALF_UP)) + "\u00a0%";
		}
		return exact(rate, currency);
	}

	/** How a line came about: 500 × $2.00 × 4. A line of the month has no formula. */
	public String formula(org.headcoach.compensation.engine.Owed owed) {
		if (owed.slices().isEmpty()) {
			return "";
		}
		var currency = owed.amount().currency().getCurrencyCode();
		var slices = owed.slices().stream().map(slice -> plain(slice.base()) + " × " + exact(slice.rate(), currency)).collect(Collectors.joining(" + "));
		var factors = owed.factors().stream().map(factor -> " × " + plain(factor.factor())).collect(Collectors.joining());
		var product = (owed.factors().isEmpty() || owed.slices().size() == 1 ? slices : "(" + slices + ")") + factors;
		return owed.whole().compareTo(owed.amount().amount()) == 0 ? product : Messages.text(locale(), "compensation.editor.formula.part", product, Money.of(owed.whole(), owed.amount().currency()));
	}

	/** What the linter found, as its readers read it. */
	public String finding(PlanLint.Finding finding) {
		return Messages.text(locale(), finding.key(), finding.arguments().toArray());
	}

	/** The chip of a group of findings: passes, so many to look at, or what fails. */
	public String verdict(PlanLint.Report report, PlanLint.Group group) {
		return switch (report.level(group)) {
			case PASSES -> Messages.text(locale(), "compensation.lint.PASSES");
			case LOOK -> Messages.text(locale(), "compensation.lint.LOOK", report.of(group).stream().filter(finding -> finding.level() != PlanLint.Level.PASSES).count());
			case FAILS -> Messages.text(locale(), "compensation.lint." + group + ".FAILS");
		};
	}

	/** The kind of the chip's mark. */
	public String mark(PlanLint.Report report, PlanLint.Group group) {
		return switch (report.level(group)) {
			case PASSES -> "done";
			case LOOK -> "look";
			case FAILS -> "refused";
		};
	}

	/** The currencies that countries have today, by code. */
	public List<java.util.Currency> getCurrencies() {
		return java.util.Arrays.stream(Locale.getISOCountries()).map(country -> java.util.Currency.getInstance(new Locale("", country))).filter(java.util.Objects::nonNull).distinct()
				.sorted(java.util.Comparator.comparing(java.util.Currency::getCurrencyCode)).toList();
	}

	/** A number without needless zeros. */
	public String plain(BigDecimal number) {
		return number == null ? Formats.NOTHING : NumberInput.print(number);
	}

	private Locale locale() {
		return here.getLocale();
	}
}
