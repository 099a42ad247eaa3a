package org.headcoach.seeddata;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One rep's fourteen months: leads come in and are worked, some connect, some of those talk, see a demonstration, buy, and later cancel.
 * The work starts ten weeks before the files do, so that the first month already has a full pipeline; what began before the
 * files is in them without its lead.
 */
final class SalesFloor {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
	private static final int USUAL_WORKING_DAYS = 21;
	private static final int DAYS_BEFORE_FIRST_LEAD = 5;
	private static final String[] CALL_OUTCOMES = {"No answer", "Voicemail", "Wrong number"};
	private static final String[] DISQUALIFIED = {"Disqualified: timing", "Disqualified: has a solution", "Disqualified: no budget"};
	private static final String[] LOST = {"Price", "Competitor", "Timing", "No budget", "Missing feature"};
	private static final String NO_DECISION = "No decision";
	private static final int[] DISCOUNTS = {0, 5, 10, 15, 20, 25, 30};

	/** The files that all reps write into. */
	record Files(CsvFile leads, CsvFile deals, CsvFile activities, CsvFile cancellations, CsvFile payments, List<Won> won) {
	}

	/** A won deal of the files. */
	record Won(long id, String owner, LocalDate day) {
	}

	private record Lead(LocalDate created, LocalDate assigned, LocalDate worked, Market.Source source, Market.Persona persona,
			String status, String company, String country) {
	}

	private record Activity(LocalDateTime at, String type, String outcome, long lead) {
	}

	private enum Step {
		LEAD, CONNECT, DISCOVERY, DEMO, CUSTOMER, CANCELLATION
	}

	private final Person rep;
	private final Habits habits;
	private final LocalDate from;
	private final LocalDate to;
	private final LocalDate lastDay;
	private final Dice leadDice;
	private final Dice talkDice;
	private final Dice dealDice;
	private final Dice customerDice;
	private final Dice costDice;
	private final double[] luck = new double[Step.values().length];
	private final Files files;
	private final List<Activity> activities = new ArrayList<>();
	private int companies;
	private long leadNumber;
	private long dealNumber;

	SalesFloor(Person rep, long seed, LocalDate from, LocalDate to, Files files) {
		this.rep = rep;
		this.habits = rep.habits();
		this.from = from;
		this.to = to;
		this.lastDay = rep.end() == null || rep.end().isAfter(to) ? to : rep.end();
		this.leadDice = new Dice(seed, "leads " + rep.number());
		this.talkDice = new Dice(seed, "talks " + rep.number());
		this.dealDice = new Dice(seed, "deals " + rep.number());
		this.customerDice = new Dice(seed, "customers " + rep.number());
		this.costDice = new Dice(seed, "costs " + rep.number());
		this.files = files;
		this.leadNumber = rep.number() * 10_000L;
		this.dealNumber = rep.number() * 1_000L;
		for (int i = 0; i < luck.length; i++) {
			luck[i] = talkDice.share();
		}
	}

	void work() {
		LocalDate firstDay = WorkingCalendar.later(rep.start(), DAYS_BEFORE_FIRST_LEAD);
		LocalDate warmUp = from.minusWeeks(10);
		for (LocalDate day : WorkingCalendar.between(firstDay.isAfter(warmUp) ? firstDay : warmUp, lastDay)) {
			double perDay = habits.leads / USUAL_WORKING_DAYS * volumeRamp(day) * Market.season(day) * Market.weekday(day);
			int worked = leadsOf(perDay);
			for (int i = 0; i < worked; i++) {
				workLead(day);
			}
			int unworked = leadDice.count(perDay * habits.unworked);
			for (int i = 0; i < unworked; i++) {
				leaveUnworked(day);
			}
		}
		writeActivities();
	}

	private int leadsOf(double perDay) {
		if (!habits.evenLuck) {
			return leadDice.count(perDay);
		}
		int lead = Step.LEAD.ordinal();
		luck[lead] += perDay * (0.6 + 0.8 * leadDice.share());
		int worked = (int) luck[lead];
		luck[lead] -= worked;
		return worked;
	}

