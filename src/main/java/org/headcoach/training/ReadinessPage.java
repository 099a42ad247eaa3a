package org.headcoach.training;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.headcoach.training.engine.Validity;

/**
 * Who is ready, as a table: a line for each person, a column for each certification.
 *
 * @param teams of those whom the reader sees and who have a path, by name
 */
public record ReadinessPage(LocalDate day, List<Team> teams, List<Column> columns, List<Line> lines) implements Serializable {

	/** A team that the table can be narrowed to. */
	public record Team(long id, String name) implements Serializable {
	}

	/** @param held how many of the lines hold it */
	public record Column(long certificationId, String title, CertificationVersion.Level level, CertificationPage.Stage stage, int held) implements Serializable {
	}

	/** @param state null for never earned; {@code planned} when a role play is to come */
	public record Cell(Validity.State state, LocalDate lastDay, String number, LocalDateTime planned) implements Serializable {

		public boolean isHeld() {
			return state != null && state.holds();
		}
	}

	/**
	 * @param ready to sell alone; null for whoever has no path
	 * @param next what comes next on the path; null for nothing
	 * @param late whether that was due
	 */
	public record Line(long personId, String person, Long teamId, String team, LocalDate startedOn, List<Cell> cells, Boolean ready, String next, boolean late) implements Serializable {
	}
}
