package org.headcoach.coaching.web;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;

import jakarta.servlet.http.HttpServletRequest;

/** The person that the address names. */
final class Person {

	private Person() {
	}

	/** The person of {@code person=}, else the reader's own; anything else is not here. */
	static long of(HttpServletRequest request, Here here) {
		var person = request.getParameter("person");
		if (person == null && here.getActor().personId() != null) {
			return here.getActor().personId();
		}
		if (person == null || !person.matches("\\d{1,18}")) {
			throw new NotHereException("No person " + person);
		}
		return Long.parseLong(person);
	}
}
