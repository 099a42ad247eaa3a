package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.PayrollService;
import org.headcoach.compensation.PlanService;
import org.headcoach.compensation.PlanService.AssignmentRow;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.people.People;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Who is on which plan; people are put on one, several at once, and taken off it. */
@Named
@ViewScoped
public class AssignmentsView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A year's quota while it is typed. */
	public static class QuotaForm implements Serializable {

		private static final long serialVersionUID = 1L;

		private final String code;
		private final String name;
		private BigDecimal units;

		QuotaForm(String code, String name, BigDecimal units) {
			this.code = code;
			this.name = name;
			this.units = units;
		}

		public String getCode() {
			return code;
		}

		public String getName() {
			return name;
		}

		public BigDecimal getUnits() {
			return units;
		}

		public void setUnits(BigDecimal units) {
			this.units = units;
		}
	}

	@Inject
	private PlanService plans;

	@Inject
	private PayrollService payroll;

	@Inject
	private PeopleService people;

	@Inject
	private Here here;

	@Inject
	private HttpServletRequest request;

	private List<PlanService.PlanRow> choices;
	private List<AssignmentRow> rows;
	private List<AssignmentRow> filtered;
	private List<People.Choice> names;
	private AssignmentRow edited;
	private Long planId;
	private List<Long> personIds = new ArrayList<>();
	private LocalDate from;
	private LocalDate until;
	private LocalDate rampFrom;
	private BigDecimal targetPay;
	private String payoutCurrency;
	private final List<QuotaForm> quotas = new ArrayList<>();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		choices = plans.plans().stream().filter(plan -> !plan.archived()).toList();
		rows = plans.assignments(null, request.getParameter("all") == null ? here.getToday() : null);
		names = people.names();
		from = YearMonth.from(here.getToday()).atDay(1);
		var plan = request.getParameter("plan");
		if (plan != null && plan.matches("\\d{1,18}")) {
			planId = Long.valueOf(plan);
		} else if (choices.size() == 1) {
			planId = choices.get(0).id();
		}
		var assignment = request.getParameter("edit");
		if (assignment != null) {
			edited = plans.assignments(null, null).stream().filter(row -> String.valueOf(row.id()).equals(assignment)).findFirst()
					.orElseThrow(() -> new NotHereException("No assignment " + assignment));
			planId = edited.planId();
			from = edited.from();
			until = edited.until();
			rampFrom = edited.rampFrom();
			targetPay = edited.targetPay();
			payoutCurrency = edited.payoutCurrency();
		}
		choosePlan();
	}

	/** The quotas that the chosen plan asks for. */
	public void choosePlan() {
		quotas.clear();
		var terms = planId == null ? null : terms(planId);
		if (terms != null) {
			for (var component : terms.components().stream().filter(Component::ofQuota).toList()) {
				quotas.add(new QuotaForm(component.code(), component.name(), edited == null ? null : edited.quotas().get(component.code())));
			}
		}
	}

	private PlanTerms terms(long plan) {
		var versions = plans.plan(plan).versions();
		return versions.isEmpty() ? null : versions.get(0).terms();
	}

	private Map<String, BigDecimal> written() {
		var written = new HashMap<String, BigDecimal>();
		quotas.stream().filter(quota -> quota.getUnits() != null).forEach(quota -> written.put(quota.getCode(), quota.getUnits()));
		return written;
	}

	/** Puts them on the plan and computes their pay. */
	public void assign() {
		plans.assign(new PlanService.Assign(planId == null ? 0 : planId, personIds, from, until, rampFrom, targetPay, currency(), written()));
		payroll.computeChanged();
		Done.at("/compensation/assignments", "compensation.assignments.done.assigned", personIds.size());
	}

	/** Changes quota, ramp, target and last day of one assignment. */
	public void change() {
		plans.changeAssignment(edited.id(), edited.version(), until, rampFrom, targetPay, currency(), written());
		payroll.computeChanged();
		Done.at("/compensation/assignments", "compensation.assignments.done.changed", edited.personName());
	}

	private String currency() {
		return payoutCurrency == null || payoutCurrency.isBlank() ? null : payoutCurrency;
	}

	/** Whether those who are no longer on a plan stand in the list too. */
	public boolean isAll() {
		return request.getParameter("all") != null;
	}

	public long getCount() {
		return rows.stream().map(AssignmentRow::personId).distinct().count();
	}

	public List<PlanService.PlanRow> getChoices() {
		return choices;
	}

	public List<AssignmentRow> getRows() {
		return rows;
	}

	public List<People.Choice> getNames() {
		return names;
	}

	public AssignmentRow getEdited() {
		return edited;
	}

	public List<QuotaForm> getQuotas() {
		return quotas;
	}

	public List<AssignmentRow> getFiltered() {
		return filtered;
	}

	public void setFiltered(List<AssignmentRow> filtered) {
		this.filtered = filtered;
	}

	public Long getPlanId() {
		return planId;
	}

	public void setPlanId(Long planId) {
		this.planId = planId;
	}

	public List<Long> getPersonIds() {
		return personIds;
	}

	public void setPersonIds(List<Long> personIds) {
		this.personIds = personIds;
	}

	public LocalDate getFrom() {
		return from;
	}

	public void setFrom(LocalDate from) {
		this.from = from;
	}

	public LocalDate getUntil() {
		return until;
	}

	public void setUntil(LocalDate until) {
		this.until = until;
	}

	public LocalDate getRampFrom() {
		return rampFrom;
	}

	public void setRampFrom(LocalDate rampFrom) {
		this.rampFrom = rampFrom;
	}

	public BigDecimal getTargetPay() {
		return targetPay;
	}

	public void setTargetPay(BigDecimal targetPay) {
		this.targetPay = targetPay;
	}

	public String getPayoutCurrency() {
		return payoutCurrency;
	}

	public void setPayoutCurrency(String payoutCurrency) {
		this.payoutCurrency = payoutCurrency;
	}
}
