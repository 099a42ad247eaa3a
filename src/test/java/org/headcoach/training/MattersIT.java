package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;

import org.headcoach.people.AccountRole;
import org.headcoach.shared.NotHereException;
import org.headcoach.suite.Fixtures.Sales;
import org.headcoach.training.MattersPage.Kind;
import org.headcoach.training.MattersPage.Measure;
import org.headcoach.training.engine.Foresight.Reading;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** Twelve reps are scored in March; in the months after it those who were scored higher in the first behaviour convert more discovery calls. The second behaviour has nothing to do with it. */
class MattersIT extends CertificationCase {

	private static final YearMonth MARCH = YearMonth.of(2026, 3);

	@Inject
	private MattersService matters;

	private Sales twelve;

	private void scoredInMarch() {
		at(MARCH.atDay(10));
		twelve = given.aTeamOf(12, LocalDate.of(2024, 1, 8));
		var certification = published("Discovery");
		for (int i = 0; i < 12; i++) {
			var assessment = appointed(certification, twelve.rep(i), outsider());
			handIn(trainer, assessment, i < 4 ? 5 : i < 8 ? 7 : 10, i % 2 == 0 ? 10 : 7);
			for (int month = 1; month <= 4; month++) {
				figure(twelve.rep(i).id(), MARCH.plusMonths(month), "DISCOVERIES", 20);
				figure(twelve.rep(i).id(), MARCH.plusMonths(month), "DEMOS", 4 + i);
			}
		}
		run("update figures_run set count_no = count_no + 1 where id = 1");
		at(TODAY);
	}

	private void figure(long person, YearMonth month, String metric, int quantity) {
		run("insert into monthly_figure (person_id, team_id, region_id, in_month, metric, quantity) values (" + person + ", " + twelve.team().id() + ", " + twelve.region().id() + ", date '" + month.atDay(1)
				+ "', '" + metric + "', " + quantity + ")");
	}

	@Test
	void whatTellsIsFoundWhatDoesNotIsListedAndOnlyTheOwnLineCounts() {
		scoredInMarch();
		var page = given.as(given.actor(AccountRole.MANAGER, twelve.manager()), () -> matters.matters(Measure.STAGE));
		var telling = page.telling();
		assertEquals(1, telling.size(), telling.toString());
		assertEquals("Behaviour 0", telling.get(0).name());
		assertEquals(Reading.MORE_WAS_BETTER, telling.get(0).foresight().reading());
		assertEquals(12, telling.get(0).foresight().people());
		assertTrue(telling.get(0).foresight().rank() > 0.9, telling.toString());
		assertEquals("Behaviour 1", page.silent().get(0).name());
		assertEquals("DISCOVERIES", page.wholes().get(0).stage().code());

		var others = given.as(manager(), () -> matters.matters(null));
		assertEquals(0, others.subjects().size(), "nobody of their line was scored");
		var attainment = given.as(trainer, () -> matters.matters(Measure.ATTAINMENT));
		assertTrue(attainment.wholes().stream().filter(line -> line.kind() == Kind.CERTIFICATION).allMatch(line -> line.foresight().reading() == Reading.NOT_ENOUGH_DATA), "nobody sold anything");
		assertThrows(NotHereException.class, () -> given.as(as(twelve.rep(0)), () -> matters.matters(null)));
	}
}
