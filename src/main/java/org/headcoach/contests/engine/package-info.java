/**
 * The arithmetic of contests, plain Java over records: who leads and why, fair teams, chances, nights, and whether it changed anything.
 * Read {@link org.headcoach.contests.engine.Standings} first.
 */
package org.headcoach.contests.engine;
