package org.headcoach.contests.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TreeSet;

import org.headcoach.contests.ContestPage;
import org.headcoach.contests.ContestService;
import org.headcoach.contests.NightTaken;
import org.headcoach.notices.Channel;
import org.headcoach.notices.Notice;
import org.headcoach.notices.NoticeService;
import org.headcoach.people.Reach;
import org.headcoach.shared.BusinessClock;
import org.headcoach.site.Formats;
import org.headcoach.site.Links;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Sends a night's standings to everybody concerned: who plays, whoever stands above them, who runs it, and every webhook. It posts in the transaction that keeps the
 * night, so both happen once or not at all. Of nights that were missed only the latest is sent. The standings go out also when the data are old, and say how old.
 */
@ApplicationScoped
class NightMail {

	@Inject
	private ContestService contests;

	@Inject
	private NoticeService notices;

	@Inject
	private Reach reach;

	@Inject
	private BusinessClock clock;

	void send(@Observes NightTaken taken) {
		if (!taken.last()) {
			return;
		}
		var page = contests.night(taken.contestId(), taken.night());
		for (var reader : notices.readers("contests", concerned(page))) {
			var own = reader.personId() == null ? null : page.teams().stream().filter(team -> team.members().stream().anyMatch(member -> member.personId() == reader.personId())).findFirst().orElse(null);
			var letter = new Letter(reader.language(), page, taken.night(), own);
			notices.post(new Notice(key(taken) + "-account-" + reader.accountId(), "contests", Channel.MAIL, reader.accountId(), null, letter.subject(), letter.text(), letter.html()));
		}
		for (var hook : notices.hooks()) {
			var letter = new Letter(Locale.ENGLISH, page, taken.night(), null);
			notices.post(new Notice(key(taken) + "-hook-" + hook.id(), "contests", hook.kind(), null, hook.id(), letter.subject(), letter.text(), null));
		}
	}

	private static String key(NightTaken taken) {
		return "contest-" + taken.contestId() + "-" + taken.night();
	}

	/** Who plays, whoever stands above them today, and whoever runs it. */
	private TreeSet<Long> concerned(ContestPage page) {
		var line = reach.today();
		var found = new TreeSet<Long>();
		page.teams().stream().flatMap(team -> team.members().stream()).forEach(member -> {
			found.add(member.personId());
			line.everybody().stream().filter(place -> line.isAbove(place.personId(), member.personId())).forEach(place -> found.add(place.personId()));
		});
		return found;
	}

	/** The same words as on the page, for one reader. */
	private final class Letter {

		private final Locale locale;
		private final ContestPage page;
		private final LocalDate night;
		private final ContestPage.TeamLine own;

		Letter(Locale locale, ContestPage page, LocalDate night, ContestPage.TeamLine own) {
			this.locale = locale;
			this.page = page;
			this.night = night;
			this.own = own;
		}

		private String text(String key, Object... arguments) {
			return Messages.text(locale, key, arguments);
		}

		String subject() {
			var first = page.teams().stream().filter(team -> team.rank() == 1).map(ContestPage.TeamLine::name).toList();
			return own == null || own.rank() == 0 ? text("contests.mail.subject", page.title(), String.join(", ", first), first.size()) : text("contests.mail.subject.own", page.title(), own.name(), own.rank());
		}

		private String sentence() {
			return ContestWords.answer(locale, page.as(own == null ? null : own.id())).replaceAll("<[^>]*>", "").replace("&#39;", "'").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">")
					.replace("&amp;", "&");
		}

		private String number(BigDecimal number) {
			return number == null ? Formats.NOTHING : Formats.number(locale, ContestWords.plain(number), Math.max(0, ContestWords.plain(number).scale()), false);
		}

		private String age() {
			return ContestWords.age(locale, page.dataAt(), clock.now());
		}

		private String address() {
			return Links.to("/contests/contest?contest=" + page.id());
		}

		String text() {
			var lines = new StringBuilder(sentence()).append("\n\n");
			for (var team : page.teams()) {
				lines.append(text("contests.mail.line", team.rank(), team.name(), number(team.score()), number(team.today()))).append('\n');
			}
			lines.append('\n').append(text("contests.mail.counts", ContestWords.counting(locale, page))).append('\n').append(text("contests.mail.night", night)).append(' ').append(age()).append("\n\n")
					.append(address()).append('\n');
			return lines.toString();
		}

		String html() {
			var rows = new StringBuilder();
			for (var team : page.teams()) {
				var mine = own != null && own.id() == team.id();
				rows.append("<tr").append(mine ? " style=\"background:#dff1ea;font-weight:600\"" : "").append("><td style=\"padding:8px\">").append(team.rank()).append("</td><td style=\"padding:8px\">")
						.append(escaped(team.name())).append("</td><td style=\"padding:8px;text-align:right\">").append(number(team.score())).append("</td><td style=\"padding:8px;text-align:right\">+")
						.append(number(team.today())).append("</td></tr>");
			}
			return "<!DOCTYPE html><html lang=\"" + locale.toLanguageTag() + "\"><body style=\"font:16px/24px sans-serif;color:#1b211e\"><p style=\"font-size:20px;line-height:28px\">" + escaped(sentence())
					+ "</p><table role=\"table\" style=\"border-collapse:collapse;min-width:320px\"><thead><tr style=\"text-align:left;color:#5c6661;font-size:13px\"><th scope=\"col\" style=\"padding:8px\">"
					+ escaped(text("contests.column.rank")) + "</th><th scope=\"col\" style=\"padding:8px\">" + escaped(text("contests.column.team")) + "</th><th scope=\"col\" style=\"padding:8px;text-align:right\">"
					+ escaped(text("contests.mail.score")) + "</th><th scope=\"col\" style=\"padding:8px;text-align:right\">" + escaped(text("contests.column.today")) + "</th></tr></thead><tbody>" + rows
					+ "</tbody></table><p style=\"color:#5c6661;font-size:13px\">" + escaped(text("contests.mail.counts", ContestWords.counting(locale, page))) + "<br>"
					+ escaped(text("contests.mail.night", night)) + " " + escaped(age()) + "</p><p><a href=\"" + escaped(address()) + "\" style=\"color:#0b6b52\">" + escaped(text("contests.mail.open"))
					+ "</a></p></body></html>";
		}

		private static String escaped(String text) {
			return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
		}
	}
}
