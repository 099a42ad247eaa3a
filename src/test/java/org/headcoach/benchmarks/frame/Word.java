package org.headcoach.benchmarks.frame;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The one table. */
@Entity
public class Word {

	@Id
	private String text;

	protected Word() {
	}

	public String text() {
		return text;
	}
}