	private void leaveUnworked(LocalDate day) {
		LocalDate assigned = day.isBefore(rep.start()) ? rep.start() : day;
		if (!assigned.isBefore(from)) {
			writeLead(new Lead(assigned, assigned, null, Market.source(leadDice), Market.persona(leadDice), "New", "",
					Market.country(leadDice)));
		}
	}

	private void workLead(LocalDate day) {
		Market.Source source = Market.source(leadDice);
		Market.Persona persona = Market.persona(leadDice);
		LocalDate created = notBefore(from, day.minusDays(daysWaited(source)));
		LocalDate assigned = notBefore(rep.start(), leadDice.chance(0.85) || created.equals(day) ? created : created.plusDays(1));
		String country = Market.country(leadDice);
		boolean inFiles = !day.isBefore(from);
		long id = inFiles ? leadNumber + 1 : 0;
		boolean connects = comesTrue(Step.CONNECT, rate(habits.connects * source.connects, day), talkDice);
		dial(day, id, connects);
		// the CRM learns the company's name from the first conversation
		String status = "Attempted to Contact";
		String company = "";
		if (connects) {
			company = Market.companyName(rep.number(), companies++);
			status = talk(day, id, source, persona, company);
		}
		if (inFiles) {
			writeLead(new Lead(created, assigned, day, source, persona, status, company, country));
		}
	}

	private int daysWaited(Market.Source source) {
		int waited = switch (leadDice.weighted(45, 25, 14, 10, 6)) {
			case 0 -> 0;
			case 1 -> 1;
			case 2 -> 2;
			case 3 -> 3;
			default -> leadDice.between(4, 8);
		};
		return source == Market.Source.DEMO_REQUEST ? waited / 2 : waited;
	}

	private void dial(LocalDate day, long lead, boolean connects) {
		if (talkDice.chance(connects ? 0.10 : 0.20)) {
			note(day, "Call", CALL_OUTCOMES[talkDice.weighted(55, 35, 10)], lead);
		}
		if (talkDice.chance(0.02)) {
			note(day, "E-mail", "Sent", lead);
		}
	}

	/** Everything after the first conversation; answers what the lead's status is at the end of the files. */
	private String talk(LocalDate worked, long lead, Market.Source source, Market.Persona persona, String company) {
		LocalDate connected = WorkingCalendar.later(worked, talkDice.weighted(55, 20, 12, 8, 5));
		if (isOver(connected)) {
			return "Attempted to Contact";
		}
		double held = rate(habits.discoveries, connected);
		boolean discovers = comesTrue(Step.DISCOVERY, held, talkDice);
		// those who book and do not come are part of those who do not get to a discovery call
		boolean missed = !discovers && talkDice.chance(held * habits.noShows / (1 - habits.noShows) / (1 - held));
		note(connected, "Connect", discovers || missed ? "Interested" : talkDice.chance(0.7) ? "Not interested" : "Call back", lead);
		if (!discovers && !missed) {
			return talkDice.chance(0.6) ? "Unqualified" : "Connected";
		}
		LocalDate discovery = WorkingCalendar.later(connected, talkDice.between(1, 5));
		if (isOver(discovery)) {
			if (lastDay.equals(to)) {
				new Deal(connected, lead, persona, company).write("Appointment Scheduled", WorkingCalendar.later(discovery, 20), null);
				return "Open Deal";
			}
			return "Connected";
		}
		if (missed) {
			note(discovery, "Discovery", "No show", lead);
			return "Attempted to Contact";
		}
		boolean demonstrates = comesTrue(Step.DEMO, rate(habits.demos, discovery) * teamChange(discovery), talkDice);
		boolean qualified = demonstrates || talkDice.chance(0.07);
		if (!qualified) {
			int reason = talkDice.weighted(42, 35, 23);
			note(discovery, "Discovery", DISQUALIFIED[reason], lead);
			return reason == 0 ? "Bad Timing" : "Unqualified";
		}
		note(discovery, "Discovery", "Qualified", lead);
		return pursue(new Deal(discovery, lead, persona, company), source, demonstrates);
	}

