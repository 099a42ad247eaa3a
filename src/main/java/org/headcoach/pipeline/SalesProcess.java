package org.headcoach.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.shared.BusinessException;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * The way from a lead to a customer as one part of the company walks it: a few ordered steps, each fed by something that
 * the CRM records. The standard process is there from the first start; it is edited, joined by others, and one is the main one.
 * A changed process changes all its past figures, because they are counted anew.
 */
@Entity
@Table(name = "sales_process")
public class SalesProcess {

	/** Fewer steps have no conversion, more do not fit a page or a head. */
	static final int FEWEST_STEPS = 2;
	static final int MOST_STEPS = 12;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String name;
	private boolean main;
	private String segment;

	@Column(name = "deal_pipeline")
	private String dealPipeline;

	@OneToMany(mappedBy = "process", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("ordinal")
	private List<FunnelStep> steps = new ArrayList<>();

	@Version
	private int version;

	protected SalesProcess() {
	}

	public SalesProcess(boolean main) {
		this.main = main;
	}

	public Long id() {
		return id;
	}

	public int version() {
		return version;
	}

	public void becomeMain(boolean isMain) {
		main = isMain;
	}

	/**
	 * Takes over a new definition. Steps are known by their code: a step that keeps it keeps its place in plans and links.
	 *
	 * @param taken codes that other processes use
	 * @param names how a step is called in the caller's language, which says it of standard steps
	 * @throws BusinessException for too few or too many steps, a step without a name, two of the same name, an activity without its type,
	 *         a rule without texts
	 */
	public void define(Funnel definition, Set<String> taken, Function<Funnel.Step, String> names) {
		check(definition, steps.stream().map(FunnelStep::code).collect(Collectors.toSet()), names);
		name = blankToNull(definition.name());
		segment = blankToNull(definition.segment());
		dealPipeline = blankToNull(definition.dealPipeline());
		var codes = new HashSet<>(taken);
		definition.steps().stream().map(Funnel.Step::code).forEach(codes::add);
		steps.removeIf(step -> definition.step(step.code()).isEmpty());
		for (int i = 0; i < definition.steps().size(); i++) {
			var wanted = definition.steps().get(i);
			var step = steps.stream().filter(s -> s.code().equals(wanted.code())).findFirst().orElse(null);
			if (step == null) {
				step = new FunnelStep(this, codeFor(wanted.name(), codes));
				codes.add(step.code());
				steps.add(step);
			}
			step.define(i, wanted);
		}
		steps.sort(Comparator.comparingInt(FunnelStep::ordinal));
	}

	/**
	 * @param own   the codes of the steps there are: only these may go without a name of their own
	 * @param names as in {@link #define}
	 */
	static void check(Funnel definition, Set<String> own, Function<Funnel.Step, String> names) {
		if (definition.steps().size() < FEWEST_STEPS || definition.steps().size() > MOST_STEPS) {
			throw new BusinessException("pipeline.funnel.error.steps", FEWEST_STEPS, MOST_STEPS);
		}
		var called = new HashSet<String>();
		for (var step : definition.steps()) {
			var standard = step.name() == null && own.contains(step.code()) && FunnelStep.STANDARD.contains(step.code());
			if (!standard && blankToNull(step.name()) == null) {
				throw new BusinessException("pipeline.funnel.error.name");
			}
			var name = standard ? names.apply(step) : step.name().strip();
			if (!called.add(name.toLowerCase(Locale.ROOT))) {
				throw new BusinessException("pipeline.funnel.error.twice", name);
			}
			if (step.fedBy() == Feed.ACTIVITY && blankToNull(step.feedValue()) == null) {
				throw new BusinessException("pipeline.funnel.error.type", name);
			}
			if (step.rule() != FeedRule.ALL && step.values().isEmpty() || step.fedBy() == Feed.DEALS_IN_STAGE && step.values().isEmpty()) {
				throw new BusinessException("pipeline.funnel.error.values", name);
			}
		}
	}

	/** Letters and digits of the name, so that files and addresses say what they count. */
	private static String codeFor(String name, Set<String> taken) {
		var plain = name.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_|_$", "");
		var base = plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "STEP_" + plain : plain;
		base = base.substring(0, Math.min(base.length(), 30)).replaceAll("_$", "");
		var code = base;
		for (int i = 2; taken.contains(code) || isQuantity(code); i++) {
			code = base + "_" + i;
		}
		return code;
	}

	private static boolean isQuantity(String code) {
		return List.of(Quantity.values()).stream().anyMatch(quantity -> quantity.name().equals(code));
	}

	static String blankToNull(String text) {
		return text == null || text.isBlank() ? null : text.strip();
	}

	public Funnel funnel() {
		return new Funnel(id, name, main, segment, dealPipeline, steps.stream().map(FunnelStep::step).toList());
	}
}
