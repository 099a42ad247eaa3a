package org.headcoach.training.engine;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.headcoach.shared.BusinessException;

/**
 * How buyers buy, how the company sells, and what it asks before it spends time on a buyer: the journey, the process whose stages each follow a stage of the journey,
 * and the qualifying matrix. Each line is a part that questions and sessions are filed under.
 */
public record Methodology(Matrix matrix, List<JourneyStage> journey, List<ProcessStage> process, List<Field> fields) implements Serializable {

	/** @param partId of the part that it is; null for a new one @param buyerDoes what the buyer does there */
	public record JourneyStage(Long partId, String name, String buyerDoes) implements Serializable {
	}

	/**
	 * @param follows place, from 0, of the stage of the journey that it serves; null: not said yet
	 * @param step code of the step of the main sales process that it ends with; null for none
	 * @param verified whether it counts as verified only with the buyer's yes
	 * @param exit what must have happened before it is left
	 */
	public record ProcessStage(Long partId, String name, String sellerDoes, Integer follows, String step, boolean verified, List<ExitCriteria.Criterion> exit) implements Serializable {
		public ProcessStage {
			exit = List.copyOf(exit);
		}
	}

	/** A field of the matrix. */
	public record Field(Long partId, String name, String question, String goodAnswer) implements Serializable {
	}

	public Methodology {
		journey = List.copyOf(journey);
		process = List.copyOf(process);
		fields = List.copyOf(fields);
	}

	/** All names in the order in which they are taught. */
	public List<String> names() {
		return Stream.of(journey.stream().map(JourneyStage::name), process.stream().map(ProcessStage::name), fields.stream().map(Field::name)).flatMap(names -> names).toList();
	}

	/**
	 * Refuses what nobody could sell by.
	 *
	 * @throws BusinessException when one of the three is missing, two lines share a name, a stage follows none of the journey or an earlier one than the stage before it, a
	 *         stage has no exit criterion or one that nobody can inspect, a stage counts as verified without the buyer's confirmation, or a field has no question or no good answer
	 */
	public void requirePublishable() {
		if (journey.isEmpty() || process.isEmpty() || fields.isEmpty()) {
			throw new BusinessException("learn.method.error.missing");
		}
		var names = new HashSet<String>();
		for (var name : names()) {
			if (!names.add(name.toLowerCase(Locale.ROOT))) {
				throw new BusinessException("learn.method.error.name-twice", name);
			}
		}
		for (var stage : journey) {
			said(stage.buyerDoes(), "learn.method.error.buyer-does", stage.name());
		}
		var before = 0;
		for (var stage : process) {
			if (stage.follows() == null || stage.follows() < 0 || stage.follows() >= journey.size()) {
				throw new BusinessException("learn.method.error.follows", stage.name());
			}
			if (stage.follows() < before) {
				throw new BusinessException("learn.method.error.order", stage.name(), journey.get(stage.follows()).name());
			}
			before = stage.follows();
			if (stage.exit().isEmpty()) {
				throw new BusinessException("learn.method.error.exit", stage.name());
			}
			requireInspectable(stage);
		}
		for (var field : fields) {
			said(field.question(), "learn.method.error.question", field.name());
			said(field.goodAnswer(), "learn.method.error.good", field.name());
		}
	}

	private static void requireInspectable(ProcessStage stage) {
		for (var criterion : new ExitCriteria(stage.exit()).criteria()) {
			said(criterion.wording(), "learn.method.error.exit", stage.name());
		}
		if (stage.verified() && stage.exit().stream().noneMatch(criterion -> criterion.evidence() == Evidence.BUYER_CONFIRMS)) {
			throw new BusinessException("learn.method.error.buyer", stage.name());
		}
	}

	private static void said(String text, String ifNot, String name) {
		if (text == null || text.isBlank()) {
			throw new BusinessException(ifNot, name);
		}
	}
}
