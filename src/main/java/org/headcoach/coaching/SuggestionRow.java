package org.headcoach.coaching;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * A metric worth working on, and the skills of the library that may be behind it.
 *
 * @param extraCustomers customers more a month if this metric reached the peer median and all else stayed
 * @param extraMrr monthly recurring revenue more a month, an estimate; null where no revenue is known
 * @param sure the probability of really lying on the bad side of the peers
 */
public record SuggestionRow(FindingRow finding, double extraCustomers, BigDecimal extraMrr, double sure, List<SkillRow> skills)
		implements Serializable {
}
