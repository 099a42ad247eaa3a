package org.headcoach.contests.web;

import static org.headcoach.site.Messages.escape;

import java.util.stream.Collectors;

import org.headcoach.contests.ContestPage;
import org.headcoach.shared.BusinessClock;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.site.Paper;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The result of a settled contest, to print and to hang up: who has won, how it stood, who judged it and when. */
@RequestScoped
class ResultPdf {

	@Inject
	private ContestWords words;

	@Inject
	private Formats formats;

	@Inject
	private Here here;

	@Inject
	private BusinessClock clock;

	byte[] of(ContestPage page) {
		var zone = here.getCompany().zone();
		var foot = text("contests.result.made", clock.now().atZone(zone).toLocalDateTime());
		return Paper.pdf(here.getLocale(), text("contests.result.title", page.title()), "A4", foot, html(page));
	}

	private String html(ContestPage page) {
		var html = new StringBuilder(4_000);
		html.append("<p class=\"s\">").append(escape(here.getCompany().name() + " · " + page.title() + " · " + words.window(page))).append("</p>");
		html.append("<h1>").append(words.answer(page)).append("</h1>");
		page.teams().stream().filter(team -> page.settled().winners().contains(team.id())).forEach(team -> html.append("<p><b>").append(escape(team.name())).append("</b>: ")
				.append(escape(words.all(team.members().stream().map(ContestPage.MemberLine::name).toList()))).append("</p>"));
		if (page.prize().what() != null) {
			html.append("<p>").append(escape(text("contests.result.prize", page.prize().what()))).append("</p>");
		}
		html.append("<h2>").append(escape(text("contests.standings"))).append("</h2><p class=\"s\">").append(escape(words.counting(page))).append("</p><table><thead><tr><th>")
				.append(escape(text("contests.column.rank"))).append("</th><th>").append(escape(text("contests.column.team"))).append("</th><th class=\"n\">").append(escape(words.unit(page)))
				.append("</th><th class=\"n\">").append(escape(text("contests.column.per-head"))).append("</th></tr></thead><tbody>");
		page.teams().forEach(team -> html.append("<tr><td>").append(team.rank()).append("</td><td><b>").append(escape(team.name())).append("</b><br/><span class=\"s\">")
				.append(escape(team.members().stream().map(ContestPage.MemberLine::name).collect(Collectors.joining(", ")))).append("</span></td><td class=\"n\">")
				.append(escape(words.number(team.points()))).append("</td><td class=\"n\">").append(escape(words.number(team.perHead()))).append("</td></tr>"));
		html.append("</tbody></table><h2>").append(escape(text("contests.result.judged"))).append("</h2><p>")
				.append(escape(text("contests.result.by", page.settled().by(), formats.dayInWords(page.settled().at().atZone(here.getCompany().zone()).toLocalDate())))).append("</p>");
		if (page.judge() != null) {
			html.append("<p>").append(escape(text("contests.result.judge", page.judge()))).append("</p>");
		}
		if (page.settled().words() != null) {
			html.append("<p>").append(escape(page.settled().words()).replace("\n", "<br/>")).append("</p>");
		}
		return html.toString();
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}
}
