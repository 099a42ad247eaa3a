package org.headcoach.coaching;

import java.util.Objects;

import jakarta.persistence.Embeddable;

/** What a rep says to one chart: what do you see, and why is it so? */
@Embeddable
public class SelfReviewLook {

	private String sees;
	private String why;

	protected SelfReviewLook() {
	}

	public SelfReviewLook(String sees, String why) {
		this.sees = sees == null || sees.isBlank() ? null : sees.strip();
		this.why = why == null || why.isBlank() ? null : why.strip();
	}

	public String sees() {
		return sees;
	}

	public String why() {
		return why;
	}

	boolean isSaid() {
		return sees != null || why != null;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof SelfReviewLook look && Objects.equals(sees, look.sees) && Objects.equals(why, look.why);
	}

	@Override
	public int hashCode() {
		return Objects.hash(sees, why);
	}
}
