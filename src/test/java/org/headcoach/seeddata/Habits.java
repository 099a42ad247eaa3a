package org.headcoach.seeddata;

/**
 * How a rep works: the true rates behind the figures, which no report ever shows. Most reps draw theirs near the company's;
 * the planted ones are given here by hand and are dealt their luck evenly, so that three months of data really show the pattern.
 */
final class Habits {

	/** Leads worked in a month of 21 working days. */
	double leads;
	double connects;
	double discoveries;
	double demos;
	double customers;
	/** Share of booked discovery calls to which nobody comes; held calls are what is left. */
	double noShows = 0.12;
	double seats = 1.0;
	int[] discountWeights = {45, 25, 20, 7, 3, 0, 0};
	double cancels = 1.0;
	double closingTime = 1.0;
	/** Share of lost deals that end in no decision. */
	double noDecision = 0.26;
	/** Leads that are assigned and never worked, as a share of those that are worked. */
	double unworked = 0.03;
	int rampMonths = 5;
	boolean evenLuck;

	private Habits() {
	}

	static Habits drawn(Dice dice) {
		Habits habits = new Habits();
		habits.leads = dice.around(109, 9);
		habits.connects = dice.around(0.42, 0.022);
		habits.discoveries = dice.around(0.505, 0.03);
		habits.demos = dice.around(0.54, 0.044);
		habits.customers = dice.around(0.33, 0.052);
		habits.seats = dice.around(1.0, 0.04);
		habits.rampMonths = dice.between(4, 6);
		return habits;
	}

	static Habits planted(double leads, double connects, double discoveries, double demos, double customers) {
		Habits habits = new Habits();
		habits.leads = leads;
		habits.connects = connects;
		habits.discoveries = discoveries;
		habits.demos = demos;
		habits.customers = customers;
		habits.evenLuck = true;
		return habits;
	}

	/** Gives discounts of 10 to 30 per cent and sells fewer seats. */
	Habits sellsCheap() {
		discountWeights = new int[] {0, 0, 10, 15, 30, 30, 15};
		seats = 0.84;
		return this;
	}

	Habits losesToNoDecision(double share) {
		noDecision = share;
		return this;
	}

	Habits customersCancel(double times) {
		cancels = times;
		return this;
	}

	Habits takesLongerToClose(double times) {
		closingTime = times;
		return this;
	}

	Habits nobodyComes(double shareOfBookedCalls) {
		noShows = shareOfBookedCalls;
		return this;
	}

	Habits leavesUnworked(double share) {
		unworked = share;
		return this;
	}

	Habits rampsIn(int months) {
		rampMonths = months;
		return this;
	}
}
