package org.headcoach.seeddata;

import java.time.LocalDate;
import java.util.List;

/**
 * What was planted on purpose and what a diagnosis must say about it. The metric of a conversion is the step it leads into:
 * CONNECTS is leads worked to connects. LEADS_WORKED is a volume.
 */
final class Patterns {

	static final String BETTER_TEAM = "Summit";
	static final LocalDate BETTER_SINCE = LocalDate.of(2026, 5, 1);

	private static final String QUARTER = "2026-08..2026-10";
	private static final String PEERS = "peer median";

	/**
	 * One line of patterns.csv. Own and reference are what the files show: leads a month, per cent for rates, discounts and customers
	 * lost in the months, dollars, days.
	 */
	record Pattern(String kind, String name, String metric, String direction, String strength, String months, String own, String reference,
			String referenceIs, String note) {
	}

	private Patterns() {
	}

	static final List<Pattern> ALL = List.of(
			rep("Daniel Okafor", "LEADS_WORKED", "above", "clear", "198", "103", "Works about twice as many leads as anybody else"),
			rep("Daniel Okafor", "CONNECTS", "below", "clear", "26", "41", "Many shallow tries; his one skill to coach"),
			rep("Amira Nasser", "CUSTOMERS", "below", "clear", "11", "33",
					"Gives the most demos of Harbor and closes the fewest; two of three lost deals end in no decision"),
			rep("Jonas Weber", "MRR_PER_CUSTOMER", "below", "clear", "537", "752", "Sells few seats at high discounts; the funnel is in line"),
			rep("Jonas Weber", "DISCOUNT", "above", "clear", "20", "5", "The reason of his low revenue per customer"),
			rep("Tom Whitaker", "DEMOS", "below", "perhaps", "35", "53", "Slightly weak from discovery to demo; too few for a clear verdict"),
			rep("Sofia Brandt", "CUSTOMERS", "above", "perhaps", "55", "33", "Closes well; too few demos for a clear verdict"),
			rep("Lucia Ferrer", "DISCOVERIES", "above", "clear", "64", "50", "Two of three connects become a discovery call"),
			rep("Priya Raman", "LEADS_WORKED", "in line", "none", "105", "103", "In line everywhere"),
			rep("Priya Raman", "CONNECTS", "in line", "none", "42", "41", "In line everywhere"),
			rep("Priya Raman", "DISCOVERIES", "in line", "none", "50", "50", "In line everywhere"),
			rep("Priya Raman", "DEMOS", "in line", "none", "46", "53", "In line everywhere: the difference is chance"),
			rep("Priya Raman", "CUSTOMERS", "in line", "none", "35", "33", "In line everywhere"),
			rep("Priya Raman", "MRR_PER_CUSTOMER", "in line", "none", "745", "752", "In line everywhere"),
			rep("Kofi Mensah", "CUSTOMERS", "too few", "none", "25", "33", "Started on 14 September; four demos are not enough data"),
			rep("Yukari Tanemura", "LEADS_WORKED", "below", "clear", "60", "103",
					"Call reluctance: good rates on few leads, and four of ten assigned leads are never worked"),
			rep("Luca Morandini", "DISCOVERIES", "below", "clear", "37", "50", "Four of ten booked discovery calls end as no show"),
			rep("Diego Arrizabal", "CHURN", "above", "clear", "21", "4.5",
					"Three to four times as many customers leave, most because it is not the product they expected"),
			rep("Paolo Bertacchi", "DAYS_TO_CLOSE", "above", "clear", "43", "20", "Wins as many as others, but takes twice as long"),
			ramp("Grace Hollowell", "2026-02..2026-04", "48", "111", "Started on 2 February"),
			ramp("Yusuf Demirkan", "2026-03..2026-05", "44", "114", "Started on 16 March"),
			ramp("Ruby Whitlaw", "2026-05..2026-07", "54", "100", "Started on 4 May"),
			ramp("Noor Hamdani", "2026-07..2026-08", "39", "92", "Started on 6 July"),
			new Pattern("team", BETTER_TEAM, "DEMOS", "above", "clear", "2026-05..2026-10", "54", "44", "the team until 2026-04",
					"From discovery to demo the team went from below the company to its level on 1 May"),
			new Pattern("company", "Northlight Software", "LEADS_WORKED", "below", "clear", "2026-07..2026-08", "3887", "5029",
					"the months 2026-05 2026-06 2026-09 2026-10", "Summer slump: a quarter less of everything, everywhere"),
			new Pattern("source", "E-book", "CONNECTS", "below", "clear", "2025-09..2026-10", "24", "45", "all other sources",
					"Half as many connect as from elsewhere"),
			new Pattern("source", "E-book", "CUSTOMERS", "below", "clear", "2025-09..2026-10", "17", "36", "all other sources",
					"And half as many of their demos are won: one lead in a hundred becomes a customer"));

	private static Pattern rep(String name, String metric, String direction, String strength, String own, String reference, String note) {
		return new Pattern("rep", name, metric, direction, strength, QUARTER, own, reference, PEERS, note);
	}

	private static Pattern ramp(String name, String months, String own, String later, String note) {
		return new Pattern("new hire", name, "LEADS_WORKED", "below", "clear", months, own, later, "the same rep in 2026-09 and 2026-10", note);
	}
}
