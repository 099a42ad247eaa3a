package org.headcoach.coaching;

import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_LINE;
import static org.headcoach.people.Permission.SEE_OWN_MONTH;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.coaching.EffectPage.Pool;
import org.headcoach.coaching.engine.DiagnosisRules;
import org.headcoach.coaching.engine.PooledEffect;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Permission;
import org.headcoach.people.Reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * The door to "did it work?": the effect of each plan whose window has closed, alone and pooled. What is due is measured before it is shown, and every
 * night; nobody can measure by hand, so nobody can choose the day on which it looks best.
 */
@ApplicationScoped
@Transactional
public class EffectService {

	/** How far back the page looks. */
	static final int MONTHS = 12;


	@Inject
	private CurrentActor current;

	@Inject
	private Reach reach;

	@Inject
	private PeopleService people;

	@Inject
	private CoachingEffects effects;

	@Inject
	private EffectRun run;

	/**
	 * The plans whose windows closed in the twelve months up to the last one, of everybody below the reader; a director's plans with reps who have moved
	 * away since included. The line above.
	 */
	@Needs({SEE_LINE, SEE_COMPANY})
	public EffectPage page(YearMonth last) {
		run.measureDue();
		var first = last.minusMonths(MONTHS - 1L);
		var below = below(first, last);
		var rows = effects.rows(below, first.atDay(1), last.atEndOfMonth()).stream().filter(row -> reach.sees(row.personId(), row.month().month())).toList();
		var done = effects.kindsDone(rows.stream().map(EffectRow::planId).toList());
		var open = effects.openWindows(below, people.today());
		return new EffectPage(first, last, pool(null, rows), rows, pools(rows, row -> List.of(row.skillName())),
				pools(rows, row -> done.getOrDefault(row.planId(), java.util.Set.of()).stream().map(ActivityKind::name).toList()),
				pools(rows, row -> List.of(row.managerName())), effects.waiting(below, people.today()), open.size(), open.isEmpty() ? null : open.get(0));
	}

	/** The effect of one plan; empty until its window has closed and its figures are there. The rep and the line above. */
	@Needs({SEE_OWN_MONTH, SEE_LINE, SEE_COMPANY})
	public Optional<EffectRow> effectOf(long planId) {
		var found = effects.of(planId);
		found.ifPresent(row -> reach.require(row.personId(), row.month().month()));
		return found;
	}

	/** Everybody who was below the reader in one of the months; without oneself, unless the reader sees only oneself. */
	private Collection<Long> below(YearMonth first, YearMonth last) {
		var own = current.get().personId();
		var ids = new java.util.TreeSet<Long>();
		reach.read(first.minusMonths(CoachingPlan.LONGEST_WINDOW), last.plusMonths(1));
		for (var month = first.minusMonths(CoachingPlan.LONGEST_WINDOW); !month.isAfter(last.plusMonths(1)); month = month.plusMonths(1)) {
			reach.reps(month).forEach(place -> ids.add(place.personId()));
		}
		if (own != null && current.get().may(Permission.SEE_LINE)) {
			ids.remove(own);
		}
		return ids;
	}

	private static List<Pool> pools(List<EffectRow> rows, Function<EffectRow, List<String>> names) {
		var groups = new TreeMap<String, List<EffectRow>>();
		rows.forEach(row -> names.apply(row).forEach(name -> groups.computeIfAbsent(name, n -> new ArrayList<>()).add(row)));
		return groups.entrySet().stream().map(group -> pool(group.getKey(), group.getValue()))
				.sorted(Comparator.comparing(Pool::improvement, Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(Pool::name)).toList();
	}

	private static Pool pool(String name, List<EffectRow> rows) {
		return Pool.of(name, PooledEffect.of(rows.stream().map(EffectRow::effect).collect(Collectors.toList()), DiagnosisRules.standard()));
	}
}
