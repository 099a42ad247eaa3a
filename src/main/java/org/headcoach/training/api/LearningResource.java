package org.headcoach.training.api;

import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TAKE_EXAMS;
import static org.headcoach.people.Permission.TRAIN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.people.Needs;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;
import org.headcoach.training.ClassPage;
import org.headcoach.training.ClassService;
import org.headcoach.training.ClassSession.Was;
import org.headcoach.training.ClassState;
import org.headcoach.training.MethodologyService;
import org.headcoach.training.TaskState;
import org.headcoach.training.engine.Evidence;
import org.headcoach.training.engine.Matrix;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The methodology, classes and what the account learns; to be read, with the rights of the pages. */
@Path("learning")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Classes", description = "The methodology, who learns it when, and how far they are")
public class LearningResource {

	@Schema(description = "A stage of the buyer journey")
	public record JourneyItem(Long partId, String name, String buyerDoes) {
	}

	@Schema(description = "What must have happened before a stage is left; evidence is ON_FILE or BUYER_CONFIRMS")
	public record CriterionItem(String criterion, Evidence evidence) {
	}

	@Schema(description = "A stage of the sales process. follows: place of the journey's stage, from 0; step: code of a step of the main funnel, null for none; verified: it needs the buyer's yes")
	public record StageItem(Long partId, String name, String sellerDoes, Integer follows, String step, boolean verified, List<CriterionItem> exit) {
	}

	@Schema(description = "A field of the qualifying matrix")
	public record FieldItem(Long partId, String name, String question, String goodAnswer) {
	}

	@Schema(description = "The methodology that holds")
	public record MethodologyDetail(int version, Instant publishedAt, Matrix matrix, List<JourneyItem> journey, List<StageItem> process, List<FieldItem> fields) {
	}

	@Schema(description = "A class. attendance: share of sessions at which people were there, in percent, null before the first is written down")
	public record ClassItem(long id, String title, String curriculum, LocalDate startsOn, LocalDate endsOn, ClassState state, long people, long held, long sessions, Long attendance) {
	}

	@Schema(description = "One page of classes")
	public record ClassList(List<ClassItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "A session of a class, on the clock of the company; held: it is written down who was there")
	public record SessionItem(long id, String title, LocalDateTime starts, LocalDateTime ends, String place, String teacher, boolean held) {
	}

	@Schema(description = "A task of the practicum")
	public record TaskItem(long id, String title, LocalDate dueOn) {
	}

	@Schema(description = "Somebody in a class, as far as the account sees people of it. attendance by session, tasks by task")
	public record LearnerItem(long personId, String name, boolean left, Map<Long, Was> attendance, Map<Long, TaskState> tasks) {
	}

	@Schema(description = "A class with its sessions, tasks and people")
	public record ClassDetail(long id, String title, String curriculum, LocalDate startsOn, LocalDate endsOn, ClassState state, List<SessionItem> sessions, List<TaskItem> tasks, List<LearnerItem> people) {
	}

	@Schema(description = "A task of the account's own")
	public record OwnTask(long classId, long taskId, String title, LocalDate dueOn, TaskState state) {
	}

	@Schema(description = "What the account learns: sessions to come, and tasks")
	public record Mine(List<SessionItem> sessions, List<OwnTask> tasks) {
	}

	@Inject
	private MethodologyService methodology;

	@Inject
	private ClassService classes;

	@GET
	@Path("methodology")
	@Needs({TAKE_EXAMS, SEE_READINESS, TRAIN})
	@Operation(operationId = "getMethodology", summary = "The methodology that holds", description = "Needs TAKE_EXAMS, SEE_READINESS or TRAIN.")
	@APIResponse(responseCode = "200", description = "The methodology")
	@APIResponse(responseCode = "404", description = "None is published")
	public MethodologyDetail methodology() {
		var page = methodology.methodology(null);
		var content = page.content();
		if (content == null) {
			throw new NotHereException("No methodology is published");
		}
		return new MethodologyDetail(page.versionNo(), page.publishedAt(), content.matrix(), content.journey().stream().map(one -> new JourneyItem(one.partId(), one.name(), one.buyerDoes())).toList(),
				content.process().stream().map(one -> new StageItem(one.partId(), one.name(), one.sellerDoes(), one.follows(), one.step(), one.verified(),
						one.exit().stream().map(criterion -> new CriterionItem(criterion.wording(), criterion.evidence())).toList())).toList(),
				content.fields().stream().map(one -> new FieldItem(one.partId(), one.name(), one.question(), one.goodAnswer())).toList());
	}

	@GET
	@Path("classes")
	@Needs({TAKE_EXAMS, SEE_READINESS, TRAIN})
	@Operation(operationId = "listClasses", summary = "Classes", description = "For who trains all, else those in which the account or people below it learn or teach. Needs TAKE_EXAMS, SEE_READINESS or TRAIN.")
	@APIResponse(responseCode = "200", description = "One page of classes")
	public ClassList classes(@Valid @BeanParam Paging paging) {
		var all = classes.classes();
		return new ClassList(all.stream().skip(paging.offset()).limit(paging.size())
				.map(row -> new ClassItem(row.id(), row.title(), row.curriculum(), row.startsOn(), row.endsOn(), row.state(), row.people(), row.held(), row.sessions(), row.there())).toList(), paging.page(), paging.size(),
				all.size());
	}

	@GET
	@Path("classes/{id}")
	@Needs({TAKE_EXAMS, SEE_READINESS, TRAIN})
	@Operation(operationId = "getClass", summary = "A class", description = "With people as far as the account sees them. Needs TAKE_EXAMS, SEE_READINESS or TRAIN.")
	@APIResponse(responseCode = "200", description = "The class")
	@APIResponse(responseCode = "404", description = "There is none that the account sees")
	public ClassDetail one(@Parameter(description = "Number of the class") @PathParam("id") long id) {
		var page = classes.page(id);
		return new ClassDetail(id, page.title(), page.curriculum(), page.startsOn(), page.endsOn(), page.state(), page.lessons().stream().map(LearningResource::session).toList(),
				page.tasks().stream().map(task -> new TaskItem(task.id(), task.title(), task.dueOn())).toList(),
				page.people().stream().map(person -> new LearnerItem(person.personId(), person.name(), person.left(), person.was(), person.tasks())).toList());
	}

	private static SessionItem session(ClassPage.Lesson lesson) {
		return new SessionItem(lesson.id(), lesson.title(), lesson.starts(), lesson.ends(), lesson.place(), lesson.teacher(), lesson.held());
	}

	@GET
	@Path("mine")
	@Needs({TAKE_EXAMS, TRAIN})
	@Operation(operationId = "getMyLearning", summary = "What the account learns", description = "Needs TAKE_EXAMS or TRAIN.")
	@APIResponse(responseCode = "200", description = "Sessions to come and tasks")
	public Mine mine() {
		var page = classes.mine();
		return new Mine(page.ahead().stream().map(one -> session(one.lesson())).toList(),
				page.tasks().stream().map(task -> new OwnTask(task.classId(), task.taskId(), task.title(), task.dueOn(), task.state())).toList());
	}
}
