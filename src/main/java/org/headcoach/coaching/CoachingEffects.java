package org.headcoach.coaching;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.headcoach.shared.Columns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over measured effects and the plans that wait for theirs. Who may see what they find is asked in {@link EffectService}. */
@ApplicationScoped
class CoachingEffects {

	private static final String ROW = """
			select new org.headcoach.coaching.EffectRow(p.id, r.id, r.name, m.id, m.name, s.id, p.skillName, p.metric, p.inMonth, p.windowFrom, p.windowUntil,
				e.cohort, e.countBefore, e.countAfter, e.trialsBefore, e.trialsAfter, e.plainBefore, e.plainAfter, e.expected, e.naiveChange, e.relativeChange, e.lowChange, e.highChange,
				e.probabilityBetter, e.commonChange, e.peers, e.logChange, e.logVariance, e.sharedVariance, e.verdict, e.measuredAt)
			from PlanEffect e join e.plan p join p.person r join p.manager m left join p.skill s
			""";

	/** An agreed plan on a metric with the months that count for it: whoever has one is no uncoached peer. */
	public record Coached(long planId, long personId, String metric, LocalDate windowFrom, LocalDate windowUntil) {
	}

	@PersistenceContext
	private EntityManager em;

	/** The effects of these people's plans whose windows closed from the first to the last day, the latest first. */
	List<EffectRow> rows(Collection<Long> personIds, LocalDate first, LocalDate last) {
		return personIds.isEmpty() ? List.of()
				: em.createQuery(ROW + " where r.id in :people and p.windowUntil between :first and :last order by p.windowUntil desc, r.name, p.id", EffectRow.class)
						.setParameter("people", personIds).setParameter("first", first).setParameter("last", last).getResultList();
	}

	Optional<EffectRow> of(long planId) {
		return em.createQuery(ROW + " where p.id = :plan", EffectRow.class).setParameter("plan", planId).getResultStream().findFirst();
	}

	/** The kinds of activities that were done at least once, by plan. */
	Map<Long, Set<ActivityKind>> kindsDone(Collection<Long> planIds) {
		var kinds = new HashMap<Long, Set<ActivityKind>>();
		if (!planIds.isEmpty()) {
			em.createQuery("select p.id, a.kind from PlanActivity a join a.plan p where p.id in :plans and a.doneCount > 0", Object[].class)
					.setParameter("plans", planIds).getResultList()
					.forEach(row -> kinds.computeIfAbsent((Long) row[0], id -> new TreeSet<>()).add((ActivityKind) row[1]));
		}
		return kinds;
	}

	/** Agreed plans of these people without an effect whose window ends from that day on; with their last day. */
	List<LocalDate> openWindows(Collection<Long> personIds, LocalDate today) {
		return personIds.isEmpty() ? List.of() : em.createQuery("""
				select p.windowUntil from CoachingPlan p where p.status = :agreed and p.person.id in :people and p.windowUntil >= :today order by p.windowUntil""",
				LocalDate.class).setParameter("agreed", PlanStatus.AGREED).setParameter("people", personIds).setParameter("today", today).getResultList();
	}

	/** How many agreed plans of these people have a window that is over and no effect. */
	long waiting(Collection<Long> personIds, LocalDate today) {
		return personIds.isEmpty() ? 0 : em.createQuery("""
				select count(p) from CoachingPlan p where p.status = :agreed and p.person.id in :people and p.windowUntil < :today
				and not exists (select e from PlanEffect e where e.plan = p)""", Long.class)
				.setParameter("agreed", PlanStatus.AGREED).setParameter("people", personIds).setParameter("today", today).getSingleResult();
	}

	/** Agreed plans whose window is over, to be measured for the first time, or again when figures were computed since and the window ended on that day or later. */
	List<CoachingPlan> due(LocalDate today, LocalDate settledUntil, Instant figuresComputed) {
		return em.createQuery("""
				select p from CoachingPlan p join fetch p.person where p.status = :agreed and p.windowUntil < :today
				and not exists (select e from PlanEffect e where e.plan = p and e.edition = p.edition and (e.measuredAt >= :computed or p.windowUntil < :settled))
				order by p.inMonth, p.id""", CoachingPlan.class)
				.setParameter("agreed", PlanStatus.AGREED).setParameter("today", today).setParameter("settled", settledUntil)
				.setParameter("computed", figuresComputed.atOffset(java.time.ZoneOffset.UTC)).getResultList();
	}

	Optional<PlanEffect> find(CoachingPlan plan) {
		return em.createQuery("select e from PlanEffect e where e.plan = :plan", PlanEffect.class).setParameter("plan", plan).getResultStream().findFirst();
	}

	/** Agreed plans on that metric whose window and the given days overlap. */
	List<Coached> coached(String metric, LocalDate first, LocalDate last) {
		return em.createQuery("""
				select new org.headcoach.coaching.CoachingEffects$Coached(p.id, r.id, p.metric, p.windowFrom, p.windowUntil) from CoachingPlan p join p.person r
				where p.status = :agreed and p.metric = :metric and p.windowFrom <= :last and p.windowUntil >= :first""", Coached.class)
				.setParameter("agreed", PlanStatus.AGREED).setParameter("metric", metric).setParameter("first", first).setParameter("last", last).getResultList();
	}

	/** Months that still have to be computed. */
	Set<YearMonth> monthsDue() {
		var months = new TreeSet<YearMonth>();
		em.createNativeQuery("select distinct in_month from month_due").getResultList().forEach(day -> months.add(month(day)));
		return months;
	}

	/** Serialises measuring: the second one waits here and then finds the first one's results. */
	void lockRun(Instant now) {
		em.createNativeQuery("update effect_run set measured_at = ? where id = 1").setParameter(1, Timestamp.from(now)).executeUpdate();
	}

	/** Whether this node is the one that measures tonight. */
	boolean claim(LocalDate today) {
		return em.createNativeQuery("update effect_run set claimed_on = ? where id = 1 and (claimed_on is null or claimed_on < ?)")
				.setParameter(1, java.sql.Date.valueOf(today)).setParameter(2, java.sql.Date.valueOf(today)).executeUpdate() == 1;
	}

	private static YearMonth month(Object day) {
		return YearMonth.from(Columns.day(day));
	}

}
