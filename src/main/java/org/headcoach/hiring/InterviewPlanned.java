package org.headcoach.hiring;

/** An interview was planned, changed or cancelled: whoever interviews has to be told. */
public record InterviewPlanned(long interviewId) {
}
