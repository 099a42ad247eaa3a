package org.headcoach.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.headcoach.coaching.engine.Diagnosis;
import org.headcoach.coaching.engine.DiagnosisRules;
import org.headcoach.coaching.engine.RepFigures;
import org.headcoach.coaching.engine.Reps;
import org.headcoach.shared.statistics.Draws;
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

/** A full diagnosis, all nine metrics with verdicts and suggestions, of one group of comparable reps over three months. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DiagnosisBenchmark {

	@Param({ "50", "1000" })
	private int reps;

	private List<RepFigures> group;

	@Setup
	public void drawTheGroup() {
		Random random = new Random(1);
		group = new ArrayList<>();
		for (int rep = 0; rep < reps; rep++) {
			group.add(Reps.drawn(random, rep, 4 + 6 * random.nextDouble(), Draws.beta(random, 30, 30), Draws.beta(random, 24, 36), Draws.beta(random, 36, 24),
					Draws.beta(random, 20, 40)));
		}
	}

	@Benchmark
	public Diagnosis diagnose() {
		return Diagnosis.of(Reps.FUNNEL, group, DiagnosisRules.standard());
	}
}
