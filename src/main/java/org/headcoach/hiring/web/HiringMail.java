package org.headcoach.hiring.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.headcoach.hiring.HiringWatch.CardOwed;
import org.headcoach.hiring.InterviewPlanned;
import org.headcoach.hiring.InterviewService;
import org.headcoach.notices.Channel;
import org.headcoach.notices.Notice;
import org.headcoach.notices.NoticeService;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.site.Links;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Mails to interviewers: when an interview is planned, moved or cancelled, and when a card is owed. No mail says what anybody thinks, and none names the candidate: mails outlive who is forgotten. */
@ApplicationScoped
public class HiringMail {

	@Inject
	private InterviewService interviews;

	@Inject
	private NoticeService notices;

	@Inject
	private CurrentActor current;

	void planned(@Observes InterviewPlanned planned) {
		var one = current.as(Actor.SYSTEM, () -> interviews.appointment(planned.interviewId()));
		var zone = ZoneId.of(one.zone());
		var when = Messages.text(Locale.ENGLISH, "hiring.time.zone", one.startsAt().atZone(zone).toLocalDateTime(), one.endsAt().atZone(zone).toLocalDateTime(), one.zone());
		for (var account : one.interviewers()) {
			send(InterviewPlanned.noticeKey(one.id(), one.sequenceNo(), account), account, text(one.cancelled() ? "hiring.mail.cancelled" : one.sequenceNo() == 0 ? "hiring.mail.planned" : "hiring.mail.changed", when),
					List.of(when, one.opening(), one.place() == null ? "" : one.place(), Links.to("/hiring/interviews"), Links.to("/export/hiring/interview.ics?interview=" + one.id())));
		}
	}

	void owed(@Observes CardOwed owed) {
		send(CardOwed.noticeKey(owed.seatId()), owed.accountId(), text("hiring.mail.owed"), List.of(text("hiring.mail.owed.text"), Links.to("/hiring/scorecard?seat=" + owed.seatId())));
	}

	private void send(String key, long account, String subject, List<String> lines) {
		current.as(Actor.SYSTEM, () -> notices.post(new Notice(key, "hiring", Channel.MAIL, account, null, subject, String.join("\n", lines.stream().filter(line -> !line.isBlank()).toList()) + "\n", null)));
	}

	private static String text(String key, Object... arguments) {
		return Messages.text(Locale.ENGLISH, key, arguments);
	}
}
