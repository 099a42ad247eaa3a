package org.headcoach.notices;

/** Why a notice was not sent, or was not sent yet; its text is {@code notices.trouble.NAME}. */
public enum Trouble {
	/** Nobody listens there, or the name is unknown. */
	NO_CONNECTION,
	/** No answer in time. */
	TIME_OUT,
	/** The mail server does not know the account name and password of the settings. */
	SIGN_IN_REFUSED,
	/** The sender's address of the settings is none. */
	BAD_SENDER,
	/** The reader's address is none. */
	BAD_ADDRESS,
	/** The mail server says "later" (4xx). */
	MAIL_LATER,
	/** The mail server says no (5xx). */
	MAIL_REFUSED,
	/** The webhook says "later" (408, 425, 429, 5xx). */
	HOOK_LATER,
	/** The webhook says no (other 4xx). */
	HOOK_REFUSED,
	/** The webhook sends elsewhere, where we do not follow. */
	HOOK_REDIRECTS,
	/** The settings do not allow this webhook's host any more. */
	HOST_NOT_ALLOWED,
	/** The sender broke off in the middle. */
	BROKEN_OFF,
	/** The reader refused the topic meanwhile. */
	READER_REFUSED,
	/** The reader's account was closed meanwhile or has no address any more. */
	READER_GONE,
	/** The webhook was removed meanwhile. */
	HOOK_REMOVED
}
