package org.headcoach.training.web;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.calendar.CalendarFile;
import org.headcoach.site.Attachment;
import org.headcoach.site.Here;
import org.headcoach.site.Links;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.site.TableDownload;
import org.headcoach.training.ClassService;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Attendance and practicum as CSV and XLSX, sessions for a calendar, files of sessions and of what was handed in; through the service of the pages, so under their rights. */
@WebServlet("/export/classes/*")
public class ClassExport extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private transient ClassService classes;

	@Inject
	private transient ListAddress list;

	@Inject
	private transient Here here;

	@Inject
	private transient BusinessClock clock;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var file = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
		switch (file) {
			case "material" -> send(response, classes.material(number("id")));
			case "hand-in" -> send(response, classes.handedIn(number("id")));
			case "mine.ics" -> calendar(response, null);
			case "class.ics" -> calendar(response, number("class"));
			default -> {
				switch (file.replaceFirst("\\.(csv|xlsx)$", "")) {
					case "attendance" -> attendance(request, response);
					case "practicum" -> practicum(request, response);
					case "classes" -> classes(request, response);
					default -> throw new NotHereException("No export " + file);
				}
			}
		}
	}

	private long number(String name) {
		var number = list.number(name);
		if (number == null) {
			throw new NotHereException("No " + name + " is asked for");
		}
		return number;
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}

	private static void send(HttpServletResponse response, ClassService.Download file) throws IOException {
		Attachment.send(response, file.type(), file.name(), file.content());
	}

	private void calendar(HttpServletResponse response, Long classId) throws IOException {
		var host = URI.create(Links.to("/")).getHost();
		var events = classes.appointments(classId).stream().map(one -> new CalendarFile.Event("class-session-" + one.lessonId() + "@" + host, one.title(),
				Stream.of(one.className(), one.teacher(), one.place()).filter(line -> line != null && !line.isBlank()).collect(Collectors.joining("\n")), one.starts(), one.ends(),
				URI.create(Links.to("/training/lesson?session=" + one.lessonId())))).toList();
		Attachment.send(response, CalendarFile.TYPE, classId == null ? "training.ics" : "class-" + classId + ".ics",
				CalendarFile.of(text(classId == null ? "learn.mine.title" : "learn.class.calendar"), here.getCompany().zone(), clock.now(), events));
	}

	private void table(HttpServletRequest request, HttpServletResponse response, String name, List<String> columns, List<List<Object>> lines) throws IOException {
		TableDownload.send(request, response, name, columns.stream().map(this::text).toList(), table -> lines.forEach(table::line));
	}

	private void classes(HttpServletRequest request, HttpServletResponse response) throws IOException {
		table(request, response, "classes",
				List.of("learn.column.class", "learn.column.curriculum", "learn.column.starts", "learn.column.ends", "learn.column.state", "learn.column.people", "learn.column.held", "learn.column.sessions", "learn.column.there"),
				classes.classes().stream().map(row -> Arrays.<Object>asList(row.title(), row.curriculum(), row.startsOn(), row.endsOn(), text("learn.state." + row.state()), row.people(), row.held(), row.sessions(), row.there()))
						.toList());
	}

	/** A line for each person and session that is written down. */
	private void attendance(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = classes.page(number("class"));
		var lines = new ArrayList<List<Object>>();
		page.people().forEach(person -> page.lessons().stream().filter(lesson -> person.was().containsKey(lesson.id())).forEach(
				lesson -> lines.add(Arrays.asList(person.name(), lesson.title(), lesson.starts().toLocalDate(), lesson.teacher(), text("learn.was." + person.was().get(lesson.id()))))));
		table(request, response, "attendance-" + page.id(), List.of("learn.column.person", "learn.column.session", "learn.column.when", "learn.column.teacher", "learn.column.was"), lines);
	}

	private void practicum(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = classes.page(number("class"));
		var lines = new ArrayList<List<Object>>();
		page.people().forEach(person -> page.tasks()
				.forEach(task -> lines.add(Arrays.asList(person.name(), task.title(), task.dueOn(), text("learn.task.state." + person.tasks().get(task.id()))))));
		table(request, response, "practicum-" + page.id(), List.of("learn.column.person", "learn.column.task", "learn.column.due", "learn.column.state"), lines);
	}
}
