package org.headcoach.training.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.people.Role;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.ReadinessService;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What somebody new in a role earns month by month. */
@Named
@ViewScoped
public class PathView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A certification of the path as it is typed; without a month it is not in it. */
	public static class StepForm implements Serializable {

		private static final long serialVersionUID = 1L;

		private final long certificationId;
		private final String title;
		private Integer inMonth;
		private boolean gate;

		StepForm(long certificationId, String title, Integer inMonth, boolean gate) {
			this.certificationId = certificationId;
			this.title = title;
			this.inMonth = inMonth;
			this.gate = gate;
		}

		public String getTitle() {
			return title;
		}

		public Integer getInMonth() {
			return inMonth;
		}

		public void setInMonth(Integer inMonth) {
			this.inMonth = inMonth;
		}

		public boolean isGate() {
			return gate;
		}

		public void setGate(boolean gate) {
			this.gate = gate;
		}
	}

	@Inject
	private ReadinessService readiness;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private final List<StepForm> steps = new ArrayList<>();
	private Role role;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		role = list.oneOf(Role.class, "role");
		if (role == null) {
			role = Role.REP;
		}
		var path = readiness.path(role);
		path.lines().forEach(line -> steps.add(new StepForm(line.certificationId(), line.title(), line.inMonth(), line.gate())));
		path.others().forEach(row -> steps.add(new StepForm(row.id(), row.title(), null, false)));
	}

	/** One certification a month in the order of the list, all of them needed to sell alone. */
	public void preset() {
		for (int i = 0; i < steps.size(); i++) {
			steps.get(i).inMonth = i < 3 ? Integer.valueOf(i + 1) : null;
			steps.get(i).gate = i < 3;
		}
	}

	public void save() {
		readiness.writePath(role, steps.stream().filter(step -> step.inMonth != null).map(step -> new ReadinessService.WriteStep(step.certificationId, step.inMonth, step.gate)).toList());
		Done.here("training.cert.done.path");
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "training.cert.path.answer", steps.stream().filter(step -> step.inMonth != null).count(), steps.stream().filter(step -> step.inMonth != null && step.gate).count());
	}

	public Role getRole() {
		return role;
	}

	public Role[] getRoles() {
		return Role.values();
	}

	public List<StepForm> getSteps() {
		return steps;
	}
}
