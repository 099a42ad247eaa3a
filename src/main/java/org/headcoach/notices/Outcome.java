package org.headcoach.notices;

import java.time.Duration;

/**
 * How one try to send went.
 *
 * @param state SENT, FAILED, UNCERTAIN, DROPPED, or WAITING for another try
 * @param detail what the other side said, on one line without any secret; may be null
 * @param atLeast the pause that the other side asks for; may be null
 * @param isDown whether it is the way that fails and not this notice: others need not be tried on it now
 */
record Outcome(NoticeState state, Trouble trouble, String detail, Duration atLeast, boolean isDown) {

	static final Outcome SENT = new Outcome(NoticeState.SENT, null, null, null, false);
	static final int LONGEST_DETAIL = 300;

	Outcome {
		detail = detail == null ? null : Notice.oneLine(detail, LONGEST_DETAIL);
	}

	static Outcome later(Trouble trouble, String detail) {
		return new Outcome(NoticeState.WAITING, trouble, detail, null, false);
	}

	/** Later, and the others on the same way too. */
	static Outcome down(Trouble trouble, String detail) {
		return new Outcome(NoticeState.WAITING, trouble, detail, null, true);
	}

	static Outcome failed(Trouble trouble, String detail) {
		return new Outcome(NoticeState.FAILED, trouble, detail, null, false);
	}

	static Outcome uncertain(String detail) {
		return new Outcome(NoticeState.UNCERTAIN, Trouble.BROKEN_OFF, detail, null, true);
	}

	static Outcome dropped(Trouble trouble) {
		return new Outcome(NoticeState.DROPPED, trouble, null, null, false);
	}
}
