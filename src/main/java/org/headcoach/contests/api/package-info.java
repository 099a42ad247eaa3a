/** Contests over REST, under the same rights as the pages. Read {@link org.headcoach.contests.api.ContestsResource} first. */
package org.headcoach.contests.api;
