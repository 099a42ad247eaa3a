package org.headcoach.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.headcoach.compensation.engine.Boundary;
import org.headcoach.compensation.engine.Clawback;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Credit;
import org.headcoach.compensation.engine.Owed;
import org.headcoach.compensation.engine.PayMonth;
import org.headcoach.compensation.engine.PayRun;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PayableDeal;
import org.headcoach.compensation.engine.PayeeFacts;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.Posting;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Slice;
import org.headcoach.compensation.engine.Tier;
import org.headcoach.compensation.engine.Window;
import org.headcoach.shared.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A year of 1,000 payees with so many deals together, 2 for each 1 of MRR up to 40,000 a month and 3 above, all of it taken back within four months: the engine,
 * every line with its slices and every posting, against a loop over arrays that computes the same sums and explains nothing, and against one that makes the
 * same records by hand. One thread each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 6, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class PayBenchmark {

	private static final int PAYEES = 1_000;
	private static final int MONTHS = 17;
	private static final YearMonth FIRST = YearMonth.of(2025, 1);
	private static final YearMonth LAST = FIRST.plusMonths(MONTHS - 1L);
	private static final List<YearMonth> ALL = IntStream.range(0, MONTHS).mapToObj(FIRST::plusMonths).toList();
	private static final long QUOTA_CENTS = 4_000_000;
	private static final BigDecimal TWO = BigDecimal.valueOf(2);
	private static final BigDecimal THREE = BigDecimal.valueOf(3);

	@Param({ "1000000" })
	private int deals;

	private PlanTerms terms;
	private List<PayeeFacts> payees;

	/** By payee, then by day. */
	private long[] cents;
	private int[] month;
	/** The month in which it goes back; 0 for never. */
	private int[] takenBack;

	@Setup
	public void sellForAYear() {
		var table = new RateTable(List.of(Tier.marginal(BigDecimal.ZERO, BigDecimal.valueOf(QUOTA_CENTS, 2), TWO), Tier.marginal(BigDecimal.valueOf(QUOTA_CENTS, 2), null, THREE)),
				Boundary.HIGHER);
		terms = PlanTerms.of("Plan", Currency.getInstance("USD"), Component.of("mrr", table, Window.MONTH, PaySchedule.atOnce(Clawback.all(4))));
		payees = new ArrayList<>();
		cents = new long[deals];
		month = new int[deals];
		takenBack = new int[deals];
		var random = new Random(1);
		var each = deals / PAYEES;
		for (int payee = 0; payee < PAYEES; payee++) {
			var credits = new ArrayList<Credit>();
			var byId = new TreeMap<String, PayableDeal>();
			for (int i = 0; i < each; i++) {
				var at = payee * each + i;
				var day = FIRST.atDay(1).plusDays(i * 365L / each);
				var cancelled = random.nextInt(10) == 0 ? day.plusDays(random.nextInt(180)) : null;
				cents[at] = 10_000 + random.nextInt(90_000);
				month[at] = month(day);
				takenBack[at] = cancelled != null && cancelled.isBefore(day.plusMonths(4)) ? month(cancelled) + 1 : 0;
				var id = "D" + (1_000_000 + at);
				credits.add(Credit.sale(id, day, BigDecimal.valueOf(cents[at], 2)));
				byId.put(id, new PayableDeal(id, day, null, List.of(), cancelled));
			}
			payees.add(PayeeFacts.of(Map.of("mrr", credits), byId, FIRST.atDay(1), LAST.atEndOfMonth()));
		}
		if (engine() != loop() || records() != loop()) {
			throw new IllegalStateException("The engine pays " + engine() + ", the loop " + loop() + ", by hand " + records());
		}
		var computed = lines(new PayRun(terms, payees.get(0)).months(FIRST, LAST));
		var byHand = byHand(payees.get(0));
		if (!Set.copyOf(computed).equals(Set.copyOf(byHand.lines())) || !Set.copyOf(Posting.differences(computed, List.of(), FIRST)).equals(Set.copyOf(byHand.postings()))) {
			throw new IllegalStateException("The engine's records are not those made by hand");
		}
	}

	private static int month(LocalDate day) {
		return (day.getYear() - FIRST.getYear()) * 12 + day.getMonthValue() - FIRST.getMonthValue();
	}

	/** The sum of the squares of all payees' months in cents, so that no month can be forgotten by either. */
	@Benchmark
	public long engine() {
		var check = 0L;
		for (var facts : payees) {
			var months = new PayRun(terms, facts).months(FIRST, LAST);
			var owed = lines(months);
			var postings = Posting.differences(owed, List.of(), FIRST);
			if (postings.size() != owed.size()) {
				throw new IllegalStateException("Not every line was posted");
			}
			for (PayMonth one : months) {
				var sum = one.owed().amount().unscaledValue().longValueExact();
				check += sum * sum;
			}
		}
		return check;
	}

	private List<Owed> lines(List<PayMonth> months) {
		var owed = new ArrayList<Owed>(deals / PAYEES * 5 / 4);
		months.forEach(one -> owed.addAll(one.lines()));
		return owed;
	}

	private record Made(List<Owed> lines, List<Posting> postings, long[] sums) {
	}

	/** What the records alone cost: the same lines and postings, made by hand for this one plan; nothing is looked up, sorted, checked or asked of a plan. */
	@Benchmark
	public long records() {
		var check = 0L;
		for (var facts : payees) {
			for (var sum : byHand(facts).sums()) {
				check += sum * sum;
			}
		}
		return check;
	}

	private Made byHand(PayeeFacts facts) {
		var made = new Made(new ArrayList<>(deals / PAYEES * 5 / 4), new ArrayList<>(deals / PAYEES * 5 / 4), new long[MONTHS]);
		var inTurn = facts.deals().values().iterator();
		var total = 0L;
		var current = -1;
		for (var credit : facts.credits().get("mrr")) {
			var deal = inTurn.next();
			var units = credit.base().unscaledValue().longValue();
			var sold = month(credit.day());
			total = sold == current ? total : 0;
			current = sold;
			var below = Math.max(0, Math.min(units, QUOTA_CENTS - total));
			var pay = BigDecimal.valueOf(2 * below + 3 * (units - below), 2);
			var slices = below == units ? List.of(new Slice(0, credit.base(), TWO, pay))
					: below == 0 ? List.of(new Slice(1, credit.base(), THREE, pay))
					: List.of(slice(0, below, TWO), slice(1, units - below, THREE));
			total += units;
			var money = Money.of(pay, terms.currency());
			add(made, sold, Owed.Kind.SALE, credit, "1", slices, pay, money);
			if (deal.cancelledOn() != null && deal.cancelledOn().isBefore(deal.wonOn().plusMonths(4))) {
				add(made, month(deal.cancelledOn()) + 1, Owed.Kind.CLAWBACK, credit, "0", slices, pay, money.negated());
			}
		}
		return made;
	}

	private static Slice slice(int tier, long cents, BigDecimal rate) {
		var base = BigDecimal.valueOf(cents, 2);
		return new Slice(tier, base, rate, base.multiply(rate));
	}

	private void add(Made made, int at, Owed.Kind kind, Credit credit, String detail, List<Slice> slices, BigDecimal whole, Money amount) {
		var key = new Owed.Key(ALL.get(at), terms.name(), "mrr", kind, credit.source(), detail);
		made.lines().add(new Owed(key.month(), key, slices, List.of(), whole, amount));
		made.postings().add(new Posting(key, key.month(), amount, false));
		made.sums()[at] += amount.amount().unscaledValue().longValue();
	}

	@Benchmark
	public long loop() {
		var check = 0L;
		var each = deals / PAYEES;
		var sums = new long[MONTHS];
		for (int payee = 0; payee < PAYEES; payee++) {
			java.util.Arrays.fill(sums, 0);
			var total = 0L;
			var current = -1;
			for (int at = payee * each; at < (payee + 1) * each; at++) {
				if (month[at] != current) {
					current = month[at];
					total = 0;
				}
				var below = Math.max(0, Math.min(cents[at], QUOTA_CENTS - total));
				var pay = 2 * below + 3 * (cents[at] - below);
				total += cents[at];
				sums[current] += pay;
				if (takenBack[at] > 0) {
					sums[takenBack[at]] -= pay;
				}
			}
			for (var sum : sums) {
				check += sum * sum;
			}
		}
		return check;
	}
}
