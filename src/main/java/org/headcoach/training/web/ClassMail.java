package org.headcoach.training.web;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.headcoach.notices.Channel;
import org.headcoach.notices.Notice;
import org.headcoach.notices.NoticeService;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.site.Links;
import org.headcoach.site.Messages;
import org.headcoach.training.ClassPage;
import org.headcoach.training.ClassPlanned;
import org.headcoach.training.ClassService;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Mails to who learns and teaches in a class: when it is planned, when a session is moved, when it is called off. */
@ApplicationScoped
class ClassMail {

	private static final String TOPIC = "classes";

	@Inject
	private ClassService classes;

	@Inject
	private NoticeService notices;

	@Inject
	private CurrentActor current;

	void send(@Observes ClassPlanned planned) {
		current.as(Actor.SYSTEM, () -> {
			tell(planned);
			return null;
		});
	}

	private void tell(ClassPlanned planned) {
		var page = classes.page(planned.classId());
		var moved = page.lessons().stream().filter(lesson -> planned.lessonId() != null && lesson.id() == planned.lessonId()).findFirst();
		var concerned = new TreeSet<>(planned.people());
		moved.map(List::of).orElse(page.lessons()).stream().map(ClassPage.Lesson::teacherKey).filter(key -> key != null && key.startsWith("person-")).forEach(key -> concerned.add(Long.valueOf(key.substring(7))));
		// a session that was never changed is new
		var kind = page.calledOffWhy() != null ? "off" : moved.isEmpty() ? "planned" : moved.get().version() > 1 ? "moved" : "added";
		for (var reader : notices.readers(TOPIC, concerned)) {
			var locale = reader.language();
			var text = switch (kind) {
				case "off" -> text(locale, "off.text", page.title(), page.calledOffWhy());
				case "moved", "added" -> text(locale, kind + ".text", moved.get().title(), page.title()) + "\n" + line(locale, moved.get());
				default -> text(locale, "planned.text", page.title()) + "\n" + page.lessons().stream().filter(lesson -> planned.people().contains(reader.personId()) || ("person-" + reader.personId()).equals(lesson.teacherKey()))
						.map(lesson -> line(locale, lesson)).collect(Collectors.joining("\n"));
			};
			var key = "class-" + page.id() + "-" + kind + moved.map(lesson -> "-" + lesson.id() + "-" + lesson.version()).orElse("") + "-account-" + reader.accountId();
			notices.post(new Notice(key, TOPIC, Channel.MAIL, reader.accountId(), null, text(locale, kind, moved.map(ClassPage.Lesson::title).orElse(page.title())),
					text + "\n\n" + Links.to("/training/learn") + "\n" + Links.to("/export/classes/mine.ics") + "\n", null));
		}
	}

	private static String line(Locale locale, ClassPage.Lesson lesson) {
		return Messages.text(locale, "learn.when", lesson.starts(), lesson.ends()) + " · " + lesson.title() + (lesson.place() == null ? "" : " · " + lesson.place());
	}

	private static String text(Locale locale, String key, Object... arguments) {
		return Messages.text(locale, "learn.mail." + key, arguments);
	}
}
