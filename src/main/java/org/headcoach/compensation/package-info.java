/** Pay: plans, what they owe for what was sold, and what was posted. Read {@link org.headcoach.compensation.engine.RateTable} first. */
package org.headcoach.compensation;
