package org.headcoach.hiring;

/** An interview was planned, changed or cancelled: whoever interviews has to be told. */
public record InterviewPlanned(long interviewId) {

	/** Of the mail that tells one of them. @param sequence of the interview, which grows with every change */
	public static String noticeKey(long interviewId, int sequence, long accountId) {
		return "interview-" + interviewId + "-" + sequence + "-account-" + accountId;
	}
}