	private String pursue(Deal deal, Market.Source source, boolean demonstrates) {
		LocalDate demo = WorkingCalendar.later(deal.created, dealDice.between(2, 7));
		boolean firstMissed = !demonstrates || dealDice.chance(0.06);
		if (firstMissed) {
			if (isOver(demo)) {
				return deal.leaveOpen("Qualified To Buy", WorkingCalendar.later(demo, 15));
			}
			note(demo, "Demo", "No show", deal.lead);
			demo = WorkingCalendar.later(demo, dealDice.between(1, 4));
		}
		if (!demonstrates) {
			return deal.lose(WorkingCalendar.later(demo, dealDice.between(8, 20)), "Qualified To Buy");
		}
		if (isOver(demo)) {
			return deal.leaveOpen(dealDice.chance(0.5) ? "Presentation Scheduled" : "Qualified To Buy", WorkingCalendar.later(demo, 12));
		}
		note(demo, "Demo", "Held", deal.lead);
		boolean buys = comesTrue(Step.CUSTOMER, rate(habits.customers, demo) * source.buys, talkDice);
		double pace = habits.closingTime * deal.persona.patience;
		LocalDate decided = WorkingCalendar.later(demo, (int) StrictMath.round(pace * dealDice.between(buys ? 3 : 5, buys ? 15 : 28)));
		LocalDate meeting = WorkingCalendar.later(demo, dealDice.between(1, 3));
		if (dealDice.chance(0.15) && meeting.isBefore(decided) && !isOver(meeting)) {
			note(meeting, "Meeting", "Completed", deal.lead);
		}
		if (buys) {
			return deal.win(decided);
		}
		return deal.lose(decided, dealDice.chance(0.6) ? "Presentation Scheduled" : "Decision Maker Bought-In");
	}

	private final class Deal {

		private final LocalDate created;
		private final long lead;
		private final Market.Persona persona;
		private final String company;
		private final int seats;
		private final int discount;
		private final int terms;

		Deal(LocalDate created, long lead, Market.Persona persona, String company) {
			this.created = created;
			this.lead = lead;
			this.persona = persona;
			this.company = company;
			int wanted = dealDice.between(persona.fewestSeats, persona.mostSeats);
			this.seats = (int) StrictMath.round(wanted * habits.seats);
			this.discount = DISCOUNTS[dealDice.weighted(habits.discountWeights)];
			this.terms = dealDice.weighted(35, 25, 12, 28);
		}

		private BigDecimal mrr() {
			return BigDecimal.valueOf((long) seats * persona.pricePerSeat * (100 - discount)).divide(BigDecimal.valueOf(100), 2,
					RoundingMode.UNNECESSARY);
		}

		/** A year's revenue less what it costs to serve, a part of the list price: a discount comes out of the margin alone. */
		private BigDecimal margin() {
			BigDecimal cost = BigDecimal.valueOf((long) seats * persona.pricePerSeat * 12 * costDice.between(18, 26)).movePointLeft(2);
			return mrr().multiply(BigDecimal.valueOf(12)).subtract(cost);
		}

		String win(LocalDate day) {
			if (isOver(day)) {
				return leaveOpen(dealDice.chance(0.6) ? "Contract Sent" : "Decision Maker Bought-In", day);
			}
			long id = write("Closed Won", day, null);
			if (id != 0) {
				files.won.add(new Won(id, rep.name(), day));
				serve(id, day);
			}
			return "Connected";
		}

		String lose(LocalDate day, String stageUntilThen) {
			if (isOver(day)) {
				return leaveOpen(stageUntilThen, day);
			}
			write("Closed Lost", day, dealDice.chance(habits.noDecision) ? NO_DECISION : LOST[dealDice.weighted(28, 24, 18, 18, 12)]);
			return "Unqualified";
		}

		/** A leaver's open deals end on the last day; everybody else's are open when the files end. */
		String leaveOpen(String stage, LocalDate expected) {
			if (lastDay.equals(to)) {
				write(stage, expected, null);
				return "Open Deal";
			}
			write("Closed Lost", lastDay, NO_DECISION);
			return "Unqualified";
		}

