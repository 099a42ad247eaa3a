package org.headcoach.training;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.training.engine.Blueprint;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets a benchmark set an exam for people and begin their attempts, as the pages would: {@code ?title=One&people=1,2} answers the exam, {@code ?exam=1&people=1,2} the attempts.
 * A POST is answered with nothing: what the server takes for any small form. Part of no war but the benchmark's.
 */
@WebServlet("/benchmark/training")
public class TrainingDoor extends HttpServlet {

	static final int QUESTIONS = 20;

	private static final long serialVersionUID = 1L;

	@Inject
	private transient QuestionBankService bank;

	@Inject
	private transient ExamService exams;

	@Inject
	private transient SittingService sittings;

	@Inject
	private transient CurrentActor current;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setContentType("text/plain");
		var people = List.of(request.getParameter("people").split(",")).stream().map(Long::valueOf).toList();
		if (request.getParameter("title") != null) {
			response.getWriter().print(current.as(new Actor(null, "Benchmark", AccountRole.TRAINER, null, null), () -> exam(request.getParameter("title"), people)));
		} else {
			var exam = Long.parseLong(request.getParameter("exam"));
			response.getWriter().print(people.stream().map(person -> String.valueOf(current.as(new Actor(null, "Rep", AccountRole.REP, person, null), () -> sittings.start(exam)))).collect(Collectors.joining(",")));
		}
	}

	private long exam(String title, List<Long> people) {
		var part = bank.addPart("SALES_PROCESS", title);
		bank.importAll(QuestionBankService.Format.GIFT, IntStream.range(0, 2 * QUESTIONS).mapToObj(i -> "::" + title + " " + i + "::What comes " + i + ". in " + title + "? {=This ~That ~Neither ~Both}\n\n")
				.collect(Collectors.joining()), part);
		var exam = exams.write(new ExamService.WriteExam(null, null, new Exam.Rules(title, null, 60, 70, null, 0, true, true, false, 0, Shows.MARK, null), List.of(new Blueprint.Line(part, null, QUESTIONS)),
				"benchmark-" + title));
		exams.assign(exam, people, List.of(), null);
		exams.open(exam);
		return exam;
	}

	@Override
	protected void doPost(HttpServletRequest request, HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_NO_CONTENT);
	}
}
