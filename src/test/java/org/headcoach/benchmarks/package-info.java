/** JMH benchmarks of plain code; run one through {@code org.openjdk.jmh.Main}. Their figures stand on the performance page. Read {@link org.headcoach.benchmarks.DiagnosisBenchmark} first. */
package org.headcoach.benchmarks;
