package org.headcoach.hiring;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.headcoach.hiring.engine.Totals;
import org.headcoach.training.ScoresWanted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Gives the formula's result of each hire to whoever compares it with what came later. */
@ApplicationScoped
class ScoresOfHires {

	private static final String SOURCE = "hiring";

	@Inject
	private HiringModels models;

	@Inject
	private LearningFacts learning;

	void give(@Observes ScoresWanted wanted) {
		for (var model : models.all()) {
			models.published(model.id()).ifPresent(version -> {
				var weights = HiringModels.weights(models.characteristics(version.id()));
				var people = new HashMap<Long, Long>();
				// those who were refused are not asked for: none of them can have decided by now
				learning.decided(model.id(), Instant.parse("9999-01-01T00:00:00Z")).stream().filter(one -> one.personId() != null).forEach(one -> people.put(one.candidacyId(), one.personId()));
				var byPerson = new HashMap<Long, Double>();
				LearningFacts.means(learning.cards(model.id(), Instant.parse("9999-01-01T00:00:00Z")), weights.keySet()).forEach((candidacy, scores) -> {
					var share = people.containsKey(candidacy) ? Totals.share(weights, scores) : null;
					if (share != null) {
						byPerson.put(people.get(candidacy), share);
					}
				});
				wanted.give(SOURCE, Map.copyOf(byPerson));
			});
		}
	}
}
