package org.headcoach.contests;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import javax.sql.DataSource;

import org.headcoach.contests.engine.Nights;
import org.headcoach.contests.engine.TeamStanding;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.shared.BusinessClock;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Keeps every night's standings, once: also those of nights on which no server ran. It asks for no right; a timer calls it. */
@ApplicationScoped
@Transactional
class ContestNights {

	@PersistenceContext
	private EntityManager em;

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	@Inject
	private Contests contests;

	@Inject
	private ScoreBoard board;

	@Inject
	private MonthlyFigures figures;

	@Inject
	private Event<NightTaken> taken;

	@Inject
	private BusinessClock clock;

	/** Contests that have nights to be kept now. */
	List<Long> due() {
		var now = clock.now();
		return contests.scored().stream().filter(contest -> !due(contest, now).isEmpty()).map(Contest::id).toList();
	}

	private List<LocalDate> due(Contest contest, Instant now) {
		return contest.nightlyAt() == null ? List.of() : Nights.due(contest.startsAt(), contest.endsAt(), contest.zone(), contest.nightlyAt(), contests.nights(contest.id()), now);
	}

	/**
	 * Keeps the nights of a contest that are due, oldest first, each as the data now say it stood that evening. Nodes take turns at the contest's row.
	 *
	 * @return how many
	 */
	int take(long contestId) {
		var contest = contests.locked(contestId);
		if (contest == null || contest.state() != ContestState.ANNOUNCED) {
			return 0;
		}
		var now = clock.now();
		var due = due(contest, now);
		for (int i = 0; i < due.size(); i++) {
			var night = due.get(i);
			var last = i == due.size() - 1;
			keep(contest, night, now, !last);
			taken.fire(new NightTaken(contestId, night, last));
		}
		return due.size();
	}

	private void keep(Contest contest, LocalDate night, Instant now, boolean caughtUp) {
		var moment = Nights.moment(contest.startsAt(), contest.endsAt(), contest.zone(), contest.nightlyAt(), night).orElseThrow();
		var standings = board.standings(contest, board.dayOf(contest, moment.minusNanos(1)));
		em.createNativeQuery("insert into contest_night (contest_id, night, taken_at, data_at, caught_up) values (?, ?, ?, ?, ?)").setParameter(1, contest.id()).setParameter(2, Date.valueOf(night))
				.setParameter(3, Timestamp.from(now)).setParameter(4, dataAt()).setParameter(5, caughtUp).executeUpdate();
		try (var connection = database.getConnection();
				var insert = connection.prepareStatement("insert into contest_night_team (contest_id, night, team_id, place, points, per_head, score) values (?, ?, ?, ?, ?, ?, ?)")) {
			for (var team : standings) {
				fill(insert, contest.id(), night, team);
				insert.addBatch();
			}
			insert.executeBatch();
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void fill(java.sql.PreparedStatement insert, long contestId, LocalDate night, TeamStanding team) throws SQLException {
		insert.setLong(1, contestId);
		insert.setDate(2, Date.valueOf(night));
		insert.setLong(3, team.teamId());
		insert.setInt(4, team.rank());
		insert.setBigDecimal(5, team.points());
		insert.setBigDecimal(6, team.perHead());
		insert.setBigDecimal(7, team.score());
	}

	private Timestamp dataAt() {
		var at = figures.asOf().importedAt();
		return at == null ? null : Timestamp.from(at);
	}
}
