package org.headcoach.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.headcoach.people.AccountRole;
import org.headcoach.people.Accounts;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.DemoTime;
import org.headcoach.people.Line;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Role;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What the demo company's people say of their training: one round is over, one is open and waits for the demo's rep. What is planted: whoever answers finds discovery worth most and the overview least, with much
 * noise. Needs the curriculum and the accounts.
 */
@ApplicationScoped
public class DemoSurveys {

	private static final String MOST = "Discovery in depth";
	private static final String LEAST = "Overview: process and matrix";
	/** Who is left to answer the open round. */
	private static final String REP = "Amira Nasser";
	private static final List<String> MISSING = List.of("How to talk with procurement", "What to do when nobody picks up in August", "A second look at pricing after three months", "How the contract is read line by line");

	@Inject
	private SurveyService surveys;

	@Inject
	private Accounts accounts;

	@Inject
	private Positions positions;

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	@Inject
	private DemoTime time;

	/** Asks two rounds, once. */
	public void load() {
		var account = accounts.find("trainer");
		if (account.isEmpty()) {
			return;
		}
		var trainer = new Actor(account.get().id(), account.get().name(), AccountRole.TRAINER, null, null);
		if (!current.as(trainer, surveys::surveys).isEmpty()) {
			return;
		}
		time.during(() -> {
			var today = people.today();
			// the same company every time it is loaded
			var dice = new Random(20_262);
			round(trainer, "Looking back in autumn", today.minusMonths(2), today.minusMonths(2).plusDays(14), dice);
			round(trainer, "Looking back in winter", today.minusDays(4), today.plusDays(10), dice);
		});
	}

	private void round(Actor trainer, String title, LocalDate on, LocalDate closes, Random dice) {
		time.at(on.atTime(9, 0));
		var from = LocalDate.of(2000, 1, 1);
		var id = current.as(trainer, () -> surveys.ask(new SurveyService.Ask(title, from, on.minusMonths(3), closes, "demo-" + title)));
		time.at(on.plusDays(2).atTime(15, 0));
		for (var place : positions.on(on).everybodyIn(Role.REP)) {
			if (!place.startedOn().isAfter(on.minusMonths(3)) && !place.name().equals(REP) && dice.nextInt(10) < 6) {
				answer(id, place, dice);
			}
		}
	}

	private void answer(long id, Line.Place place, Random dice) {
		var who = new Actor(null, place.name(), AccountRole.REP, place.personId(), null);
		current.as(who, () -> {
			var page = surveys.survey(id);
			var order = new ArrayList<>(IntStream.range(0, page.parts().size()).boxed().toList());
			Collections.shuffle(order, dice);
			lift(order, page.parts().indexOf(MOST), dice.nextInt(2));
			lift(order, page.parts().indexOf(LEAST), order.size() - 1 - dice.nextInt(2));
			surveys.answer(new SurveyService.Answer(id, order, dice.nextInt(5) == 0 ? MISSING.get(dice.nextInt(MISSING.size())) : null));
			return null;
		});
	}

	private static void lift(List<Integer> order, int part, int to) {
		if (part >= 0) {
			order.remove(Integer.valueOf(part));
			order.add(Math.min(to, order.size()), part);
		}
	}
}
