package org.headcoach.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.DemoTime;
import org.headcoach.people.Line;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Role;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.pipeline.Quantity;
import org.headcoach.training.engine.Answer;
import org.headcoach.training.engine.Blueprint;
import org.headcoach.training.engine.Difficulty;
import org.headcoach.training.engine.Key;
import org.headcoach.training.engine.Picture;
import org.headcoach.training.engine.PictureFile;
import org.headcoach.training.engine.Question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

/**
 * What the demo company has trained: a bank of its own, an exam about the process that the teams of the demo's director sat months ago, and one about qualifying that is open.
 * Who sells more knows more, with noise; it goes through the services as people would, on their days.
 */
@ApplicationScoped
public class DemoTraining {

	private static final String PROCESS = "Buyer journey and sales process";
	private static final String QUALIFYING = "Qualifying matrix";
	private static final List<String> TEAMS = List.of("Harbor", "Canyon");
	/** Whose exam is left open: the demo's rep. */
	private static final String REP = "Amira Nasser";

	@Inject
	private QuestionBankService bank;

	@Inject
	private ExamService exams;

	@Inject
	private SittingService sittings;

	@Inject
	private Attempts attempts;

	@Inject
	private MonthlyFigures figures;

	@Inject
	private PeopleService people;

	@Inject
	private Positions positions;

	@Inject
	private CurrentActor current;

	@Inject
	private DemoTime time;

	/** Fills the bank and lets people sit; what a load that was killed has done already is not done again. */
	@ActivateRequestContext
	public void load() {
		time.during(this::train);
	}

	private void train() {
		var running = YearMonth.from(people.today());
		var trainer = new Actor(null, "Tessa Lindqvist", AccountRole.TRAINER, null, null);
		time.at(running.minusMonths(4).atDay(3).atTime(9, 0));
		as(trainer, this::fill);
		var teams = positions.in(running).everybody().stream().filter(place -> place.role() == Role.REP && TEAMS.contains(place.teamName()) && place.startedOn().isBefore(running.minusMonths(4).atDay(1))).sorted(Comparator.comparing(Line.Place::personId)).toList();
		var process = as(trainer, () -> exam(PROCESS, "What everybody who sells here has to know: how buyers buy, and how our stages follow from it.", List.of("Awareness", "Consideration", "Decision", "Prospecting", "Discovery", "Demo", "Closing"), 2, 25, 70, teams));
		var knowledge = knowledge(teams, running);
		var day = running.minusMonths(3).atDay(6);
		for (var place : teams) {
			day = day.plusDays(1);
			time.at(day.atTime(10, 0));
			sit(process, place, knowledge.get(place.personId()));
		}
		time.at(running.minusMonths(1).atDay(20).atTime(9, 0));
		var qualifying = as(trainer, () -> exam(QUALIFYING, "Goals, plans, challenges, timeline; budget, authority; consequences and implications.", List.of("Goals and plans", "Challenges and timeline", "Budget and authority"), 4, 20, 80, teams));
		var turn = 0;
		for (var place : teams) {
			if (!place.name().equals(REP) && turn++ % 4 != 0) {
				time.at(running.minusMonths(1).atDay(22).plusDays(turn % 5).atTime(11, 0));
				sit(qualifying, place, knowledge.get(place.personId()));
			}
		}
	}

	private Void fill() {
		if (!bank.questions(QuestionBankService.Filter.NONE).isEmpty()) {
			return null;
		}
		List.of("Awareness", "Consideration", "Decision").forEach(name -> part("BUYER_JOURNEY", name));
		List.of("Prospecting", "Discovery", "Demo", "Closing").forEach(name -> part("SALES_PROCESS", name));
		List.of("Goals and plans", "Challenges and timeline", "Budget and authority").forEach(name -> part("QUALIFYING", name));
		var imported = bank.importAll(QuestionBankService.Format.GIFT, file(), bank.parts().get(0).id());
		if (!imported.errors().isEmpty()) {
			throw new IllegalStateException("The demo's questions cannot be read: " + imported.errors());
		}
		bank.write(withAPicture(bank.parts().stream().filter(part -> part.name().equals("Prospecting")).findFirst().orElseThrow().id()));
		return null;
	}

	private void part(String kind, String name) {
		if (bank.parts().stream().noneMatch(part -> part.name().equals(name))) {
			bank.addPart(kind, name);
		}
	}

	/** The one question of the demo that shows a picture. */
	static QuestionBankService.WriteQuestion withAPicture(long part) {
		var funnel = PictureFile.of(bytes("demo-funnel.png"));
		var key = new Key.Single(List.of(choice("From leads to connects", 0, "Half of them are reached: look at the other steps."), choice("From connects to demos", 0, "Three of five go on: look at the last step."),
				choice("From demos to customers", 100, "One of ten, where the steps before keep half and more.")));
		return new QuestionBankService.WriteQuestion(null, null, part, new Question("Reading a funnel", "At which step does this funnel lose the largest share?", key, "", Difficulty.MEDIUM, BigDecimal.ONE, "", "",
				List.of("process"), List.of(new Picture(funnel.print(), "Bars of a funnel: 400 leads, 200 connects, 120 demos, 12 customers"))), List.of(funnel));
	}

