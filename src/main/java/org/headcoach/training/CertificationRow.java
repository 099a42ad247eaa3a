package org.headcoach.training;

import java.io.Serializable;
import java.math.BigDecimal;

/** A certification in the list. @param own what the reader holds of it; null for nothing */
public record CertificationRow(long id, int versionNo, String title, CertificationVersion.Level level, CertificationPage.Stage stage, int behaviours, BigDecimal passMark, Integer validMonths,
		boolean retired, Holding own) implements Serializable {
}
