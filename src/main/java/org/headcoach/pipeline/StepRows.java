package org.headcoach.pipeline;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/**
 * The raw rows that a step counts (or, for reasons, the rows beside them), as a piece of SQL with its arguments: {@code from ... where ...}.
 * In it {@code e} is the row and {@code l} the lead it belongs to. It says for single rows what {@link MonthRecount} says for sums.
 */
final class StepRows {

	private final StringBuilder text = new StringBuilder();
	private final List<Object> arguments = new ArrayList<>();
	private final String day;
	private final Feed feed;

	private StepRows(Feed feed) {
		this.feed = feed;
		this.day = feed.day();
		text.append(" from ").append(feed.table()).append(" e");
		text.append(feed == Feed.LEADS_WORKED ? " join lead l on l.id = e.id"
				: " left join lead l on l.source_id = e.source_id and l.external_id = e.lead_external_id");
		text.append(" where 1 = 1");
	}

	/** What counts for the step. */
	static StepRows of(Funnel funnel, Funnel.Step step) {
		var rows = begin(step);
		switch (step.fedBy()) {
			case LEADS_WORKED, DEALS_CREATED -> { }
			case ACTIVITY -> rows.and("e.type = ?", step.feedValue()).ruled("e.outcome", step);
			case DEALS_IN_STAGE -> rows.ruled("e.stage", step);
			case DEALS_WON -> rows.and("e.state = 'WON'");
		}
		return rows.about(funnel);
	}

	/** All activities of the step's type, those that the step does not count included: what became of them. */
	static StepRows everyOutcome(Funnel funnel, Funnel.Step step) {
		return begin(step).and("e.type = ?", step.feedValue()).about(funnel);
	}

	/** Deals that were lost. */
	static StepRows lostDeals(Funnel funnel) {
		return new StepRows(Feed.DEALS_WON).and("e.state = 'LOST'").about(funnel);
	}

	private static StepRows begin(Funnel.Step step) {
		return new StepRows(step.fedBy());
	}

	private StepRows ruled(String column, Funnel.Step step) {
		return step.rule() == FeedRule.ALL ? this : and(rule(column, step), step.values().stream().map(Funnel::compared).toArray());
	}

	/** Of a step with a rule, as a condition whose arguments are the step's values, {@link Funnel#compared}. */
	static String rule(String column, Funnel.Step step) {
		return compared(column) + (step.rule() == FeedRule.ONLY ? " in (" : " not in (") + marks(step.values().size()) + ")";
	}

	private StepRows about(Funnel funnel) {
		if (funnel.dealPipeline() != null && isDeal()) {
			and("e.pipeline = ?", funnel.dealPipeline());
		}
		if (funnel.segment() != null) {
			and("exists (select 1 from position_held h where h.person_id = e.owner_id and h.segment = ? and h.from_day <= e." + day
					+ " and (h.until_day is null or h.until_day > e." + day + "))", funnel.segment());
		}
		return this;
	}

	/** From the first day to the last, both included. */
	StepRows between(LocalDate first, LocalDate last) {
		return and("e." + day + " >= ? and e." + day + " <= ?", Date.valueOf(first), Date.valueOf(last));
	}

	StepRows ownedBy(Collection<Long> people) {
		return people.isEmpty() ? and("1 = 0") : and("e.owner_id in (" + marks(people.size()) + ")", people.toArray());
	}

	StepRows ownedBySomebody() {
		return and("e.owner_id is not null");
	}

	StepRows and(String condition, Object... given) {
		text.append(" and ").append(condition);
		arguments.addAll(List.of(given));
		return this;
	}

	boolean isDeal() {
		return feed != Feed.LEADS_WORKED && feed != Feed.ACTIVITY;
	}

	boolean isActivity() {
		return feed == Feed.ACTIVITY;
	}

	/** The column of the day on which a row counts. */
	String day() {
		return "e." + day;
	}

	/** A query that begins with {@code select} and ends with {@code rest}. */
	Query query(EntityManager em, String select, String rest) {
		var query = em.createNativeQuery(select + text + rest);
		for (int i = 0; i < arguments.size(); i++) {
			query.setParameter(i + 1, arguments.get(i));
		}
		return query;
	}

	long count(EntityManager em) {
		return ((Number) query(em, "select count(*)", "").getSingleResult()).longValue();
	}

	static String compared(String column) {
		return "lower(trim(replace(replace(coalesce(" + column + ", ''), '-', ' '), '_', ' ')))";
	}

	private static String marks(int count) {
		return String.join(", ", Collections.nCopies(count, "?"));
	}
}
