package org.headcoach.coaching;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A manager's month: one line a rep, the most worthwhile talk first.
 *
 * @param managerName who coaches this team; several names when it changed hands
 * @param coaches whether the reader is the one who talks and agrees
 * @param inspectorName who inspects the plans; null when nobody is above
 * @param teams the teams that the reader may choose from
 * @param peers how many comparable reps the largest group of the company has
 */
public record MyTeamPage(CoachingMonth month, MonthRhythm rhythm, Long teamId, String teamName, String managerName, boolean coaches,
		String inspectorName, List<TeamChoice> teams, List<Line> lines, Totals totals, int peers) implements Serializable {

	public record TeamChoice(long id, String name) implements Serializable {
	}

	/** What the page's figures at the top say: this month against the one before, and the team against its region. */
	public record Totals(long customers, long customersBefore, BigDecimal mrr, BigDecimal mrrBefore, BigDecimal leadToCustomer, String regionName,
			BigDecimal regionLeadToCustomer) implements Serializable {
	}

	/** How far the month is with one rep, in the order in which it goes. */
	public enum Stage {
		WAITING, READY, AGREED
	}

	/**
	 * One rep.
	 *
	 * @param standsOut what to talk about: the most worthwhile finding, else the best one, else none that differs; null without figures
	 * @param step the position of the funnel step that it is about; -1 for a metric of no step
	 * @param worthMrr extra revenue a month; null where nothing lies on the bad side
	 * @param rampingSince the start date of somebody in the first months
	 * @param inspection the last inspection of the plan, of whatever edition; null before the first
	 * @param edition how often the plan was agreed
	 * @param sentBackReason why the plan is open again; null when it is not
	 */
	public record Line(long personId, String name, LocalDate startedOn, List<Long> volumes, FindingRow standsOut, int step, Double worthCustomers,
			BigDecimal worthMrr, double rank, LocalDate rampingSince, Instant reviewSentAt, Long planId, PlanStatus planStatus, String skillName,
			LocalDateTime talkAt, Instant agreedAt, Instant remindedAt, Stage stage, PlanInspectionRow inspection, int edition, String sentBackReason)
			implements Serializable {

		/** Whether the plan as it is agreed now was inspected and accepted, and that still stands. */
		public boolean isAccepted() {
			return stage == Stage.AGREED && inspection != null && inspection.isStandingFor(edition);
		}

		/** Whether it was accepted and is to be inspected once more. */
		public boolean isToInspectAgain() {
			return stage == Stage.AGREED && inspection != null && inspection.edition() == edition && !isAccepted();
		}
	}

	/** Whether coaching time can still be logged here: in the month that runs, and with the own reps. */
	public boolean isTimeLoggable() {
		return coaches && !lines.isEmpty() && !rhythm.today().isBefore(month.first()) && !rhythm.today().isAfter(month.last());
	}

	public List<Line> in(Stage stage) {
		return lines.stream().filter(line -> line.stage() == stage).toList();
	}
}
