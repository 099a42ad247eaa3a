package org.headcoach.training;

import java.time.LocalDate;

import org.headcoach.training.engine.Validity;

/** A certificate that nobody has renewed ends soon, or has ended. */
public record CertificateEnds(long certificateId, long personId, String holder, String title, LocalDate lastDay, Validity.Reminder reminder) {
}
