package org.headcoach.contests;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.headcoach.contests.engine.ContestLint;
import org.headcoach.contests.engine.TieRule;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.DemoTime;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Role;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

/**
 * What the demo company has played: a month of connects that is settled, the last full month's demos that wait to be, and one that is announced for the month to come.
 * It goes through the services as the manager who would have done it, on the days on which she would have: every rule holds for it, and each night knows its day.
 */
@ApplicationScoped
public class DemoContests {

	/** Whose people play: the team of the demo's manager. */
	private static final String TEAM = "Harbor";
	private static final List<String> NAMES = List.of("Otters", "Lynx", "Falcons");

	@Inject
	private ContestService contests;

	@Inject
	private SettlementService settlement;

	@Inject
	private ContestWatch watch;

	@Inject
	private PeopleService people;

	@Inject
	private Positions positions;

	@Inject
	private CurrentActor current;

	@Inject
	private DemoTime time;

	/** Plays the last months; what a load that was killed has played already is not played again. Needs the company, its people and what they did. */
	@ActivateRequestContext
	public void load() {
		time.during(this::play);
	}

	private void play() {
		var running = YearMonth.from(people.today());
		var last = running.minusMonths(1);
		var earlier = running.minusMonths(3);
		play("VOLUME:CONNECTS", earlier, "Connects in " + monthName(earlier), "A boat trip with dinner on board", 12);
		settle(earlier);
		play("VOLUME:DEMOS", last, "Demos in " + monthName(last), "An afternoon of sailing together", 4);
		time.at(running.atDay(1).atTime(9, 0));
		write("VOLUME:DISCOVERIES", running.plusMonths(1), "Discovery calls in " + monthName(running.plusMonths(1)), "Go-karts and pizza for the whole team", null);
	}

	private static String monthName(YearMonth month) {
		return month.getMonth().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH);
	}

	/** From the announcement to the last night. */
	private void play(String code, YearMonth month, String title, String prize, Integer cap) {
		time.at(month.minusMonths(1).atDay(25).atTime(10, 0));
		write(code, month, title, prize, cap);
		for (var day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
			time.at(day.atTime(21, 1));
			system(watch::takeNights);
		}
	}

	private void write(String code, YearMonth month, String title, String prize, Integer cap) {
		if (find(title) != null) {
			return;
		}
		var manager = manager(YearMonth.from(people.today()));
		as(manager, () -> {
			var id = contests.write(new ContestService.WriteContest(null, null, title, null, null, people.company().zone(), month.atDay(1).atStartOfDay(), month.plusMonths(1).atDay(1).atStartOfDay(),
					LocalTime.of(21, 0), List.of(new DraftPage.Counting(code, BigDecimal.ONE, cap)), false, TieRule.MORE_PEOPLE, prize, Contest.PrizeFor.TEAM, null, null, false, manager.name(),
					"demo-" + code + "-" + month));
			contests.choose(id, contests.draft(id).candidates().stream().map(DraftPage.Candidate::personId).toList());
			contests.draw(new ContestService.DrawTeams(id, NAMES, Set.of(), Set.of(), false));
			contests.announce(new ContestService.AnnounceContest(id, contests.draft(id).version(), reasons(contests.draft(id))));
			return id;
		});
		system(watch::countDue);
	}

	/** What the demo's manager answers where a practice is not kept. */
	private static Map<ContestLint.Rule, String> reasons(DraftPage draft) {
		return draft.findings().stream().filter(finding -> finding.level() == ContestLint.Level.WARN)
				.collect(java.util.stream.Collectors.toMap(ContestLint.Finding::rule, finding -> "Known, and right for this team."));
	}

	private void settle(YearMonth month) {
		time.at(month.plusMonths(1).atDay(3).atTime(11, 0));
		var manager = manager(YearMonth.from(people.today()));
		as(manager, () -> {
			var row = contests.contests().stream().filter(one -> one.phase() == Phase.ENDED).findFirst();
			row.ifPresent(ended -> {
				settlement.count(ended.id());
				var page = contests.contest(ended.id());
				settlement.settle(new SettlementService.SettleContest(ended.id(), page.countNo(),
						page.teams().stream().filter(team -> team.rank() == 1).map(ContestPage.TeamLine::id).collect(java.util.stream.Collectors.toSet()), "Every connect was looked at in the CRM."));
				settlement.logPrize(new SettlementService.LogPrize(ended.id(), page.prize().what(), BigDecimal.valueOf(480), people.company().currency().getCurrencyCode(), people.today(),
						"demo-prize-" + month));
			});
			return null;
		});
	}

	private Long find(String title) {
		return system(() -> contests.contests().stream().filter(row -> row.title().equals(title)).map(ContestRow::id).findFirst().orElse(null));
	}

	private Actor manager(YearMonth month) {
		return positions.in(month).everybody().stream().filter(place -> place.role() == Role.MANAGER && TEAM.equals(place.teamName())).findFirst()
				.map(place -> new Actor(null, place.name(), AccountRole.MANAGER, place.personId(), null)).orElseThrow();
	}

	private <T> T as(Actor actor, Supplier<T> work) {
		return current.as(actor, work);
	}

	private <T> T system(Supplier<T> work) {
		return current.as(Actor.SYSTEM, work);
	}
}
