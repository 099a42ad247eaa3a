package org.headcoach.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.headcoach.hiring.engine.Hire;
import org.headcoach.hiring.engine.Learning;
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

/** What hires teach about fourteen characteristics, with a thousand draws: least squares of 1,000 hires, held back of 100. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LearningBenchmark {

	private static final int CHARACTERISTICS = 14;

	@Param({ "100", "1000" })
	private int hires;

	private Map<String, Double> weights;
	private List<Hire> people;

	@Setup
	public void drawThePeople() {
		var random = new Random(1);
		weights = new LinkedHashMap<>();
		for (int i = 0; i < CHARACTERISTICS; i++) {
			weights.put("c" + i, 1.0 + i % 9);
		}
		people = new ArrayList<>();
		for (int hire = 0; hire < hires; hire++) {
			var scores = new HashMap<String, Double>();
			var outcome = random.nextGaussian();
			for (int i = 0; i < CHARACTERISTICS; i++) {
				var score = 1 + random.nextInt(10);
				// every eighth score is missing
				if (random.nextInt(8) > 0) {
					scores.put("c" + i, (double) score);
				}
				outcome += i % 3 == 0 ? 0.1 * score : 0;
			}
			people.add(new Hire(hire, scores, outcome));
		}
	}

	@Benchmark
	public Learning learn() {
		return Learning.of(weights, people, 0, Map.of());
	}
}
