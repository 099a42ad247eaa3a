package org.headcoach.people.climbing;

import org.headcoach.suite.Fixtures;

/** Breaks the ladder on purpose, so that its test can be seen to bite. */
public class Offender {

	Fixtures climbs;
}
