/**
 * The arithmetic of pay, plain Java over records: the same inputs give the same lines in the same order on any machine.
 * Read {@link org.headcoach.compensation.engine.RateTable} first, then {@link org.headcoach.compensation.engine.RateRun}.
 */
package org.headcoach.compensation.engine;
