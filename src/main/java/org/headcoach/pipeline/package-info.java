/** What the CRM knows and what follows from it: imports, deals, activities, leads, customers, monthly figures, the funnel. */
package org.headcoach.pipeline;
