package org.headcoach.training.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.site.TableDownload;
import org.headcoach.training.ExamService;
import org.headcoach.training.QuestionBankService;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The tables of training as CSV and XLSX, the bank as GIFT; with the rights of the pages. */
@WebServlet("/export/training/*")
public class TrainingExport extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private transient QuestionBankService bank;

	@Inject
	private transient ExamService exams;

	@Inject
	private transient TrainingWords words;

	@Inject
	private transient ListAddress list;

	@Inject
	private transient Here here;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var file = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
		if (file.equals("questions.gift")) {
			gift(response);
			return;
		}
		switch (file.replaceFirst("\\.(csv|xlsx)$", "")) {
			case "questions" -> questions(request, response);
			case "exams" -> exams(request, response);
			case "results" -> results(request, response);
			case "items" -> items(request, response);
			case "readiness" -> readiness(request, response);
			default -> throw new NotHereException("No export " + file);
		}
	}

	private void gift(HttpServletResponse response) throws IOException {
		var text = bank.gift(BankQuestionsView.filter(list));
		response.setContentType("text/plain; charset=UTF-8");
		response.setHeader("Content-Disposition", "attachment; filename=\"questions.gift\"");
		response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
	}

	private String text(String key) {
		return Messages.text(here.getLocale(), key);
	}

	private void send(HttpServletRequest request, HttpServletResponse response, String name, List<String> columns, List<List<Object>> lines) throws IOException {
		TableDownload.send(request, response, name, columns.stream().map(this::text).toList(), table -> lines.forEach(table::line));
	}

	private long exam() {
		var id = list.number("exam");
		if (id == null) {
			throw new NotHereException("No exam is asked for");
		}
		return id;
	}

	private void questions(HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(request, response, "questions",
				List.of("training.bank.column.question", "training.field.part", "training.field.kind", "training.field.difficulty", "training.field.family", "training.field.tags", "training.bank.column.used"),
				bank.questions(BankQuestionsView.filter(list)).stream().map(row -> Arrays.<Object>asList(row.name(), row.part(), text("training.kind." + row.kind()), text("training.difficulty." + row.difficulty()),
						row.family(), String.join(", ", row.tags()), row.used())).toList());
	}

	private void exams(HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(request, response, "exams",
				List.of("training.column.exam", "training.column.state", "training.column.questions", "training.field.minutes", "training.field.pass-mark", "training.column.assigned", "training.column.passed",
						"training.column.waiting"),
				exams.exams().stream().map(row -> Arrays.<Object>asList(row.title(), text("training.state." + row.state()), row.questions(), row.minutes(), row.passMark(), row.assigned(), row.passed(), row.waiting()))
						.toList());
	}

	private void results(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = exams.exam(exam());
		send(request, response, "results-" + page.id(),
				List.of("training.column.person", "training.exam.teams.one", "training.column.state", "training.column.mark", "training.column.attempts", "training.column.due", "training.result.valid"),
				page.people().stream().map(row -> Arrays.<Object>asList(row.name(), row.team(), text("training.standing." + row.standing()), row.percent(), row.attempts(), row.dueOn(), row.validUntil())).toList());
	}

	private void items(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = exams.items(exam());
		send(request, response, "items-" + page.examId(),
				List.of("training.bank.column.question", "training.field.part", "training.field.kind", "training.items.n", "training.items.column.facility", "training.items.column.discrimination"),
				page.lines().stream().map(line -> Arrays.<Object>asList(line.name(), line.part(), text("training.kind." + line.kind()), line.n(), words.share(line.facility()), words.coefficient(line.discrimination())))
						.toList());
	}

	private void readiness(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = exams.readiness(0, Integer.MAX_VALUE);
		var lines = new ArrayList<List<Object>>();
		page.people().forEach(row -> page.exams().stream().filter(exam -> row.cells().containsKey(exam.id())).forEach(exam -> {
			var cell = row.cells().get(exam.id());
			lines.add(Arrays.asList(row.name(), row.team(), exam.title(), text("training.standing." + cell.standing()), cell.percent(), cell.validUntil()));
		}));
		send(request, response, "readiness", List.of("training.column.person", "training.exam.teams.one", "training.column.exam", "training.column.state", "training.column.mark", "training.result.valid"), lines);
	}
}
