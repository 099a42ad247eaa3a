package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.RoundingMode;
import java.time.Month;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What a published version of a plan says. It is never edited.
 *
 * @param draw null for none
 */
public record PlanTerms(String name, int version, Currency currency, Month yearStarts, RoundingMode rounding, List<Component> components, Draw draw) implements Serializable {

	public PlanTerms {
		components = List.copyOf(components);
	}

	/** Everything that stands before publishing, component by component. */
	public List<Problem> problems() {
		var problems = new ArrayList<Problem>();
		if (components.isEmpty()) {
			problems.add(Problem.of("compensation.problem.no-component"));
		}
		if (components.stream().map(Component::code).distinct().count() < components.size()) {
			problems.add(Problem.of("compensation.problem.same-code"));
		}
		components.forEach(component -> problems.addAll(component.problems()));
		if (draw != null && (draw.amount().signum() <= 0 || !draw.amount().currency().equals(currency))) {
			problems.add(Problem.of("compensation.problem.draw", draw.amount()));
		}
		return problems;
	}
}
