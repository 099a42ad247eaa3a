package org.headcoach.hiring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** How long candidates are kept, and when an interviewer is reminded. There is one line of it, made with the table. */
@Entity
@Table(name = "hiring_setting")
class HiringSetting {

	static final int ONLY = 1;

	@Id
	private Integer id;

	@Column(name = "keep_months")
	private int keepMonths;

	@Column(name = "remind_hours")
	private int remindHours;

	@Version
	private int version;

	protected HiringSetting() {
	}

	/** Months after the last decision. */
	int keepMonths() {
		return keepMonths;
	}

	/** Hours after the end of an interview. */
	int remindHours() {
		return remindHours;
	}

	int version() {
		return version;
	}

	void change(int months, int hours) {
		keepMonths = months;
		remindHours = hours;
	}
}
