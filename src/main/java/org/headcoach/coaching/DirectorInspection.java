package org.headcoach.coaching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;

/**
 * The VP went through a director's month: how many plans there were, how many the director had inspected, which of them the
 * VP looked at. Accepted ends the month's chain; sent back names the plans that the director has to inspect again.
 */
@Entity
@Table(name = "director_inspection")
public class DirectorInspection {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "director_id")
	private Salesperson director;

	@Column(name = "in_month")
	private LocalDate inMonth;

	private int turn;

	@Enumerated(EnumType.STRING)
	private InspectionOutcome outcome;

	private String reason;
	private int plans;
	private int inspected;

	@ElementCollection
	@CollectionTable(name = "director_inspection_sample", joinColumns = @JoinColumn(name = "inspection_id"))
	@MapKeyColumn(name = "plan_id")
	@Column(name = "again")
	private Map<Long, Boolean> samples = new HashMap<>();

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "inspector_id")
	private Salesperson inspector;

	@Column(name = "inspected_at")
	private OffsetDateTime inspectedAt;

	@Column(name = "inspected_by")
	private String inspectedBy;

	protected DirectorInspection() {
	}

	DirectorInspection(Salesperson director, InspectDirector found, int plans, int inspected, Salesperson inspector, Instant now, String by) {
		if (found.samples().isEmpty()) {
			throw new BusinessException("coaching.inspection.error.no-sample");
		}
		if (found.outcome() == InspectionOutcome.SENT_BACK && found.again().isEmpty()) {
			throw new BusinessException("coaching.inspection.error.nothing-again");
		}
		this.reason = PlanInspection.requiredReason(found.outcome(), found.reason());
		this.director = director;
		this.inMonth = found.month().first();
		this.turn = found.turn() + 1;
		this.outcome = found.outcome();
		this.plans = plans;
		this.inspected = inspected;
		this.inspector = inspector;
		this.inspectedAt = now.atOffset(ZoneOffset.UTC);
		this.inspectedBy = by;
		found.samples().forEach(plan -> samples.put(plan, false));
		if (outcome == InspectionOutcome.SENT_BACK) {
			found.again().forEach(plan -> samples.put(plan, true));
		}
	}

	public Long id() {
		return id;
	}

	public Salesperson director() {
		return director;
	}

	public CoachingMonth month() {
		return CoachingMonth.of(inMonth);
	}

	/** The first inspection of a director and month is turn 1. */
	public int turn() {
		return turn;
	}

	public InspectionOutcome outcome() {
		return outcome;
	}

	public String reason() {
		return reason;
	}

	/** Agreed plans at that time. */
	public int plans() {
		return plans;
	}

	/** Those that the director had accepted. */
	public int inspected() {
		return inspected;
	}

	/** The plans that were looked at; true for those to be inspected again. */
	public Map<Long, Boolean> samples() {
		return Map.copyOf(samples);
	}

	public Instant inspectedAt() {
		return inspectedAt.toInstant();
	}

	public String inspectedBy() {
		return inspectedBy;
	}
}
