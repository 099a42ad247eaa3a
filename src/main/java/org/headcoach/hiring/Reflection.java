package org.headcoach.hiring;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What was thought about a version of a hiring model after its first hires, in words: useful from two or three of them on, long before anything can be computed. */
@Entity
@Table(name = "hiring_reflection")
class Reflection {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "version_id")
	private long versionId;

	@Column(name = "best_share")
	private String bestShare;

	@Column(name = "best_no_matter")
	private String bestNoMatter;

	@Column(name = "best_missing")
	private String bestMissing;

	@Column(name = "slow_share")
	private String slowShare;

	@Column(name = "slow_no_matter")
	private String slowNoMatter;

	@Column(name = "slow_missing")
	private String slowMissing;

	@Column(name = "written_at")
	private Instant writtenAt;

	@Column(name = "written_by_name")
	private String writtenByName;

	@Version
	private int version;

	protected Reflection() {
	}

	Reflection(long versionId) {
		this.versionId = versionId;
	}

	void write(LearningPage.Answers best, LearningPage.Answers slow, Instant when, String byName) {
		bestShare = best.share();
		bestNoMatter = best.noMatter();
		bestMissing = best.missing();
		slowShare = slow.share();
		slowNoMatter = slow.noMatter();
		slowMissing = slow.missing();
		writtenAt = when;
		writtenByName = byName;
	}

	long versionId() {
		return versionId;
	}

	LearningPage.Answers best() {
		return new LearningPage.Answers(bestShare, bestNoMatter, bestMissing);
	}

	LearningPage.Answers slow() {
		return new LearningPage.Answers(slowShare, slowNoMatter, slowMissing);
	}

	Instant writtenAt() {
		return writtenAt;
	}

	String writtenByName() {
		return writtenByName;
	}

	int version() {
		return version;
	}
}
