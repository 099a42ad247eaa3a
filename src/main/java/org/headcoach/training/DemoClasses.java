package org.headcoach.training;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.headcoach.people.AccountRole;
import org.headcoach.people.Accounts;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.DemoTime;
import org.headcoach.people.Line;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Role;
import org.headcoach.training.ClassSession.Was;
import org.headcoach.training.engine.Evidence;
import org.headcoach.training.engine.ExitCriteria.Criterion;
import org.headcoach.training.engine.Matrix;
import org.headcoach.training.engine.Methodology;
import org.headcoach.training.engine.Schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What the demo company teaches: a methodology made of the bank's parts, a curriculum laid out from it, a class that is over with its attendance and its practicum, and one
 * that the newest hires are in. It goes through the services on the days on which it would have happened. Needs the accounts, of which one trains.
 */
@ApplicationScoped
public class DemoClasses {

	private static final int LEARNERS = 6;
	/** The demo's rep learns in the class that is running, whoever the newest are. */
	private static final String REP = "Amira Nasser";

	@Inject
	private MethodologyService methodology;

	@Inject
	private CurriculumService curricula;

	@Inject
	private ClassService classes;

	@Inject
	private Bank bank;

	@Inject
	private Accounts accounts;

	@Inject
	private PeopleService people;

	@Inject
	private Positions positions;

	@Inject
	private CurrentActor current;

	@Inject
	private DemoTime time;

	/** Teaches the last months, once. */
	public void load() {
		var account = accounts.find("trainer");
		if (account.isEmpty() || methodology.latest().isPresent()) {
			return;
		}
		var trainer = new Actor(account.get().id(), account.get().name(), AccountRole.TRAINER, null, null);
		time.during(() -> current.as(trainer, () -> {
			teach();
			return null;
		}));
	}

	private void teach() {
		var today = people.today();
		time.at(today.minusMonths(13).withDayOfMonth(1).atTime(10, 0));
		publish();
		time.at(today.minusMonths(3).atTime(10, 0));
		superpowers();
		var curriculum = layOut();
		var rhythm = new Schedule.Rhythm(Set.of(), LocalTime.of(9, 0), LocalTime.of(16, 0), 2);
		// the teachers are not among those who learn
		var teaching = curricula.curriculum(curriculum).sessions().stream().map(CurriculumPage.Session::teacherKey).filter(key -> key != null).toList();
		var reps = positions.on(today).everybodyIn(Role.REP).stream().filter(place -> !teaching.contains("person-" + place.personId()))
				.sorted(Comparator.comparing(Line.Place::startedOn).reversed().thenComparing(Line.Place::personId)).toList();
		var newest = new ArrayList<>(reps.stream().filter(place -> place.name().equals(REP)).toList());
		reps.stream().filter(place -> !place.name().equals(REP)).limit(LEARNERS - 1).forEach(newest::add);
		var before = reps.stream().filter(place -> !newest.contains(place)).limit(LEARNERS).toList();
		var firstDay = people.calendar().onOrAfter(today.minusMonths(2));
		past(plan(curriculum, "First class", firstDay, before, rhythm), today);
		var began = today;
		for (int days = 0; days < 2; days += people.calendar().isWorkingDay(began) ? 1 : 0) {
			began = began.minusDays(1);
		}
		running(plan(curriculum, "Class of the newest", began, newest, rhythm), today);
	}

