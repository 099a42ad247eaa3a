package org.headcoach.coaching.web;

import java.util.List;

import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.CoachingService;
import org.headcoach.coaching.MetricPage;
import org.headcoach.coaching.engine.Metric;
import org.headcoach.coaching.engine.MetricKind;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.site.tags.Bar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Every rep of a team on one metric. */
@Named
@RequestScoped
public class MetricView {

	@Inject
	private CoachingService coaching;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	@Inject
	private HttpServletRequest request;

	private MetricPage page;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = coaching.metric(CoachingMonth.after(here.getMonth()), request.getParameter("metric"), here.getTeamId());
	}

	public MetricPage getPage() {
		return page;
	}

	/** The same bars as a file of this kind. */
	public String export(String kind) {
		return request.getContextPath() + "/export/coaching/metric." + kind + "?month=" + here.getMonth() + "&metric=" + page.metric() + (here.getTeamId() == null ? "" : "&team=" + here.getTeamId());
	}

	/** Who lies certainly below and above, or that nobody does. */
	public String getAnswer() {
		if (page.metric() == null || page.bars().isEmpty()) {
			return Messages.html(here.getLocale(), "coaching.metric.answer.nobody");
		}
		if (!page.judged()) {
			return Messages.html(here.getLocale(), page.ranking() ? "coaching.metric.answer.look" : "coaching.metric.answer.own", wording.metric(page.metric()),
					wording.figure(page.metric(), page.peerMedian()));
		}
		var worse = page.bars().stream().filter(bar -> bar.finding().worse() && bar.finding().verdict().isCertain()).map(MetricPage.Bar::name).toList();
		var better = page.bars().stream().filter(bar -> bar.finding().better() && bar.finding().verdict().isCertain()).map(MetricPage.Bar::name).toList();
		var lower = page.bars().get(0).finding().lowerIsBetter();
		if (worse.isEmpty() && better.isEmpty()) {
			return Messages.html(here.getLocale(), "coaching.metric.answer.alike", wording.metric(page.metric()));
		}
		if (worse.isEmpty()) {
			return Messages.html(here.getLocale(), lower ? "coaching.metric.answer.only-below" : "coaching.metric.answer.only-above", wording.names(better), better.size(), wording.metric(page.metric()));
		}
		return Messages.html(here.getLocale(), lower ? "coaching.metric.answer.above" : "coaching.metric.answer.below", wording.names(worse), worse.size(), wording.metric(page.metric()));
	}

	public List<Bar> getBars() {
		return wording.bars(page, null, here.may("SEE_LINE") ? request.getContextPath() + "/coaching/rep?person={person}&month=" + here.getMonth() : null);
	}

	public String getFormat() {
		return wording.format(page.metric());
	}

	/** The address of one level deeper, of the team for who leads and of the own conversion for a rep; null for what has none. */
	public String getDeeper() {
		return page.metric() == null || wording.kind(page.metric()) != MetricKind.CONVERSION ? null
				: request.getContextPath() + "/pipeline/peel?step=" + Metric.parse(page.metric()).next() + "&month=" + here.getMonth()
						+ (page.teamId() == null || !page.judged() ? "" : "&team=" + page.teamId());
	}

}
