package org.headcoach.notices;

/** The way that a notice takes: to one reader by mail, or into a channel of Slack or Teams by its incoming webhook. */
public enum Channel {

	MAIL, SLACK, TEAMS;

	/** Whether it goes to a webhook. */
	public boolean isHook() {
		return this != MAIL;
	}
}
