package org.headcoach.contests;

import static org.headcoach.people.Permission.RUN_CONTESTS;
import static org.headcoach.people.Permission.SEE_COMPANY;

import java.util.List;

import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which contests the current account may see and which it may run, and whom it may let play. What is refused is not there. */
@ApplicationScoped
class ContestReach {

	@Inject
	private Contests contests;

	@Inject
	private Reach reach;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/** Who made it, whoever stands above them today, and who sees the whole company. */
	boolean mayRun(Contest contest) {
		var actor = current.get();
		if (!actor.may(RUN_CONTESTS)) {
			return false;
		}
		if (actor.may(SEE_COMPANY) || actor.accountId() != null && actor.accountId().equals(contest.ownerAccountId())) {
			return true;
		}
		var owner = contest.owner();
		return owner != null && actor.personId() != null && (owner.id().equals(actor.personId()) || reach.today().isAbove(actor.personId(), owner.id()));
	}

	/** The contest, when the reader sees it. */
	Contest visible(long id) {
		var contest = contests.find(id);
		if (contest == null || !contest.phase(clock.now()).isPublic() && !mayRun(contest)) {
			throw notHere(id);
		}
		return contest;
	}

	/** The contest for a change, one at a time. */
	Contest run(long id) {
		var contest = contests.locked(id);
		if (contest == null || !mayRun(contest)) {
			throw notHere(id);
		}
		return contest;
	}

	NotHereException notHere(long id) {
		return new NotHereException(current.get().name() + " does not see contest " + id);
	}

	/** Reps whom the reader may let play: of the own line as it stands today. */
	List<Line.Place> reps() {
		var actor = current.get();
		var line = reach.today();
		return line.everybodyIn(Role.REP).stream().filter(place -> actor.may(SEE_COMPANY) || actor.personId() != null && line.isAbove(actor.personId(), place.personId())).toList();
	}

	/** The contest of somebody who may run it. */
	Contest runnable(long id) {
		var contest = contests.find(id);
		if (contest == null || !mayRun(contest)) {
			throw notHere(id);
		}
		return contest;
	}
}
