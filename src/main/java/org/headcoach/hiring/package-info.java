/** Hiring: what a good one is like, who comes, what interviewers saw, who is hired. Read {@link org.headcoach.hiring.Candidacy} first. */
package org.headcoach.hiring;
