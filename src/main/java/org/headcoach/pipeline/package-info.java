/** What the CRM knows and what follows from it: imports, deals, activities, leads, customers, monthly figures, the funnel. For figures read {@link org.headcoach.pipeline.MonthlyFigures} first. */
package org.headcoach.pipeline;
