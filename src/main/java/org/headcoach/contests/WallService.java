package org.headcoach.contests;

import static org.headcoach.people.Permission.NOTHING;
import static org.headcoach.people.Permission.RUN_CONTESTS;
import static org.headcoach.people.Permission.SEE_CONTESTS;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.headcoach.people.Actor;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.Secrets;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Columns;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** A contest on a screen in the room: for who is signed in, and by a link that can be taken back for a screen that nobody is signed in at. The link shows this one contest and nothing else. */
@ApplicationScoped
@Transactional
public class WallService {

	/** @param revoked null while it works */
	public record LinkRow(long id, String name, String by, Instant made, Instant revoked) implements Serializable {
	}

	/** 128 bits: nobody guesses it, and it can be typed on a television. */
	private static final int BYTES = 16;
	private static final int LONGEST_TOKEN = 64;
	private static final int LONGEST_NAME = 100;
	private static final int MOST_LINKS = 50;

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Contests contests;

	@Inject
	private ContestReach contestReach;

	@Inject
	private ContestService service;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private BusinessClock clock;

	/**
	 * Makes a link. What stands in it is told this once; only its hash is kept.
	 *
	 * @param name where the screen hangs
	 * @return the secret part of the address
	 * @throws BusinessException of a draft, without a name, and when there are too many
	 */
	@Needs(RUN_CONTESTS)
	public String make(long contestId, String name) {
		var contest = contestReach.run(contestId);
		if (!contest.phase(clock.now()).isPublic()) {
			throw new BusinessException("contests.error.wall-draft");
		}
		var said = Contest.said(name, LONGEST_NAME, "contests.error.wall-name");
		if (links(contestId).stream().filter(link -> link.revoked() == null).count() >= MOST_LINKS) {
			throw new BusinessException("contests.error.wall-links", MOST_LINKS);
		}
		var token = Secrets.create(BYTES);
		em.createNativeQuery("insert into contest_wall_link (id, contest_id, name, token_hash, made_by_name, made_at) select nextval('ids'), ?, ?, ?, ?, ?").setParameter(1, contestId)
				.setParameter(2, said).setParameter(3, Secrets.hash(token)).setParameter(4, current.get().name()).setParameter(5, Timestamp.from(clock.now())).executeUpdate();
		audit.record("MAKE_WALL_LINK", "Contest", contestId, contest.title(), null, Map.of("name", said));
		return token;
	}

	/** The links of a contest, those that work first. */
	@Needs(RUN_CONTESTS)
	public List<LinkRow> links(long contestId) {
		if (!contestReach.mayRun(contestReach.visible(contestId))) {
			throw new NotHereException(current.get().name() + " does not run contest " + contestId);
		}
		return contests.rows("select id, name, made_by_name, made_at, revoked_at from contest_wall_link where contest_id = " + contestId
				+ " order by case when revoked_at is null then 0 else 1 end, made_at desc, id desc").stream().map(row -> new LinkRow(((Number) row[0]).longValue(), (String) row[1], (String) row[2],
						Columns.moment(row[3]), row[4] == null ? null : Columns.moment(row[4]))).toList();
	}

	/** Takes a link back: from now on there is nothing behind it. */
	@Needs(RUN_CONTESTS)
	public void revoke(long contestId, long linkId) {
		var contest = contestReach.run(contestId);
		var link = links(contestId).stream().filter(one -> one.id() == linkId).findFirst().orElseThrow(() -> new NotHereException("Contest " + contestId + " has no link " + linkId));
		if (link.revoked() != null) {
			return;
		}
		em.createNativeQuery("update contest_wall_link set revoked_at = ? where id = ?").setParameter(1, Timestamp.from(clock.now())).setParameter(2, linkId).executeUpdate();
		audit.record("REVOKE_WALL_LINK", "Contest", contestId, contest.title(), Map.of("name", link.name()), null);
	}

	/** The wall behind a link. @throws NotHereException when it was taken back or never was one */
	@Needs(NOTHING)
	public WallPage wall(String token) {
		var contestId = follow(token);
		// the screen has no account of its own; what it shows is the same whoever stands before it
		return current.as(Actor.SYSTEM, () -> WallPage.of(service.contest(contestId)));
	}

	/** The number of the contest behind a link, for a screen that wants to be told when standings have moved. @throws NotHereException when it was taken back or never was one */
	@Needs(NOTHING)
	public long follow(String token) {
		if (token == null || token.length() > LONGEST_TOKEN) {
			throw new NotHereException("No link to a wall");
		}
		return contests.rows("select contest_id, id from contest_wall_link where token_hash = ? and revoked_at is null", Secrets.hash(token)).stream().findFirst()
				.map(row -> ((Number) row[0]).longValue()).orElseThrow(() -> new NotHereException("No link to a wall"));
	}

	/** The wall of a contest, for who sees it. */
	@Needs(SEE_CONTESTS)
	public WallPage of(long contestId) {
		if (!contestReach.visible(contestId).phase(clock.now()).isPublic()) {
			throw new NotHereException("Contest " + contestId + " is a draft");
		}
		return current.as(Actor.SYSTEM, () -> WallPage.of(service.contest(contestId)));
	}
}
