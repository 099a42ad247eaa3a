package org.headcoach.coaching.web;

import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.CoachingService;
import org.headcoach.coaching.RepPage;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** One rep in depth: the funnel month by month, every verdict, the plans. */
@Named
@RequestScoped
public class RepView {

	@Inject
	private CoachingService coaching;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	@Inject
	private Formats formats;

	@Inject
	private HttpServletRequest request;

	private RepPage page;

	@PostConstruct
	void load() {
		page = coaching.rep(Person.of(request, here), CoachingMonth.after(here.getMonth()));
	}

	public RepPage getPage() {
		return page;
	}

	public String getAnswer() {
		return answer(page, wording, here);
	}

	/** What the figures say about a rep in a sentence. */
	static String answer(RepPage page, Wording wording, Here here) {
		var name = wording.first(page.who().name());
		var locale = here.getLocale();
		if (!page.judged()) {
			return Messages.html(locale, "coaching.rep.answer.speak-first", name);
		}
		if (page.suggestions().isEmpty()) {
			var better = page.findings().stream().filter(finding -> finding.better() && finding.verdict().isCertain()).map(finding -> wording.metric(finding.metric())).toList();
			var enough = page.findings().stream().filter(finding -> finding.isEnough()).count();
			if (enough * 2 < page.findings().size()) {
				return Messages.html(locale, "coaching.rep.answer.few", name);
			}
			return better.isEmpty() ? Messages.html(locale, "coaching.rep.answer.in-line", name)
					: Messages.html(locale, "coaching.rep.answer.better", name, wording.text("coaching.list", better));
		}
		var first = page.suggestions().get(0);
		var finding = first.finding();
		var customers = first.extraCustomers();
		var key = finding.verdict().isCertain() ? "coaching.rep.answer.behind" : "coaching.rep.answer.perhaps";
		var worth = customers >= 0.5 ? wording.text("coaching.rep.answer.worth-customers", Math.round(customers))
				: first.extraMrr() != null && first.extraMrr().signum() > 0 ? wording.text("coaching.rep.answer.worth-mrr", wording.worthPlain(first.extraMrr())) : "";
		return Messages.html(locale, key, name, wording.metric(finding.metric()), wording.plain(finding), wording.figure(finding.metric(), finding.peerMedian())) + " "
				+ Messages.html(locale, "coaching.text", worth);
	}

	/** Account Executive, Harbor · 3 y 1 m · figures August to October 2026. */
	public String getQuiet() {
		return quiet(page, wording, formats, here);
	}

	static String quiet(RepPage page, Wording wording, Formats formats, Here here) {
		var who = page.who();
		return wording.text("coaching.rep.quiet", who.jobTitle() == null ? wording.text("coaching.rep.rep") : who.jobTitle(), who.teamName() == null ? Formats.NOTHING : who.teamName(),
				formats.tenure(who.startedOn(), here.getMonth().atEndOfMonth()), wording.window(page.first(), here.getMonth()));
	}

	public String getTenure() {
		return formats.tenure(page.who().startedOn(), here.getMonth().atEndOfMonth());
	}
}
