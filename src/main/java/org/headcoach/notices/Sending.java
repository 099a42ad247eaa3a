package org.headcoach.notices;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.headcoach.people.Accounts;
import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Sends what is due: claims a notice in a transaction of its own, sends it in none, and writes down in another how it went. Whoever dies in between leaves a claim
 * behind, and such a notice is not sent again unasked: at most once. It must not be called inside a transaction.
 */
@ApplicationScoped
class Sending {

	private static final Logger LOG = Logger.getLogger(Sending.class.getName());
	private static final int LOT = 200;

	@Inject
	private Outbox outbox;

	@Inject
	private Hooks hooks;

	@Inject
	private Refusals refusals;

	@Inject
	private Accounts accounts;

	@Inject
	private HookCall calls;

	@Inject
	private NoticeSettings settings;

	@Inject
	private BusinessClock clock;

	/** Returns how many were tried. */
	int sendDue() {
		outbox.giveUpClaims(false);
		return sendMails() + sendToHooks();
	}

	/** Without a mail server, mails that were posted while there was one wait. */
	private int sendMails() {
		var values = settings.get();
		if (values.mail() == null) {
			return 0;
		}
		var tried = 0;
		try (var round = new MailRound(values.mail(), values.host(), values.patience())) {
			List<Outbox.Due> lot;
			do {
				lot = outbox.due(true, LOT);
				for (var due : lot) {
					var outcome = attempt(due, claimed -> mail(claimed, round, values));
					tried += outcome.isPresent() ? 1 : 0;
					if (outcome.filter(Outcome::isDown).isPresent()) {
						// the others need not wait for the same silence; they are due again in a moment
						return tried;
					}
				}
			} while (lot.size() == LOT);
		}
		return tried;
	}

	private int sendToHooks() {
		var tried = 0;
		var down = new HashSet<Long>();
		for (var due : outbox.due(false, LOT)) {
			if (!down.contains(due.hookId())) {
				var outcome = attempt(due, this::call);
				tried += outcome.isPresent() ? 1 : 0;
				if (outcome.filter(Outcome::isDown).isPresent()) {
					down.add(due.hookId());
				}
			}
		}
		return tried;
	}

	/** Empty when somebody else has it. */
	private Optional<Outcome> attempt(Outbox.Due due, Function<Outbox.Claimed, Outcome> way) {
		var claimed = outbox.claim(due.id()).orElse(null);
		if (claimed == null) {
			return Optional.empty();
		}
		Outcome outcome;
		try {
			outcome = way.apply(claimed);
		} catch (RuntimeException e) {
			// how far it came is not known; the others still want to go out
			LOG.log(Level.SEVERE, e, () -> "Sending " + claimed.key() + " broke off");
			outcome = Outcome.uncertain(null);
		}
		outbox.end(claimed, outcome);
		if (outcome.state() != NoticeState.SENT) {
			var how = outcome;
			LOG.info(() -> claimed.key() + " was not sent: " + how.state() + " " + how.trouble() + (how.detail() == null ? "" : " " + how.detail()));
		}
		return Optional.of(outcome);
	}

	private Outcome mail(Outbox.Claimed notice, MailRound round, NoticeSettings.Values values) {
		if (notice.outside()) {
			return notice.toEmail() == null ? Outcome.dropped(Trouble.READER_GONE)
					: round.send(new Letter.Content(notice.key(), notice.toName(), notice.toEmail(), Locale.ENGLISH, notice.subject(), notice.text(), null, null, notice.replyTo()), clock.now());
		}
		var reader = accounts.readers(Set.of(notice.accountId())).stream().findFirst().orElse(null);
		if (reader == null) {
			return Outcome.dropped(Trouble.READER_GONE);
		}
		if (refusals.of(notice.accountId()).contains(notice.topic())) {
			return Outcome.dropped(Trouble.READER_REFUSED);
		}
		var language = reader.language() == null ? Locale.ENGLISH : Locale.forLanguageTag(reader.language());
		var link = values.url() + "/unsubscribe?token=" + StopLinks.token(refusals.secret(), notice.accountId(), notice.topic());
		return round.send(new Letter.Content(notice.key(), reader.name(), reader.email(), language, notice.subject(), withLink(notice.text(), link, "\n\n"
				+ Words.of(language, "notices.mail.stop") + " " + link + "\n"), notice.html() == null ? null : withLink(notice.html(), link, "<p><a href=\"" + link + "\">"
				+ Words.of(language, "notices.mail.stop.link") + "</a></p>"), link), clock.now());
	}

	/** The link where the text wants it, else at its end. */
	static String withLink(String text, String link, String foot) {
		if (text.contains(NoticeService.UNSUBSCRIBE)) {
			return text.replace(NoticeService.UNSUBSCRIBE, link);
		}
		var end = text.lastIndexOf("</body>");
		return end < 0 ? text + foot : text.substring(0, end) + foot + text.substring(end);
	}

	private Outcome call(Outbox.Claimed notice) {
		return hooks.find(notice.hookId()).map(hook -> call(hook, notice.subject(), notice.text())).orElseGet(() -> Outcome.dropped(Trouble.HOOK_REMOVED));
	}

	/** Writes into the channel at once. */
	Outcome call(Hooks.Door hook, String subject, String text) {
		var values = settings.get();
		return HookAddress.allowed(hook.address(), values.hookHosts()).map(address -> calls.send(address, HookPayload.of(hook.kind(), subject, text), values.patience()))
				.orElseGet(() -> Outcome.failed(Trouble.HOST_NOT_ALLOWED, null));
	}
}
