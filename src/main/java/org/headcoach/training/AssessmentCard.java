package org.headcoach.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.headcoach.people.Actor;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;
import org.headcoach.training.engine.RolePlay;
import org.headcoach.training.engine.RubricScore;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What one evaluator saw and scored. It can be kept half done; handed in, it is not changed any more. */
@Entity
@Table(name = "assessment_card")
public class AssessmentCard {

	/** The score of one behaviour. */
	@Embeddable
	public static class Score {

		private int ordinal;
		private int points;
		private String seen;

		protected Score() {
		}

		Score(int ordinal, RubricScore score, String seen) {
			this.ordinal = ordinal;
			this.points = score.points();
			this.seen = seen;
		}

		int ordinal() {
			return ordinal;
		}

		int points() {
			return points;
		}

		String seen() {
			return seen;
		}
	}

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "assessment_id")
	private Assessment assessment;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "account_id")
	private Long accountId;

	@Column(name = "evaluator_name")
	private String evaluatorName;

	private String met;
	private String praise;
	private String better;

	@Column(name = "kept_at")
	private Instant keptAt;

	@Column(name = "handed_in_at")
	private Instant handedInAt;

	@ElementCollection
	@CollectionTable(name = "assessment_score", joinColumns = @JoinColumn(name = "card_id"))
	@OrderBy("ordinal")
	private List<Score> scores = new ArrayList<>();

	@Version
	private int version;

	protected AssessmentCard() {
	}

	AssessmentCard(Assessment assessment, Salesperson person, Long accountId, String evaluatorName) {
		this.assessment = assessment;
		this.person = person;
		this.accountId = accountId;
		this.evaluatorName = evaluatorName;
		assessment.cards().add(this);
	}

	/** Takes over what is known so far. Scores that are missing are missing, never 0. */
	void keep(CertificationService.WriteCard wanted, Instant now) {
		assessment.requirePlanned();
		if (handedInAt != null) {
			throw new BusinessException("training.cert.error.handed-in");
		}
		var asked = assessment.asked();
		scores.clear();
		for (int i = 0; i < Math.min(asked.size(), wanted.scores().size()); i++) {
			var one = wanted.scores().get(i);
			if (one.points() != null) {
				scores.add(new Score(asked.get(i), RubricScore.of(one.points()), Texts.optional(one.seen(), 500)));
			}
		}
		var criteria = assessment.rubric().exit().criteria().size();
		met = wanted.met().stream().filter(place -> place >= 0 && place < criteria).sorted().map(String::valueOf).collect(Collectors.joining(","));
		praise = Texts.optional(wanted.praise(), 1_000);
		better = Texts.optional(wanted.better(), 1_000);
		keptAt = now;
	}

	/** @throws BusinessException when a behaviour has no score */
	void handIn(Instant now) {
		var missing = assessment.asked().size() - scores.size();
		if (missing > 0) {
			throw new BusinessException("training.cert.error.missing", missing);
		}
		handedInAt = now;
	}

	/** Whether it says the very same. */
	boolean says(CertificationService.WriteCard other) {
		return other.scores().size() == scores.size() && scores.stream().allMatch(score -> Objects.equals(other.scores().get(assessment.asked().indexOf(score.ordinal())).points(), score.points()))
				&& met().equals(new TreeSet<>(other.met()));
	}

	RolePlay.Card card() {
		return new RolePlay.Card(scores.stream().map(score -> RubricScore.of(score.points())).toList(), met());
	}

	Set<Integer> met() {
		return met == null || met.isEmpty() ? Set.of() : Arrays.stream(met.split(",")).map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
	}

	boolean isOf(Actor actor) {
		return accountId != null && accountId.equals(actor.accountId()) || person != null && person.id().equals(actor.personId());
	}

	boolean isHandedIn() {
		return handedInAt != null;
	}

	Salesperson person() {
		return person;
	}

	Long accountId() {
		return accountId;
	}

	String evaluatorName() {
		return evaluatorName;
	}

	String praise() {
		return praise;
	}

	String better() {
		return better;
	}

	Instant keptAt() {
		return keptAt;
	}

	Instant handedInAt() {
		return handedInAt;
	}

	List<Score> scores() {
		return scores;
	}

	Assessment assessment() {
		return assessment;
	}
}
