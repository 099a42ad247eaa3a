package org.headcoach.training.web;

import org.headcoach.notices.Channel;
import org.headcoach.notices.Notice;
import org.headcoach.notices.NoticeService;
import org.headcoach.site.Links;
import org.headcoach.site.Messages;
import org.headcoach.training.SurveyAsked;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Mails those who are asked, and once more shortly before the last day. */
@ApplicationScoped
class SurveyMail {

	@Inject
	private NoticeService notices;

	void send(@Observes SurveyAsked asked) {
		var word = asked.again() ? "again" : "asked";
		notices.post(notices.readers("surveys", asked.personIds()).stream().map(reader -> new Notice("survey-" + asked.surveyId() + "-" + word + "-account-" + reader.accountId(), "surveys", Channel.MAIL,
				reader.accountId(), null, Messages.text(reader.language(), "training-matters.mail.subject." + word, asked.title()),
				Messages.text(reader.language(), "training-matters.mail.text." + word, asked.title(), asked.closesOn()) + "\n\n" + Links.to("/training/survey?survey=" + asked.surveyId()) + "\n", null)).toList());
	}
}
