package org.headcoach.training;

import java.io.Serializable;
import java.time.LocalDate;

import org.headcoach.training.engine.Validity;

/** What is printed on a certificate, and how it stands today; nothing else is told to strangers. @param revokedOn null unless it was revoked */
public record PublicCertificate(String number, String company, String holder, String title, CertificationVersion.Level level, LocalDate earnedOn, LocalDate lastDay, Validity.State state,
		LocalDate revokedOn) implements Serializable {
}
