package org.headcoach.people;

import java.time.LocalDate;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;

/** The company and its days off as this request has read them, so that a page asks the database for them once. */
@RequestScoped
class CompanyRead {

	private Company company;
	private Set<LocalDate> holidays;

	/** Null when it has not been read or was changed since. */
	Company company() {
		return company;
	}

	void remember(Company read) {
		company = read;
	}

	Set<LocalDate> holidays() {
		return holidays;
	}

	void remember(Set<LocalDate> read) {
		holidays = Set.copyOf(read);
	}

	/** After a change. */
	void forget() {
		company = null;
		holidays = null;
	}
}
