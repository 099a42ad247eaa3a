package org.headcoach.training.web;

import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.notices.Channel;
import org.headcoach.notices.Notice;
import org.headcoach.notices.NoticeService;
import org.headcoach.site.Links;
import org.headcoach.site.Messages;
import org.headcoach.training.ExamNews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Mails people what concerns their exams: one that was assigned or is due soon, a result that was marked or changed. Marks stand behind the link only. */
@ApplicationScoped
class ExamMail {

	private static final String TOPIC = "exams";

	@Inject
	private NoticeService notices;

	void send(@Observes ExamNews news) {
		var about = news.about().stream().collect(Collectors.toMap(ExamNews.About::personId, Function.identity()));
		notices.post(notices.readers(TOPIC, about.keySet()).stream().map(reader -> mail(news, about.get(reader.personId()), reader)).toList());
	}

	private static Notice mail(ExamNews news, ExamNews.About about, NoticeService.Reader reader) {
		var key = "training.exam.mail." + news.kind();
		var standing = about.passed() == null ? "OPEN" : about.passed() ? "PASSED" : "FAILED";
		var text = Messages.text(reader.language(), key + ".text", news.exam(), about.dueOn() == null ? "NONE" : "DAY", about.dueOn(), standing) + "\n\n"
				+ Links.to(about.attemptId() == null ? "/training/exams" : "/training/result?attempt=" + about.attemptId()) + "\n";
		return new Notice(about.key() + "-account-" + reader.accountId(), TOPIC, Channel.MAIL, reader.accountId(), null, Messages.text(reader.language(), key + ".subject", news.exam(), about.dueOn()), text, null);
	}
}
