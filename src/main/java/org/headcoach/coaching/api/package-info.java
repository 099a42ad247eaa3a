/** Coaching over REST, under the same rights as the pages. Read {@link org.headcoach.coaching.api.CoachingPlansResource} first. */
package org.headcoach.coaching.api;