	private static Key.Choice choice(String text, int weight, String feedback) {
		return new Key.Choice(text, BigDecimal.valueOf(weight), feedback);
	}

	static String file() {
		return new String(bytes("demo-questions.gift"), StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String name) {
		try (var file = DemoTraining.class.getResourceAsStream("/org/headcoach/training/" + name)) {
			return file.readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private long exam(String title, String about, List<String> names, int each, int minutes, int passMark, List<Line.Place> who) {
		var known = exams.exams().stream().filter(row -> row.title().equals(title)).findFirst();
		if (known.isPresent() && known.get().state() != ExamState.DRAFT) {
			return known.get().id();
		}
		var parts = bank.parts();
		var lines = names.stream().map(name -> new Blueprint.Line(parts.stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow().id(), (Difficulty) null, each)).toList();
		var id = known.isPresent() ? known.get().id()
				: exams.write(new ExamService.WriteExam(null, null, new Exam.Rules(title, about, minutes, passMark, 3, 24, true, true, false, 0, Shows.SOLUTIONS, 12), lines, "demo-" + title.hashCode()));
		exams.assign(id, who.stream().map(Line.Place::personId).toList(), List.of(), people.today().plusMonths(1).plusDays(14));
		exams.open(id);
		return id;
	}

	/** How likely each answers right: by rank of the deals won in the last half year, and by the luck of the day. */
	private Map<Long, Double> knowledge(List<Line.Place> who, YearMonth running) {
		var won = new HashMap<Long, BigDecimal>();
		var table = as(Actor.SYSTEM, () -> figures.of(who.stream().map(Line.Place::personId).toList(), running.minusMonths(6), running.minusMonths(1)));
		who.forEach(place -> won.put(place.personId(), table.over(place.personId()).get(Quantity.DEALS_WON)));
		var ranked = who.stream().sorted(Comparator.comparing(place -> won.get(place.personId()))).toList();
		var luck = new Random(7);
		var chance = new HashMap<Long, Double>();
		for (int i = 0; i < ranked.size(); i++) {
			chance.put(ranked.get(i).personId(), Math.max(0.35, Math.min(0.97, 0.55 + 0.35 * i / Math.max(1, ranked.size() - 1) + 0.1 * luck.nextGaussian())));
		}
		return chance;
	}

	private void sit(long exam, Line.Place place, double knows) {
		var who = new Actor(null, place.name(), AccountRole.REP, place.personId(), null);
		if (as(who, () -> sittings.mine()).stream().anyMatch(own -> own.examId() == exam && own.attempts() > 0)) {
			return;
		}
		var luck = new Random(place.personId() * 31 + exam);
		as(who, () -> {
			var attempt = sittings.start(exam);
			var page = sittings.sitting(attempt);
			page.questions().forEach(item -> sittings.save(attempt, item.ordinal(), page.now() + item.ordinal(), answer(attempt, item, luck.nextDouble() < knows, luck), false));
			sittings.submit(attempt);
			return attempt;
		});
	}

	/** The right answer as the attempt shows it, or some other. */
	private String answer(long attempt, SittingPage.Item item, boolean right, Random luck) {
		var kept = attempts.question(attempt, item.ordinal());
		var key = attempts.keys(List.of(kept.versionId())).get(kept.versionId());
		var shuffle = attempts.find(attempt).shuffle(item.ordinal(), key);
		var meant = right ? AnswerText.best(key) : wrong(key, luck);
		return meant.toShow(key, shuffle).kept();
	}

	private static Answer wrong(Key key, Random luck) {
		return switch (key.kind()) {
			case SINGLE -> Answer.Chosen.of(luck.nextInt(key.places()));
			case MULTIPLE -> new Answer.Chosen(1 + luck.nextInt((1 << key.places()) - 1));
			case TRUE_FALSE -> Answer.Chosen.of(luck.nextInt(2));
			case MATCHING -> new Answer.Placed(((Key.Matching) key).asked().stream().map(pair -> luck.nextInt(key.places())).toList());
			case ORDERING -> new Answer.Placed(IntStream.range(0, key.places()).map(i -> key.places() - 1 - i).boxed().toList());
			case NUMERIC -> new Answer.Written(String.valueOf(luck.nextInt(100)));
			case SHORT, ESSAY -> new Answer.Written("I would ask my manager.");
		};
	}

	private <T> T as(Actor actor, Supplier<T> work) {
		return current.as(actor, work);
	}
}
