/** The least that uses what Headcoach is built of: one page, one bean, one table, one REST resource. Part of a war that only the benchmark of the start has; read {@link org.headcoach.benchmarks.frame.Words} first. */
package org.headcoach.benchmarks.frame;