	private void publish() {
		var parts = new HashMap<String, Long>();
		bank.parts().forEach(part -> parts.put(part.name(), part.id()));
		methodology.begin();
		var draft = methodology.draft().orElseThrow();
		var mailed = new Criterion("The summary of the call is mailed to the buyer", Evidence.ON_FILE);
		var confirmed = new Criterion("The buyer has confirmed the summary", Evidence.BUYER_CONFIRMS);
		var content = new Methodology(Matrix.GPCT,
				List.of(new Methodology.JourneyStage(parts.get("Awareness"), "Awareness", "Finds that leads from trade fairs lead nowhere, and looks for the reason."),
						new Methodology.JourneyStage(parts.get("Consideration"), "Consideration", "Compares ways to get more from the same fairs: people, an agency, software."),
						new Methodology.JourneyStage(parts.get("Decision"), "Decision", "Chooses one offer and explains the price to somebody who was not there.")),
				List.of(new Methodology.ProcessStage(parts.get("Prospecting"), "Prospecting", "Finds companies that fit and gives them something worth an answer.", 0, "CONNECTS", false,
						List.of(new Criterion("The company fits the profile, and says why in the record", Evidence.ON_FILE), new Criterion("Somebody there has answered", Evidence.ON_FILE))),
						new Methodology.ProcessStage(parts.get("Discovery"), "Discovery", "Finds the goal, the plan, what stands in the way and by when, and sums it up in writing.", 1, "DISCOVERIES", true, List.of(mailed, confirmed)),
						new Methodology.ProcessStage(parts.get("Demo"), "Demo", "Shows three things that belong to what the buyer has confirmed.", 1, "DEMOS", false,
								List.of(new Criterion("Each thing shown stands beside a sentence of the buyer’s", Evidence.ON_FILE), new Criterion("The buyer has named who decides", Evidence.BUYER_CONFIRMS))),
						new Methodology.ProcessStage(parts.get("Closing"), "Closing", "Plans back from the buyer’s own date, with both names at each step.", 2, "CUSTOMERS", false,
								List.of(new Criterion("The plan to the decision stands in both calendars", Evidence.BUYER_CONFIRMS), new Criterion("The offer is signed", Evidence.ON_FILE)))),
				List.of(new Methodology.Field(parts.get("Goals and plans"), "Goal", "What does the business want to reach this year?", "A figure and a date; without a figure it is not complete"),
						new Methodology.Field(null, "Plan", "How do you want to get there?", "Steps that can work, and of which we can help with at least one"),
						new Methodology.Field(parts.get("Challenges and timeline"), "Challenge", "What stands in the way of this plan?", "An obstacle that they have tried to remove before"),
						new Methodology.Field(null, "Timeline", "By when do the first results have to be there?", "A date, and what depends on it")));
		// a funnel of the company's own has other steps
		var steps = methodology.steps().stream().map(CertificationPage.Stage::code).toList();
		var known = new Methodology(content.matrix(), content.journey(), content.process().stream().map(stage -> new Methodology.ProcessStage(stage.partId(), stage.name(), stage.sellerDoes(), stage.follows(),
				steps.contains(stage.step()) ? stage.step() : null, stage.verified(), stage.exit())).toList(), content.fields());
		methodology.publish(methodology.write(draft.version(), known, null));
	}

	/** The stages by the one whom the figures point to; who is taken already teaches nothing else. */
	private void superpowers() {
		var page = curricula.superpowers();
		var taken = new ArrayList<Long>();
		for (var stage : page.stages()) {
			var hinted = page.lines().stream().filter(line -> line.hint() != null && line.hint().partId() == stage.partId());
			Stream.concat(hinted, page.lines().stream()).filter(line -> !taken.contains(line.personId()) && !line.name().equals(REP)).findFirst().ifPresent(line -> {
				taken.add(line.personId());
				curricula.recordSuperpower(line.personId(), stage.partId(), "Recorded calls of the last quarter");
			});
		}
	}

	private long layOut() {
		var deep = new HashMap<String, String>();
		methodology.methodology(null).content().process().forEach(stage -> deep.put(stage.name(), stage.name() + " in depth"));
		var id = curricula.layOut(new CurriculumService.LayOut("Classroom of new hires", "Overview: process and matrix", deep, List.of(
				new CurriculumService.NewTask(null, "Build a site of your own", "Build a small website about something that you know well, on an address of your own. You live what our buyers do all day. Hand in its address.", 5),
				new CurriculumService.NewTask(null, "Write", "Write three articles for people who look for answers to a question, not for your product. Hand in the addresses.", 12),
				new CurriculumService.NewTask(1, "Discovery on paper", "Take a company that you buy from and write down goal, plan, challenge and timeline as you think they are. Say what you would ask first.", 3),
				new CurriculumService.NewTask(null, "Get leads", "Offer something that is worth an e-mail address and get ten people to leave theirs. Hand in how many came and how many stayed.", 26)), "demo-classroom"));
		var sessions = curricula.curriculum(id).sessions();
		material(sessions.get(0), MaterialKind.TEXT, "Before you come", null, "Think of the last thing that you bought for more than a month’s pay. When did you first notice that you needed it? Who talked you into it, and who nearly talked you out of it?", null);
		material(sessions.get(0), MaterialKind.FILE, "Journey, process, matrix on one page", null, null, "Journey, process, matrix\n\nAwareness - Consideration - Decision\nProspecting - Discovery - Demo - Closing\nGoal - Plan - Challenge - Timeline\n");
		material(sessions.get(2), MaterialKind.VIDEO, "A discovery call of eleven minutes", "https://videos.example.com/discovery-call", null, null);
		material(sessions.get(2), MaterialKind.LINK, "Summaries that buyers confirm", "https://handbook.example.com/summaries", null, null);
		return id;
	}

