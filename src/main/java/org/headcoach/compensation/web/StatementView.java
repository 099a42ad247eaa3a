package org.headcoach.compensation.web;

import java.util.List;

import org.headcoach.shared.NotHereException;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** A statement as its person, their leaders and who runs pay see it. */
@Named
@ViewScoped
public class StatementView extends PayOfMonth {

	private static final long serialVersionUID = 1L;

	@Inject
	private HttpServletRequest request;

	@Override
	protected long personId() {
		return personOf(request, here().getActor().personId());
	}

	/** The person of {@code person=}, else the reader's own; anything else is not here. */
	static long personOf(HttpServletRequest request, Long own) {
		var person = request.getParameter("person");
		if (person == null && own != null) {
			return own;
		}
		if (person == null || !person.matches("\\d{1,18}")) {
			throw new NotHereException("No person " + person);
		}
		return Long.parseLong(person);
	}

	public List<java.time.YearMonth> getMonths() {
		return getPage().months();
	}
}
