package org.headcoach.training.api;

import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TAKE_EXAMS;
import static org.headcoach.people.Permission.TRAIN;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.people.Needs;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;
import org.headcoach.training.ExamPage;
import org.headcoach.training.ExamService;
import org.headcoach.training.ExamState;
import org.headcoach.training.Shows;
import org.headcoach.training.SittingService;
import org.headcoach.training.engine.Difficulty;
import org.headcoach.training.engine.QuestionKind;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Exams, whom they are assigned to, what came of them and what their questions tell; to be read, with the rights of the pages. */
@Path("training")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exams", description = "Exams about facts, their results, and how good their questions are")
public class ExamsResource {

	@Schema(description = "An exam. passMark in percent; assigned, passed and waiting count people; waiting: a person has to mark an answer first")
	public record ExamItem(long id, String title, ExamState state, int questions, int minutes, int passMark, int assigned, int passed, int waiting) {
	}

	@Schema(description = "One page of exams, the latest first")
	public record ExamList(List<ExamItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "So many questions of a part are drawn; difficulty null: any; inBank: how many there are")
	public record BlueprintItem(long partId, String part, Difficulty difficulty, int questions, int inBank) {
	}

	@Schema(description = "An exam with its rules. attempts and validMonths null: without limit; penalty: percent of its points that a wrong answer costs; shows: what a result tells")
	public record ExamDetail(long id, String title, String about, ExamState state, int minutes, int passMark, Integer attempts, int waitHours, boolean shuffleQuestions, boolean shuffleAnswers, boolean noGoingBack,
			int penalty, Shows shows, Integer validMonths, List<BlueprintItem> blueprint) {
	}

	@Schema(description = "Somebody to whom an exam is assigned. extraPercent: more time than others; mark: percent of the best attempt, null for none; attemptId: of the attempt that is told of")
	public record AssignmentItem(long personId, String person, String team, LocalDate dueOn, int extraPercent, int attempts, ExamPage.Standing standing, BigDecimal mark, LocalDate validUntil, Long attemptId) {
	}

	@Schema(description = "One page of assignments, by name")
	public record AssignmentList(List<AssignmentItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "An attempt that has ended. mark in percent, never rounded up; passed null: a person has to mark it first; byClock: its time ended it")
	public record ResultItem(long attemptId, long personId, String person, int attempt, Instant startedAt, Instant finishedAt, boolean byClock, BigDecimal mark, Boolean passed, LocalDate validUntil, int waiting) {
	}

	@Schema(description = "One page of attempts that have ended, by name and number")
	public record ResultList(List<ResultItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "Who chose an answer: of the better half of the attempts and of the other")
	public record DistractorItem(String text, boolean right, int better, int other) {
	}

	@Schema(description = "A question over all attempts. facility: mean credit; discrimination: its correlation with the other questions, null below 10 attempts; misleading: those who know more answer it worse, by more than chance")
	public record QuestionItem(long questionId, String name, String part, QuestionKind kind, int attempts, Double facility, Double discrimination, boolean misleading, List<DistractorItem> choices) {
	}

	@Schema(description = "What the questions of an exam tell. reliability: Cronbach's alpha, null while attempts had different questions or are fewer than 10")
	public record ItemAnalysisDetail(long examId, String title, int attempts, Double reliability, List<QuestionItem> questions) {
	}

	@Schema(description = "An exam of the own. next: what can be done now; startsAgain: from when, where one has to wait; attemptId: the one that runs, or else the last")
	public record OwnExamItem(long examId, String title, int minutes, int questions, int passMark, LocalDate dueOn, SittingService.Next next, Instant startsAgain, int attempts, Integer attemptsLeft, BigDecimal mark,
			Boolean passed, LocalDate validUntil, Long attemptId) {
	}

	@Schema(description = "One page of the own exams")
	public record OwnExamList(List<OwnExamItem> items, int page, int size, long total) implements Paged {
	}

	@Inject
	private ExamService exams;

	@Inject
	private SittingService sittings;

	@GET
	@Path("exams")
	@Needs(TRAIN)
	@Operation(operationId = "listExams", summary = "All exams", description = "The latest first. Needs TRAIN.")
	@APIResponse(responseCode = "200", description = "One page of exams")
	public ExamList list(@Valid @BeanParam Paging paging) {
		var all = exams.exams();
		return new ExamList(cut(all, paging).stream()
				.map(row -> new ExamItem(row.id(), row.title(), row.state(), row.questions(), row.minutes(), row.passMark(), row.assigned(), row.passed(), row.waiting())).toList(), paging.page(), paging.size(), all.size());
	}

