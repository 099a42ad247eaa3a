package org.headcoach.training;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.headcoach.training.engine.Difficulty;
import org.headcoach.training.engine.GiftWriter;
import org.headcoach.training.engine.PictureFile;
import org.headcoach.training.engine.Question;
import org.headcoach.training.engine.QuestionKind;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * A question of the bank. What it asks stands in its versions: changing it makes another version, and attempts keep the one that was shown. A question that is no longer wanted is retired:
 * it is drawn no more, and what was answered stays.
 */
@Entity
@Table(name = "bank_question")
class BankQuestion {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "part_id")
	private Part part;

	private String name;

	@Enumerated(EnumType.STRING)
	private QuestionKind kind;

	@Enumerated(EnumType.STRING)
	private Difficulty difficulty;

	private String family;
	private String tags;
	private String fingerprint;

	@Column(name = "latest_no")
	private int latestNo;

	private boolean retired;

	@Version
	private int version;

	protected BankQuestion() {
	}

	BankQuestion(Part part, Question question) {
		take(part, question);
	}

	/** Becomes what the question says, as its next version. */
	final void take(Part in, Question question) {
		part = in;
		name = question.name();
		kind = question.kind();
		difficulty = question.difficulty();
		family = Texts.optional(question.family(), 100) == null ? "" : question.family();
		tags = Texts.optional(String.join("\n", question.tags()), 1_000) == null ? "" : String.join("\n", question.tags());
		fingerprint = fingerprint(question);
		latestNo++;
	}

	void retire(boolean now) {
		retired = now;
	}

	/** The same for the same words and key, whatever it is called and wherever it is filed. */
	static String fingerprint(Question question) {
		return PictureFile.sha256(GiftWriter.block(question.bare()).getBytes(StandardCharsets.UTF_8));
	}

	Long id() {
		return id;
	}

	Part part() {
		return part;
	}

	String name() {
		return name;
	}

	QuestionKind kind() {
		return kind;
	}

	Difficulty difficulty() {
		return difficulty;
	}

	String family() {
		return family;
	}

	List<String> tags() {
		return tags.isEmpty() ? List.of() : List.of(tags.split("\n"));
	}

	String fingerprint() {
		return fingerprint;
	}

	int latestNo() {
		return latestNo;
	}

	boolean retired() {
		return retired;
	}

	int version() {
		return version;
	}
}
