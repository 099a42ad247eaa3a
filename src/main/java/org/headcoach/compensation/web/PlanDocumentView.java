package org.headcoach.compensation.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.compensation.PayService;
import org.headcoach.compensation.PayService.PlanDocument;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The reader's own plans, to read and to accept. */
@Named
@ViewScoped
public class PlanDocumentView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A figure with its name. */
	public record Figure(String name, String text) implements Serializable {
	}

	@Inject
	private PayService pay;

	@Inject
	private PlanText text;

	@Inject
	private Here here;

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

	/** What is the reader's own in a plan: the quotas of a year and the pay for reaching them. */
	public List<Figure> figures(PlanDocument document) {
		var figures = new ArrayList<Figure>();
		var terms = document.plan().terms();
		terms.components().stream().filter(component -> document.quotas().containsKey(component.code())).forEach(component -> {
			var units = document.quotas().get(component.code());
			figures.add(new Figure(Messages.text(here.getLocale(), "compensation.assignments.quota", component.name()),
					component.measure().kind().isMoney() ? text.money(units, terms.currency().getCurrencyCode()) : text.plain(units)));
		});
		if (document.target() != null) {
			figures.add(new Figure(Messages.text(here.getLocale(), "compensation.document.target"), text.money(document.target().amount(), document.target().currency().getCurrencyCode())));
		}
		return figures;
	}

	public long getOpen() {
		return getPlans().stream().filter(plan -> plan.acceptedAt() == null).count();
	}

	public void accept(long versionId) {
		pay.accept(versionId);
		Done.here("compensation.document.done");
	}
}