	@GET
	@Path("exams/{id}")
	@Needs(TRAIN)
	@Operation(operationId = "getExam", summary = "An exam", description = "Its rules and its blueprint. Needs TRAIN.")
	@APIResponse(responseCode = "200", description = "The exam")
	@APIResponse(responseCode = "404", description = "There is none")
	public ExamDetail exam(@Parameter(description = "Number of the exam") @PathParam("id") long id) {
		var page = exams.exam(id);
		var rules = page.rules();
		return new ExamDetail(id, rules.title(), rules.about(), page.state(), rules.minutes(), rules.passMark(), rules.attempts(), rules.waitHours(), rules.shuffleQuestions(), rules.shuffleAnswers(),
				rules.noGoingBack(), rules.penalty(), rules.shows(), rules.validMonths(),
				page.lines().stream().map(line -> new BlueprintItem(line.partId(), line.part(), line.difficulty(), line.count(), line.found())).toList());
	}

	@GET
	@Path("exams/{id}/assignments")
	@Needs(TRAIN)
	@Operation(operationId = "listExamAssignments", summary = "Whom an exam is assigned to", description = "With how they stand today. Needs TRAIN.")
	@APIResponse(responseCode = "200", description = "One page of assignments")
	@APIResponse(responseCode = "404", description = "There is no such exam")
	public AssignmentList assignments(@Parameter(description = "Number of the exam") @PathParam("id") long id, @Valid @BeanParam Paging paging) {
		var all = exams.exam(id).people();
		return new AssignmentList(cut(all, paging).stream().map(line -> new AssignmentItem(line.personId(), line.name(), line.team(), line.dueOn(), line.extraPercent(), line.attempts(), line.standing(),
				line.percent(), line.validUntil(), line.attemptId())).toList(), paging.page(), paging.size(), all.size());
	}

	@GET
	@Path("exams/{id}/results")
	@Needs({SEE_READINESS, TRAIN})
	@Operation(operationId = "listExamResults", summary = "What came of an exam", description = "Attempts of the people below in the line, for who trains of everybody. Needs SEE_READINESS or TRAIN.")
	@APIResponse(responseCode = "200", description = "One page of attempts")
	@APIResponse(responseCode = "404", description = "There is no such exam that the account sees")
	public ResultList results(@Parameter(description = "Number of the exam") @PathParam("id") long id, @Valid @BeanParam Paging paging) {
		var all = exams.results(id);
		return new ResultList(cut(all, paging).stream().map(row -> new ResultItem(row.attemptId(), row.personId(), row.person(), row.attemptNo(), row.startedAt(), row.finishedAt(), row.byClock(), row.percent(),
				row.passed(), row.validUntil(), row.waiting())).toList(), paging.page(), paging.size(), all.size());
	}

	@GET
	@Path("exams/{id}/items")
	@Needs(TRAIN)
	@Operation(operationId = "getItemAnalysis", summary = "What the questions tell", description = "Facility, discrimination, distractors and reliability over all attempts that have ended. Needs TRAIN.")
	@APIResponse(responseCode = "200", description = "The analysis")
	@APIResponse(responseCode = "404", description = "There is no such exam")
	public ItemAnalysisDetail items(@Parameter(description = "Number of the exam") @PathParam("id") long id) {
		var page = exams.items(id);
		return new ItemAnalysisDetail(id, page.title(), page.attempts(), page.reliability(),
				page.lines().stream().map(line -> new QuestionItem(line.questionId(), line.name(), line.part(), line.kind(), line.n(), line.facility(), line.discrimination(), line.misleads(),
						line.distractors().stream().map(one -> new DistractorItem(one.text(), one.right(), one.better(), one.other())).toList())).toList());
	}

	@GET
	@Path("own-exams")
	@Needs(TAKE_EXAMS)
	@Operation(operationId = "listOwnExams", summary = "The own exams", description = "Assigned to the account's person, with what can be done next. Needs TAKE_EXAMS.")
	@APIResponse(responseCode = "200", description = "One page of exams")
	public OwnExamList own(@Valid @BeanParam Paging paging) {
		var all = sittings.mine();
		return new OwnExamList(cut(all, paging).stream().map(row -> new OwnExamItem(row.examId(), row.title(), row.minutes(), row.questions(), row.passMark(), row.dueOn(), row.next(), row.startsAgain(), row.attempts(),
				row.attemptsLeft(), row.best(), row.passed(), row.validUntil(), row.attemptId())).toList(), paging.page(), paging.size(), all.size());
	}

	private static <T> List<T> cut(List<T> all, Paging paging) {
		return all.stream().skip(paging.offset()).limit(paging.size()).toList();
	}
}