		/** Answers the deal's number, or 0 when it was over before the files begin. */
		long write(String stage, LocalDate close, String lostReason) {
			boolean won = stage.equals("Closed Won");
			boolean lost = stage.equals("Closed Lost");
			if (close.isBefore(from)) {
				return 0;
			}
			long id = ++dealNumber;
			int months = new int[] {1, 3, 6, 12}[terms];
			files.deals.line(id, company, stage, close, rep.email(), mrr().multiply(BigDecimal.valueOf(12)),
					"Sales Pipeline", created, "New Business", "USD", won, lost, lostReason, company, lead == 0 ? null : lead,
					persona.product, mrr(), discount, new String[] {"Monthly", "Quarterly", "Half-yearly", "Annual"}[terms], months,
					margin(), seats, won || lost ? null : Market.probability(stage));
			return id;
		}

		private void serve(long id, LocalDate won) {
			LocalDate cancelled = null;
			for (int month = 1; cancelled == null && won.plusMonths(month).isBefore(to); month++) {
				double risk = (month <= 5 ? 0.017 : 0.010) * habits.cancels;
				LocalDate day = won.plusMonths(month).plusDays(customerDice.between(-9, 9));
				if (comesTrue(Step.CANCELLATION, risk, customerDice) && !day.isAfter(to)) {
					cancelled = day;
				}
			}
			if (cancelled != null) {
				String reason = new String[] {"Not the product we expected", "Too expensive", "Switched to a competitor", "Out of business",
						"No longer needed"}[customerDice.weighted(habits.cancels > 1 ? 60 : 22, 24, 20, 12, 22)];
				files.cancellations.line("C" + id, id, company, cancelled, reason, mrr());
			}
			int months = new int[] {1, 3, 6, 12}[terms];
			BigDecimal amount = mrr().multiply(BigDecimal.valueOf(months));
			LocalDate due = won;
			for (int number = 1; !due.isAfter(to) && (cancelled == null || due.isBefore(cancelled)); number++) {
				LocalDate paid = WorkingCalendar.later(due, customerDice.weighted(40, 25, 15, 10, 5, 5));
				if (paid.isAfter(to)) {
					break;
				}
				files.payments.line("P" + id + "-" + number, id, company, paid, amount, "USD", months, WorkingCalendar.later(due, 0));
				due = won.plusMonths((long) months * number);
			}
		}
	}

	/** Ordinary people throw dice; for planted ones the successes are dealt out evenly over time. */
	private boolean comesTrue(Step step, double rate, Dice dice) {
		if (!habits.evenLuck) {
			return dice.chance(rate);
		}
		luck[step.ordinal()] += rate;
		if (luck[step.ordinal()] >= 1) {
			luck[step.ordinal()] -= 1;
			return true;
		}
		return false;
	}

	private double rate(double full, LocalDate day) {
		return StrictMath.min(0.95, full * (0.78 + 0.22 * ramped(day)));
	}

	private double volumeRamp(LocalDate day) {
		return 0.38 + 0.62 * ramped(day);
	}

	/** From 0 on the first day to 1 when the ramp is over. */
	private double ramped(LocalDate day) {
		return StrictMath.max(0, StrictMath.min(1, ChronoUnit.DAYS.between(rep.start(), day) / (30.4 * habits.rampMonths)));
	}

	private double teamChange(LocalDate day) {
		if (!rep.teamOn(day).equals(Patterns.BETTER_TEAM)) {
			return 1;
		}
		return day.isBefore(Patterns.BETTER_SINCE) ? 0.80 : 1.06;
	}

	private boolean isOver(LocalDate day) {
		return day.isAfter(lastDay);
	}

	private static LocalDate notBefore(LocalDate earliest, LocalDate day) {
		return day.isBefore(earliest) ? earliest : day;
	}

	private void note(LocalDate day, String type, String outcome, long lead) {
		if (!day.isBefore(from)) {
			activities.add(new Activity(day.atTime(talkDice.between(9, 16), talkDice.between(0, 59)), type, outcome, lead));
		}
	}

	private void writeLead(Lead lead) {
		files.leads.line(++leadNumber, rep.email(), lead.created, lead.assigned, lead.worked, lead.source.label, lead.persona.label,
				lead.status, lead.company, lead.country);
	}

	private void writeActivities() {
		activities.sort(Comparator.comparing(Activity::at));
		long id = rep.number() * 10_000L;
		for (Activity activity : activities) {
			files.activities.line(++id, activity.type, MINUTE.format(activity.at), rep.email(), activity.outcome,
					activity.lead == 0 ? null : activity.lead);
		}
	}
}
