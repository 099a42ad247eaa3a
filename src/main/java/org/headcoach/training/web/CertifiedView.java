package org.headcoach.training.web;

import java.util.List;

import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.ReadinessPage;
import org.headcoach.training.ReadinessService;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who is ready: people by certifications, with the gaps of each stage. */
@Named
@RequestScoped
public class CertifiedView {

	@Inject
	private ReadinessService readiness;

	@Inject
	private Here here;

	@Inject
	private ListAddress list;

	private ReadinessPage page;

	/** Before the page is written: its top bar names the teams. */
	public void load() {
		page = readiness.matrix(here.getTeamId());
		here.offer(page.teams().stream().map(team -> new Here.TeamChoice(team.id(), team.name())).toList());
		list.counts(page.lines().size());
	}

	public String getAnswer() {
		var onPath = page.lines().stream().filter(line -> line.ready() != null).toList();
		var ready = onPath.stream().filter(ReadinessPage.Line::ready).count();
		var gap = page.columns().stream().min(java.util.Comparator.comparingInt(ReadinessPage.Column::held));
		return onPath.isEmpty() || gap.isEmpty() ? Messages.html(here.getLocale(), "training.cert.matrix.answer.none")
				: Messages.html(here.getLocale(), "training.cert.matrix.answer", ready, onPath.size(), gap.get().title(), page.lines().size() - gap.get().held());
	}

	/** Those of the page; the sentence above counts all. */
	public List<ReadinessPage.Line> getLines() {
		return page.lines().stream().skip(list.getFirst()).limit(ListAddress.SIZE).toList();
	}

	public ReadinessPage getPage() {
		return page;
	}
}
