package org.headcoach.contests.web;

import static org.headcoach.site.Messages.escape;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.headcoach.contests.ContestPage;
import org.headcoach.contests.ContestService;
import org.headcoach.contests.ContestSettled;
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
 * Sends a night's standings, and in the end the result, to everybody concerned: who plays, whoever stands above them, who runs it, and every webhook. It posts in the
 * transaction that keeps the night or settles the contest, so both happen once or not at all. Of nights that were missed only the latest is sent. The standings go out
 * also when the data are old, and say how old.
 */
@ApplicationScoped
class ContestMail {

	private static final String TOPIC = "contests";

	@Inject
	private ContestService contests;

	@Inject
	private NoticeService notices;

	@Inject
	private Reach reach;

	@Inject
	private BusinessClock clock;

	void send(@Observes NightTaken taken) {
		if (taken.last()) {
			send(contests.night(taken.contestId(), taken.night()), taken.night(), "contest-" + taken.contestId() + "-" + taken.night());
		}
	}

	void send(@Observes ContestSettled settled) {
		send(contests.contest(settled.contestId()), null, "contest-" + settled.contestId() + "-result");
	}

	private void send(ContestPage page, LocalDate night, String key) {
		var letters = new ArrayList<Notice>();
		for (var reader : readers(page)) {
			var own = reader.personId() == null ? null : page.teams().stream().filter(team -> team.members().stream().anyMatch(member -> member.personId() == reader.personId())).findFirst().orElse(null);
			var letter = new Letter(reader.language(), page, night, own);
			letters.add(new Notice(key + "-account-" + reader.accountId(), TOPIC, Channel.MAIL, reader.accountId(), null, letter.subject(), letter.text(), letter.html()));
		}
		for (var hook : notices.hooks()) {
			var letter = new Letter(Locale.ENGLISH, page, night, null);
			letters.add(new Notice(key + "-hook-" + hook.id(), TOPIC, hook.kind(), null, hook.id(), letter.subject(), letter.text(), null));
		}
		notices.post(letters);
	}

	/** Each account once. */
	private Collection<NoticeService.Reader> readers(ContestPage page) {
		var readers = new TreeMap<Long, NoticeService.Reader>();
		notices.readers(TOPIC, concerned(page)).forEach(reader -> readers.put(reader.accountId(), reader));
		Optional.ofNullable(contests.ownerAccount(page.id())).flatMap(account -> notices.reader(TOPIC, account)).ifPresent(reader -> readers.put(reader.accountId(), reader));
		return readers.values();
	}

	/** Who plays and whoever stands above them today. */
	private TreeSet<Long> concerned(ContestPage page) {
		var line = reach.today();
		var found = new TreeSet<Long>();
		page.teams().stream().flatMap(team -> team.members().stream()).forEach(member -> {
			found.add(member.personId());
			line.everybody().stream().filter(place -> line.isAbove(place.personId(), member.personId())).forEach(place -> found.add(place.personId()));
		});
		return found;
	}

	/** The same words as on the page, for one reader. Without a night it tells the result. */
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
			if (night == null) {
				return text("contests.mail.subject.result", page.title(), sentence());
			}
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

		/** Of which night and how old the data are; of a result, what the judge said. */
		private String foot() {
			if (night != null) {
				return text("contests.mail.night", night) + " " + age();
			}
			var words = page.settled().words();
			return words == null ? text("contests.mail.settled", page.settled().by()) : text("contests.mail.settled.words", page.settled().by(), words);
		}

		private String address() {
			return Links.to("/contests/contest?contest=" + page.id());
		}

		String text() {
			var lines = new StringBuilder(sentence()).append("\n\n");
			for (var team : page.teams()) {
				lines.append(night == null ? text("contests.mail.line.result", team.rank(), team.name(), number(team.score()))
						: text("contests.mail.line", team.rank(), team.name(), number(team.score()), number(team.today()))).append('\n');
			}
			lines.append('\n').append(text("contests.mail.counts", ContestWords.counting(locale, page))).append('\n').append(foot()).append("\n\n").append(address()).append('\n');
			return lines.toString();
		}

		String html() {
			var rows = new StringBuilder();
			for (var team : page.teams()) {
				var mine = own != null && own.id() == team.id();
				rows.append("<tr").append(mine ? " style=\"background:#dff1ea;font-weight:600\"" : "").append("><td style=\"padding:8px\">").append(team.rank()).append("</td><td style=\"padding:8px\">")
						.append(escape(team.name())).append("</td><td style=\"padding:8px;text-align:right\">").append(number(team.score())).append("</td>")
						.append(night == null ? "" : "<td style=\"padding:8px;text-align:right\">+" + number(team.today()) + "</td>").append("</tr>");
			}
			return "<!DOCTYPE html><html lang=\"" + locale.toLanguageTag() + "\"><body style=\"font:16px/24px sans-serif;color:#1b211e\"><p style=\"font-size:20px;line-height:28px\">" + escape(sentence())
					+ "</p><table role=\"table\" style=\"border-collapse:collapse;min-width:320px\"><thead><tr style=\"text-align:left;color:#5c6661;font-size:13px\"><th scope=\"col\" style=\"padding:8px\">"
					+ escape(text("contests.column.rank")) + "</th><th scope=\"col\" style=\"padding:8px\">" + escape(text("contests.column.team")) + "</th><th scope=\"col\" style=\"padding:8px;text-align:right\">"
					+ escape(text("contests.mail.score")) + "</th>"
					+ (night == null ? "" : "<th scope=\"col\" style=\"padding:8px;text-align:right\">" + escape(text("contests.column.today")) + "</th>") + "</tr></thead><tbody>" + rows
					+ "</tbody></table><p style=\"color:#5c6661;font-size:13px\">" + escape(text("contests.mail.counts", ContestWords.counting(locale, page))) + "<br>"
					+ escape(foot()) + "</p><p><a href=\"" + escape(address()) + "\" style=\"color:#0b6b52\">" + escape(text("contests.mail.open"))
					+ "</a></p></body></html>";
		}
	}
}
