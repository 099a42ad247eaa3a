package org.headcoach.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.headcoach.shared.BusinessException;
import org.headcoach.training.engine.Evidence;
import org.headcoach.training.engine.ExitCriteria;
import org.headcoach.training.engine.Matrix;
import org.headcoach.training.engine.Methodology;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A version of the methodology. It is a draft first, of which there is one at most; once it is published it stays as it is, and the next draft begins as its copy. */
@Entity
@Table(name = "methodology_version")
class MethodologyVersion {

	static final int MOST_LINES = 20;
	static final int MOST_CRITERIA = 10;
	static final int LONGEST_TEXT = 2_000;

	/** A stage of the journey or of the process, or a field of the matrix. */
	@Embeddable
	static class Line {

		@Enumerated(EnumType.STRING)
		private Part.Kind kind;

		private int ordinal;

		@Column(name = "part_id")
		private Long partId;

		private String name;
		private String about;
		private String good;
		private Integer follows;
		private String step;
		private boolean verified;

		protected Line() {
		}

		Line(Part.Kind kind, int ordinal, Long partId, String name, String about, String good, Integer follows, String step, boolean verified) {
			this.kind = kind;
			this.ordinal = ordinal;
			this.partId = partId;
			this.name = Texts.said(name, Part.LONGEST_NAME, "training.error.part-name");
			this.about = Texts.optional(about, LONGEST_TEXT);
			this.good = Texts.optional(good, LONGEST_TEXT);
			this.follows = follows;
			this.step = Texts.optional(step, 100);
			this.verified = verified;
		}

		Part.Kind kind() {
			return kind;
		}

		Long partId() {
			return partId;
		}

		String name() {
			return name;
		}
	}

	/** Something that must have happened before a stage is left. */
	@Embeddable
	static class Criterion {

		private int stage;
		private int ordinal;
		private String wording;

		@Enumerated(EnumType.STRING)
		private Evidence evidence;

		protected Criterion() {
		}

		Criterion(int stage, int ordinal, ExitCriteria.Criterion of) {
			this.stage = stage;
			this.ordinal = ordinal;
			this.wording = Texts.said(of.wording(), 300, "training.cert.error.criterion");
			this.evidence = of.evidence();
		}
	}

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "version_no")
	private int versionNo;

	@Enumerated(EnumType.STRING)
	private Matrix matrix;

	@Column(name = "what_is_new")
	private String whatIsNew;

	@Column(name = "draft_key")
	private Integer draftKey;

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "made_by_name")
	private String madeByName;

	@Column(name = "published_at")
	private Instant publishedAt;

	@Column(name = "published_by_name")
	private String publishedByName;

	@ElementCollection
	@CollectionTable(name = "methodology_line", joinColumns = @JoinColumn(name = "version_id"))
	@OrderBy("kind, ordinal")
	private List<Line> lines = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "methodology_criterion", joinColumns = @JoinColumn(name = "version_id"))
	@OrderBy("stage, ordinal")
	private List<Criterion> criteria = new ArrayList<>();

	@Version
	private int version;

	protected MethodologyVersion() {
	}

	/** A draft. */
	MethodologyVersion(int versionNo, Methodology content, Instant now, String by) {
		this.versionNo = versionNo;
		this.draftKey = 1;
		write(content, null, now, by);
	}

	/** @throws BusinessException when it is published already, or there is more than there is room for */
	void write(Methodology content, String news, Instant now, String by) {
		requireDraft();
		for (var lot : List.of(content.journey(), content.process(), content.fields())) {
			if (lot.size() > MOST_LINES) {
				throw new BusinessException("learn.method.error.many", MOST_LINES);
			}
		}
		matrix = content.matrix();
		whatIsNew = Texts.optional(news, 500);
		madeAt = now;
		madeByName = by;
		lines.clear();
		criteria.clear();
		for (int i = 0; i < content.journey().size(); i++) {
			var stage = content.journey().get(i);
			lines.add(new Line(Part.Kind.BUYER_JOURNEY, i, stage.partId(), stage.name(), stage.buyerDoes(), null, null, null, false));
		}
		for (int i = 0; i < content.process().size(); i++) {
			var stage = content.process().get(i);
			lines.add(new Line(Part.Kind.SALES_PROCESS, i, stage.partId(), stage.name(), stage.sellerDoes(), null, stage.follows(), stage.step(), stage.verified()));
			if (stage.exit().size() > MOST_CRITERIA) {
				throw new BusinessException("learn.method.error.many", MOST_CRITERIA);
			}
			for (int at = 0; at < stage.exit().size(); at++) {
				criteria.add(new Criterion(i, at, stage.exit().get(at)));
			}
		}
		for (int i = 0; i < content.fields().size(); i++) {
			var field = content.fields().get(i);
			lines.add(new Line(Part.Kind.QUALIFYING, i, field.partId(), field.name(), field.question(), field.goodAnswer(), null, null, false));
		}
	}

	/**
	 * Publishes it for good.
	 *
	 * @throws BusinessException when it is published already, or nobody could sell by it: {@link Methodology#requirePublishable()}
	 */
	void publish(Instant now, String by) {
		requireDraft();
		content().requirePublishable();
		draftKey = null;
		publishedAt = now;
		publishedByName = by;
	}

	void is(Line line, long partId) {
		requireDraft();
		line.partId = partId;
	}

	private void requireDraft() {
		if (publishedAt != null) {
			throw new BusinessException("learn.method.error.published", versionNo);
		}
	}

	Methodology content() {
		return new Methodology(matrix, of(Part.Kind.BUYER_JOURNEY).stream().map(line -> new Methodology.JourneyStage(line.partId, line.name, line.about)).toList(),
				of(Part.Kind.SALES_PROCESS).stream().map(line -> new Methodology.ProcessStage(line.partId, line.name, line.about, line.follows, line.step, line.verified,
						criteria.stream().filter(one -> one.stage == line.ordinal).map(one -> new ExitCriteria.Criterion(one.wording, one.evidence)).toList())).toList(),
				of(Part.Kind.QUALIFYING).stream().map(line -> new Methodology.Field(line.partId, line.name, line.about, line.good)).toList());
	}

	/** The lines of a kind in their order. */
	List<Line> of(Part.Kind kind) {
		return lines.stream().filter(line -> line.kind == kind).sorted(Comparator.comparingInt(line -> line.ordinal)).toList();
	}

	Long id() {
		return id;
	}

	int versionNo() {
		return versionNo;
	}

	String whatIsNew() {
		return whatIsNew;
	}

	boolean isDraft() {
		return publishedAt == null;
	}

	Instant madeAt() {
		return madeAt;
	}

	String madeByName() {
		return madeByName;
	}

	Instant publishedAt() {
		return publishedAt;
	}

	String publishedByName() {
		return publishedByName;
	}

	int version() {
		return version;
	}
}
