/** Contests of teams: what is played, who plays it, every night's standings, the result and whether it changed anything. Read {@link org.headcoach.contests.Contest} first. */
package org.headcoach.contests;
