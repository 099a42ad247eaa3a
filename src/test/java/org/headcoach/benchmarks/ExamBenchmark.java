package org.headcoach.benchmarks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.headcoach.training.engine.Answer;
import org.headcoach.training.engine.Grading;
import org.headcoach.training.engine.ItemAnalysis;
import org.headcoach.training.engine.Key;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A hundred thousand attempts at fifty questions of seven kinds: how long it takes to grade them all, and to tell what the questions tell. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class ExamBenchmark {

	private static final int ATTEMPTS = 100_000;
	private static final int QUESTIONS = 50;
	/** So many different answers to each question; attempts choose among them. */
	private static final int ANSWERS = 64;

	private final Grading[] gradings = new Grading[QUESTIONS];
	private final Answer[][] answers = new Answer[QUESTIONS][ANSWERS];
	private double[][] credits;

	@Setup
	public void exam() {
		var luck = new Random(1);
		for (int q = 0; q < QUESTIONS; q++) {
			var key = key(q % 7);
			gradings[q] = Grading.of(key);
			for (int a = 0; a < ANSWERS; a++) {
				answers[q][a] = answer(key, luck);
			}
		}
		credits = new double[ATTEMPTS][QUESTIONS];
		grade();
	}

	/** Credits of five million answers. */
	@Benchmark
	public double[][] grade() {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			for (int q = 0; q < QUESTIONS; q++) {
				credits[attempt][q] = gradings[q].credit(answers[q][(attempt * 31 + q * 17) % ANSWERS]);
			}
		}
		return credits;
	}

	/** Facility, discrimination and reliability of the fifty questions. */
	@Benchmark
	public ItemAnalysis analyse() {
		return ItemAnalysis.of(credits);
	}

	private static Key.Choice choice(String text, int weight) {
		return new Key.Choice(text, BigDecimal.valueOf(weight), "");
	}

	private static Key key(int kind) {
		return switch (kind) {
			case 0 -> new Key.Single(List.of(choice("a", 100), choice("b", 0), choice("c", 0), choice("d", 0)));
			case 1 -> new Key.Multiple(List.of(choice("a", 50), choice("b", 50), choice("c", -50), choice("d", -50)));
			case 2 -> new Key.TrueFalse(true, "", "");
			case 3 -> new Key.Short(List.of(choice("economic buyer", 100), choice("the economic*", 100), choice("boss", 50)), false);
			case 4 -> new Key.Numeric(List.of(new Key.Range(BigDecimal.ONE, BigDecimal.valueOf(5), BigDecimal.valueOf(100), "")));
			case 5 -> new Key.Matching(List.of(new Key.Pair("1", "a"), new Key.Pair("2", "b"), new Key.Pair("3", "c")));
			default -> new Key.Ordering(List.of("a", "b", "c", "d"));
		};
	}

	private static Answer answer(Key key, Random luck) {
		return switch (key.kind()) {
			case SINGLE -> Answer.Chosen.of(luck.nextInt(4));
			case MULTIPLE -> new Answer.Chosen(luck.nextInt(16));
			case TRUE_FALSE -> Answer.Chosen.of(luck.nextInt(2));
			case SHORT -> new Answer.Written(luck.nextBoolean() ? "Economic Buyer" : "somebody");
			case NUMERIC -> new Answer.Written(String.valueOf(luck.nextInt(10)));
			case MATCHING -> new Answer.Placed(List.of(luck.nextInt(3), luck.nextInt(3), luck.nextInt(3)));
			default -> new Answer.Placed(luck.ints(0, 4).distinct().limit(4).boxed().toList());
		};
	}
}
