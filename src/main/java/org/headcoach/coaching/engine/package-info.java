/** The arithmetic of coaching in plain Java: who differs from comparable peers and by how much it matters, whether coaching worked, and when each step of the month is due. Read {@link org.headcoach.coaching.engine.Diagnosis} first. */
package org.headcoach.coaching.engine;
