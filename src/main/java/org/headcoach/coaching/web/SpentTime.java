package org.headcoach.coaching.web;

import java.io.Serializable;
import java.time.LocalDate;

import org.headcoach.coaching.LogCoachingTime;
import org.headcoach.coaching.TimeKind;

/** Coaching time as it is filled in on a page, before it is logged; with whom is the page's to say. */
public class SpentTime implements Serializable {

	private static final long serialVersionUID = 1L;

	private TimeKind kind = TimeKind.CALL_REVIEW;
	private Integer minutes = 30;
	private LocalDate on;

	SpentTime(LocalDate on) {
		this.on = on;
	}

	LogCoachingTime with(Long personId) {
		return new LogCoachingTime(personId, on, minutes == null ? 0 : minutes, kind, null);
	}

	public TimeKind getKind() {
		return kind;
	}

	public void setKind(TimeKind kind) {
		this.kind = kind;
	}

	public Integer getMinutes() {
		return minutes;
	}

	public void setMinutes(Integer minutes) {
		this.minutes = minutes;
	}

	public LocalDate getOn() {
		return on;
	}

	public void setOn(LocalDate on) {
		this.on = on;
	}
}
