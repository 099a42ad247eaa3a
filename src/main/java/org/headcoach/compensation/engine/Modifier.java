package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * Multiplies what a month earned by a figure: by the payee's place in it, or by the figure itself. A gate is the factor 0 below a minimum.
 *
 * @param figure code of the figure, such as {@code CHURN} or {@code AVERAGE_PREPAID}
 * @param months over how many months up to the earning one it is taken
 * @param ranking null for steps
 * @param steps from the lowest threshold upwards, the first at 0; empty for a ranking
 * @param otherwise factor of who is not ranked or has no such figure
 */
public record Modifier(String figure, int months, Ranking ranking, List<Step> steps, BigDecimal otherwise) implements Serializable {

	/** The figure that says whether somebody may sell alone. */
	public static final String SELLS_ALONE = "SELLS_ALONE";

	private static final String CERTIFICATION = "CERTIFICATION:";

	/** From this figure on, this factor. */
	public record Step(BigDecimal from, BigDecimal factor) implements Serializable {
	}

	/**
	 * What a modifier came to in a month.
	 *
	 * @param value the figure; null when there is none
	 * @param cases behind it; of what is earned in training, how many certifications were missing
	 * @param group place among the others from 1, the best; 0 when not ranked
	 */
	public record Factor(String figure, BigDecimal value, int cases, int group, BigDecimal factor) implements Serializable {
	}

	public Modifier {
		steps = List.copyOf(steps);
	}

	/** By place among the others. */
	public static Modifier rank(String figure, int months, Ranking ranking, BigDecimal unranked) {
		return new Modifier(figure, months, ranking, List.of(), unranked);
	}

	/** By the figure itself. */
	public static Modifier steps(String figure, int months, List<Step> steps, BigDecimal unknown) {
		return new Modifier(figure, months, null, steps, unknown);
	}

	/** Nothing below the minimum. */
	public static Modifier gate(String figure, int months, BigDecimal minimum) {
		return steps(figure, months, List.of(new Step(BigDecimal.ZERO, BigDecimal.ZERO), new Step(minimum, BigDecimal.ONE)), BigDecimal.ZERO);
	}

	/**
	 * All of it with the certificate, only a part without.
	 *
	 * @param without factor of who does not hold it, 0 for nothing
	 */
	public static Modifier certified(long certificationId, BigDecimal without) {
		return held(certification(certificationId), without, BigDecimal.ONE);
	}

	/** All of it for who may sell alone, only a part for who may not. @param unasked factor of a role of which nothing is asked for that */
	public static Modifier sellsAlone(BigDecimal without, BigDecimal unasked) {
		return held(SELLS_ALONE, without, unasked);
	}

	/** The figure is 1 for who holds it and 0 for who does not. */
	public static Modifier held(String figure, BigDecimal without, BigDecimal unasked) {
		return steps(figure, 1, List.of(new Step(BigDecimal.ZERO, without), new Step(BigDecimal.ONE, BigDecimal.ONE)), unasked);
	}

	/** The figure that says whether somebody holds a certification. */
	public static String certification(long id) {
		return CERTIFICATION + id;
	}

	/** Whether a figure tells what somebody has earned in training. */
	public static boolean isOfTraining(String figure) {
		return figure.equals(SELLS_ALONE) || figure.startsWith(CERTIFICATION);
	}

	/** The number of the certification that a figure tells of; null for every other figure. */
	public static Long certificationOf(String figure) {
		return figure.matches(CERTIFICATION + "[0-9]{1,18}") ? Long.valueOf(figure.substring(CERTIFICATION.length())) : null;
	}

	public boolean isOfTraining() {
		return isOfTraining(figure);
	}

	/** Where the steps decide. */
	public Factor of(BigDecimal value, int cases) {
		if (value == null) {
			return unknown();
		}
		var factor = steps.get(0).factor();
		for (var step : steps) {
			if (value.compareTo(step.from()) >= 0) {
				factor = step.factor();
			}
		}
		return new Factor(figure, value, cases, 0, factor);
	}

	public Factor unknown() {
		return new Factor(figure, null, 0, 0, otherwise);
	}

	List<Problem> problems() {
		if (ranking != null ? ranking.factors().isEmpty() || ranking.factors().stream().anyMatch(factor -> factor.signum() < 0)
				: steps.isEmpty() || steps.stream().anyMatch(step -> step.factor().signum() < 0)) {
			return List.of(Problem.of("compensation.problem.factors", figure));
		}
		if (ranking == null && steps.get(0).from().signum() != 0) {
			return List.of(Problem.of("compensation.problem.first-step", figure, steps.get(0).from()));
		}
		for (int i = 1; i < steps.size(); i++) {
			if (steps.get(i).from().compareTo(steps.get(i - 1).from()) <= 0) {
				return List.of(Problem.of("compensation.problem.steps-order", figure, steps.get(i).from(), steps.get(i - 1).from()));
			}
		}
		if (isOfTraining() && (ranking != null || steps.size() != 2 || steps.get(1).from().compareTo(BigDecimal.ONE) != 0)) {
			return List.of(Problem.of("compensation.problem.held-or-not", figure));
		}
		return months < 1 ? List.of(Problem.of("compensation.problem.modifier-months", figure)) : List.of();
	}
}
