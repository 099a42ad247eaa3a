package org.headcoach.compensation.web;

import java.io.Serializable;
import java.util.List;

import org.headcoach.compensation.PayService;
import org.headcoach.compensation.PayService.PlanDocument;
import org.headcoach.site.Done;
import org.headcoach.site.Here;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The reader's own plans, to read and to accept. */
@Named
@ViewScoped
public class PlanDocumentView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private PayService pay;

	private List<PlanDocument> plans;

	public void load() {
		plans = pay.ownPlans();
	}

	public List<PlanDocument> getPlans() {
		if (plans == null) {
			load();
		}
		return plans;
	}

	public long getOpen() {
		return getPlans().stream().filter(plan -> plan.acceptedAt() == null).count();
	}

	public void accept(long versionId) {
		pay.accept(versionId);
		Done.here("compensation.document.done");
	}
}
