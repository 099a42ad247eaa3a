/** Hiring over REST, under the same rights as the pages. Read {@link org.headcoach.hiring.api.HiringResource} first. */
package org.headcoach.hiring.api;
