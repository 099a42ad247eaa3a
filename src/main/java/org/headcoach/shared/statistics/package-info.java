/** General statistics in plain Java: intervals for rates, estimates shrunk towards a group, pooled effects, medians. Read {@link org.headcoach.shared.statistics.BetaBinomial} first. */
package org.headcoach.shared.statistics;
