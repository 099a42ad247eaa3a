/** What every part of the trade uses: money, percentages, the business clock, refusals with a reason, reading and writing tables. Read {@link org.headcoach.shared.BusinessException} first. */
package org.headcoach.shared;
