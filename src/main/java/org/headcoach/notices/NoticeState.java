package org.headcoach.notices;

/**
 * Where a notice stands. It waits, is claimed by one sender, and comes to rest as sent, failed, uncertain or dropped. From failed and uncertain only a person
 * sends it again.
 */
public enum NoticeState {
	/** Its time to be sent is set: now, or after a pause. */
	WAITING,
	/** A sender has claimed it and has not said yet how it went. */
	SENDING,
	/** Handed over to the mail server or taken by the webhook. */
	SENT,
	/** Refused for good, or tried too often. */
	FAILED,
	/** It may or may not have arrived: the sender broke off after it began. */
	UNCERTAIN,
	/** Not wanted any more when its time came: refused meanwhile, account closed, webhook removed. */
	DROPPED
}
