package org.headcoach.coaching.web;

import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.ReadinessService;
import org.headcoach.training.Standing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the person of a coaching page has earned in training: whether they may sell alone, and which stage nobody has certified them for. */
@Named
@RequestScoped
public class EarnedView {

	private static final String CONVERSION = "CONVERSION:";

	@Inject
	private ReadinessService readiness;

	@Inject
	private Here here;

	private Long asked;
	private Standing standing;

	/** Null where there is nothing to say. */
	public Standing of(Long personId) {
		if (personId != null && !personId.equals(asked)) {
			standing = readiness.standing(personId);
			asked = personId;
		}
		return personId == null ? null : standing;
	}

	/** Whether they may sell alone, in a sentence. */
	public String answer(Long personId) {
		var missing = of(personId).missing();
		return of(personId).ready() ? Messages.html(here.getLocale(), "coaching.earned.ready")
				: missing.isEmpty() ? Messages.html(here.getLocale(), "coaching.earned.nothing-asked") : Messages.html(here.getLocale(), "coaching.earned.missing", missing.stream().map(Standing.Stop::title).toList());
	}

	/** The certification of the stage that a conversion starts from, where it is not held; else null. */
	public String gap(Long personId, String metric) {
		if (of(personId) == null || !metric.startsWith(CONVERSION)) {
			return null;
		}
		var stage = metric.split(":")[1];
		return of(personId).stops().stream().filter(stop -> !stop.isHeld() && stage.equals(stop.stage())).map(Standing.Stop::title).findFirst().orElse(null);
	}

	/** How a certification looks in the list. */
	public String kind(Standing.Stop stop) {
		return stop.isHeld() ? "done" : stop.late() ? "look" : stop.planned() != null ? "waiting" : "open";
	}

	/** How it stands, in words. */
	public String state(Standing.Stop stop) {
		return stop.isHeld() ? stop.lastDay() == null ? text("coaching.earned.held") : text("coaching.earned.held-until", stop.lastDay())
				: stop.planned() != null ? text("coaching.earned.planned", stop.planned().toLocalDate()) : text(stop.late() ? "coaching.earned.late" : "coaching.earned.due", stop.dueOn());
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}
}
