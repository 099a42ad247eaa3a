package org.headcoach.home;

import static org.headcoach.people.Permission.BE_SIGNED_IN;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** What the shell around every page has to know from the topics. It runs with each page, so it reads indexes only. */
@ApplicationScoped
@Transactional
public class MenuService {

	@PersistenceContext
	private EntityManager em;

	@Inject
	private TodayService today;

	@Inject
	private MenuCounts kept;

	@Inject
	private CurrentActor current;

	/** The last month that has figures; empty before the first import. Anybody who is signed in may ask. */
	@Needs(BE_SIGNED_IN)
	public Optional<YearMonth> dataEnd() {
		var last = em.createNativeQuery("select max(in_month) from monthly_figure").getSingleResult();
		return Optional.ofNullable(last).map(MenuService::day).map(YearMonth::from);
	}

	/**
	 * What waits for the reader in each line: "8", "2/8". A line without a count shows none. Each topic that has
	 * something to count adds its line here. The count may be a minute old. Anybody who is signed in may ask.
	 */
	@Needs(BE_SIGNED_IN)
	public Map<MenuLine, String> counts() {
		var counts = new EnumMap<MenuLine, String>(MenuLine.class);
		var counted = kept.of(current.get().accountId(), today::counts);
		if (counted.todo() > 0) {
			counts.put(MenuLine.TODAY, String.valueOf(counted.todo()));
		}
		if (counted.plans() > 0) {
			counts.put(MenuLine.PLANS, counted.plansAgreed() + "/" + counted.plans());
		}
		if (counted.payQuestions() > 0) {
			counts.put(MenuLine.PAY_QUESTIONS, String.valueOf(counted.payQuestions()));
		}
		return counts;
	}

	/** Whether the reader has a seat in an interview; it may be a minute old. Anybody who is signed in may ask. */
	@Needs(BE_SIGNED_IN)
	public boolean interviews() {
		return kept.of(current.get().accountId(), today::counts).interviews();
	}

	private static LocalDate day(Object column) {
		return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
	}
}
