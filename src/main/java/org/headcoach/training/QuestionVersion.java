package org.headcoach.training;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.headcoach.training.engine.GiftReader;
import org.headcoach.training.engine.GiftWriter;
import org.headcoach.training.engine.Question;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

/** What a question asked and what was right from one change to the next. It is kept as GIFT, which loses nothing, and never changed. */
@Entity
@Table(name = "question_version")
class QuestionVersion {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "question_id")
	private long questionId;

	@Column(name = "version_no")
	private int versionNo;

	private String gift;

	@ElementCollection(fetch = FetchType.LAZY)
	@CollectionTable(name = "question_version_picture", joinColumns = @JoinColumn(name = "version_id"))
	@Column(name = "print")
	private Set<String> pictures = new HashSet<>();

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "made_by_name")
	private String madeByName;

	protected QuestionVersion() {
	}

	QuestionVersion(long questionId, int versionNo, Question question, Instant madeAt, String madeByName) {
		this.questionId = questionId;
		this.versionNo = versionNo;
		this.gift = Texts.said(GiftWriter.block(question), 60_000, "training.error.no-text");
		question.pictures().forEach(picture -> pictures.add(picture.print()));
		this.madeAt = madeAt;
		this.madeByName = madeByName;
	}

	Question question() {
		return read(gift);
	}

	static Question read(String gift) {
		return GiftReader.read(gift).questions().get(0).question();
	}

	Long id() {
		return id;
	}

	long questionId() {
		return questionId;
	}

	int versionNo() {
		return versionNo;
	}

	Instant madeAt() {
		return madeAt;
	}

	String madeByName() {
		return madeByName;
	}
}
