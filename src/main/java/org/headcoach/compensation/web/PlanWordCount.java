package org.headcoach.compensation.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.PlanWords;
import org.headcoach.pipeline.SalesProcesses;
import org.headcoach.site.Messages;
import org.headcoach.training.HeldCertifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How many words state a plan, for the linter. They are counted in one language for everybody, so that a plan does not get simpler by who publishes it; a quota
 * counts as the one figure that it is in everybody's own sentence.
 */
@ApplicationScoped
public class PlanWordCount implements ToIntFunction<PlanTerms> {

	private static final Locale LANGUAGE = Locale.ENGLISH;

	@Inject
	private SalesProcesses processes;

	@Inject
	private HeldCertifications certifications;

	@Override
	public int applyAsInt(PlanTerms terms) {
		var quotas = terms.components().stream().collect(Collectors.toMap(Component::code, component -> BigDecimal.ONE));
		return new PlanWords(terms, quotas, PlanText.names(LANGUAGE, processes, certifications)).sentences().stream()
				.mapToInt(sentence -> PlanWords.count(sentence.text((key, arguments) -> Messages.text(LANGUAGE, key, arguments)))).sum();
	}
}
