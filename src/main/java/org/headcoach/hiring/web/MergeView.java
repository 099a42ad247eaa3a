package org.headcoach.hiring.web;

import java.io.Serializable;

import org.headcoach.hiring.MergeService;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Two who may be one: side by side, with who stays. */
@Named
@ViewScoped
public class MergeView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private MergeService merging;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private MergeService.MergePage page;
	private Long keep;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var one = list.number("one");
		var other = list.number("other");
		if (one == null || other == null) {
			throw new NotHereException("Nobody to compare is asked for");
		}
		page = merging.page(one, other);
		keep = one;
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), page.obstacle() == null ? "hiring.merge.answer" : "hiring.merge.answer.not", page.one().name(), page.other().name());
	}

	public String getObstacle() {
		return Messages.text(here.getLocale(), page.obstacle(), page.about() == null ? "" : page.about());
	}

	public void merge() {
		merging.merge(new MergeService.MergeCandidates(keep, keep.equals(page.one().id()) ? page.other().id() : page.one().id()));
		Done.at("/hiring/candidate?id=" + keep, "hiring.merge.done");
	}

	public MergeService.MergePage getPage() {
		return page;
	}

	public Long getKeep() {
		return keep;
	}

	public void setKeep(Long keep) {
		this.keep = keep;
	}
}
