package org.headcoach.contests;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A contest as it hangs on a wall: everybody who passes reads it, so of people it holds first names and nothing else.
 *
 * @param rows the leading {@value #MOST} teams
 * @param others how many more teams there are
 * @param winners names of the teams that have won; empty until it is settled
 * @param dataAt when data were last brought in; null: never
 */
public record WallPage(long id, String title, Phase phase, LocalDate firstDay, int workingDaysLeft, List<ContestPage.CountLine> counting, boolean perHead, ContestPage.Lead lead, List<Row> rows,
		int others, List<String> winners, String prize, Instant dataAt) implements Serializable {

	/** More rows cannot be read from five metres. */
	public static final int MOST = 8;

	/**
	 * @param score what the rank follows from; null when not known
	 * @param today what today added to it; null where that is not known, and where points are compared per head
	 */
	public record Row(long teamId, int ordinal, String name, int rank, BigDecimal score, BigDecimal today, List<String> firstNames) implements Serializable {

		static Row of(ContestPage page, ContestPage.TeamLine team) {
			return new Row(team.id(), team.ordinal(), team.name(), team.rank(), page.perHead() ? team.score() : team.points(), page.perHead() ? null : team.today(),
					team.members().stream().filter(member -> member.until() == null).map(member -> firstName(member.name())).sorted().toList());
		}
	}

	static WallPage of(ContestPage page) {
		var winners = page.settled() == null ? List.<String>of()
				: page.teams().stream().filter(team -> page.settled().winners().contains(team.id())).map(ContestPage.TeamLine::name).toList();
		return new WallPage(page.id(), page.title(), page.phase(), page.firstDay(), page.workingDaysLeft(), page.counting(), page.perHead(), page.lead(),
				page.teams().stream().limit(MOST).map(team -> Row.of(page, team)).toList(), Math.max(0, page.teams().size() - MOST), winners, page.prize().what(), page.dataAt());
	}

	static String firstName(String name) {
		return name.strip().split("\\s+", 2)[0];
	}
}