	private void material(CurriculumPage.Session session, MaterialKind kind, String title, String address, String words, String file) {
		curricula.addMaterial(new CurriculumService.AddMaterial(session.id(), kind, title, address, words, title + ".txt", file == null ? null : file.getBytes(StandardCharsets.UTF_8)));
	}

	private long plan(long curriculum, String title, LocalDate first, List<Line.Place> who, Schedule.Rhythm rhythm) {
		time.at(first.minusDays(7).atTime(11, 0));
		return classes.plan(new ClassService.PlanClass(curriculum, title, first, who.stream().filter(place -> positions.on(first).of(place.personId()) != null).map(Line.Place::personId).toList(), List.of(), rhythm,
				"Training room", "demo-" + first));
	}

	/** Everything is written down and reviewed; one has left out a session and one had to do a task again. */
	private void past(long id, LocalDate today) {
		var dice = new Random(4_711);
		for (var lesson : classes.page(id).lessons()) {
			time.at(lesson.ends().plusMinutes(5));
			attend(id, lesson, dice);
		}
		for (var task : classes.page(id).tasks()) {
			if (task.dueOn().isBefore(today)) {
				for (var person : classes.page(id).people()) {
					time.at(task.dueOn().minusDays(1 + dice.nextInt(2)).atTime(8 + dice.nextInt(9), 15));
					handIn(id, task, person, "My first version.");
					time.at(task.dueOn().atTime(10, 0));
					var again = dice.nextInt(5) == 0;
					review(id, task, person, !again);
					if (again) {
						time.at(task.dueOn().atTime(16, 0));
						handIn(id, task, person, "With a figure and a date this time.");
						time.at(task.dueOn().plusDays(1).atTime(9, 0));
						review(id, task, person, true);
					}
				}
			}
		}
	}

	/** The sessions that are over are written down but the last one; one task waits for a review, one came back. */
	private void running(long id, LocalDate today) {
		var over = classes.page(id).lessons().stream().filter(lesson -> lesson.starts().toLocalDate().isBefore(today)).toList();
		var dice = new Random(11);
		over.stream().limit(Math.max(0, over.size() - 1)).forEach(lesson -> {
			time.at(lesson.ends().plusMinutes(5));
			attend(id, lesson, dice);
		});
		var page = classes.page(id);
		var others = page.people().stream().filter(person -> !person.name().equals(REP)).toList();
		if (page.tasks().isEmpty() || others.size() < 2) {
			return;
		}
		time.at(today.atTime(6, 30));
		handIn(id, page.tasks().get(0), others.get(0), "It is about beekeeping in towns.");
		handIn(id, page.tasks().get(0), others.get(1), "Not finished yet.");
		review(id, page.tasks().get(0), others.get(1), false);
	}

	private void attend(long id, ClassPage.Lesson lesson, Random dice) {
		var was = new HashMap<Long, Was>();
		classes.page(id).people().forEach(person -> {
			var throwOf = person.name().equals(REP) ? lesson.title().startsWith("Overview") ? 0 : 9 : dice.nextInt(12);
			was.put(person.personId(), throwOf == 9 ? Was.EXCUSED : throwOf == 10 ? Was.LATE : throwOf == 11 ? Was.ABSENT : Was.PRESENT);
		});
		classes.attend(lesson.id(), Map.copyOf(was));
	}

	private void handIn(long id, ClassPage.Task task, ClassPage.Person person, String words) {
		current.as(new Actor(null, person.name(), AccountRole.REP, person.personId(), null), () -> {
			classes.handIn(new ClassService.HandInTask(id, task.id(), words, task.title().startsWith("Build") ? "https://example.com/" + person.personId() : null, null, null));
			return null;
		});
	}

	private void review(long id, ClassPage.Task task, ClassPage.Person person, boolean accepted) {
		var waiting = classes.task(id, task.id(), person.personId()).waiting();
		classes.review(new ClassService.ReviewHandIn(waiting.id(), waiting.version(), accepted, accepted ? "Good: I would read on." : "Whom is it for? Put a figure and a date into it."));
	}
}
