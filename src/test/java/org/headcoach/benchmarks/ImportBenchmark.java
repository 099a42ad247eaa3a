package org.headcoach.benchmarks;

final class ImportBenchmark {
	ImportBenchmark(Scale scale, Report report) {
	}

	void run() {
	}
}
