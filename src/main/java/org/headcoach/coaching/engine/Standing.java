package org.headcoach.coaching.engine;

import java.io.Serializable;

import org.headcoach.shared.statistics.Interval;

/**
 * Where a rep stands among comparable peers on one metric, chance allowed for.
 *
 * @param estimate the own figure shrunk towards the peers; for somebody without data the typical figure
 * @param interval where the true figure lies with 90 %
 * @param peerMedian median of the other reps' estimates
 * @param peers how many others that were
 * @param probabilityBelow that the true figure lies below {@code peerMedian}
 * @param probabilityAbove that it lies above
 */
public record Standing(double estimate, Interval interval, double peerMedian, int peers, double probabilityBelow, double probabilityAbove) implements Serializable {
}
