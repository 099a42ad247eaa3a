package org.headcoach.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.headcoach.notices.NoticeService.NoticeRow;
import org.headcoach.notices.NoticeService.OutboxSearch;
import org.headcoach.people.Like;
import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

/** The notices in the database: who may send which one now, and how it went. Each step is one transaction, so that what a process did last stands there when it dies. */
@ApplicationScoped
@Transactional
class Outbox {

	/** A notice that nobody else sends now. */
	public record Claimed(Long id, String claim, String key, String topic, Channel channel, Long accountId, Long hookId, boolean outside, String toName, String toEmail, String replyTo, String subject, String text,
			String html, int tries) {
	}

	/** A notice whose time has come, and on which way it goes: many to one mail server or webhook share it. */
	public record Due(Long id, Long hookId) {
	}

	/** No try lasts as long, so whoever holds a claim for longer is gone. */
	static final Duration LONGEST_CLAIM = Duration.ofMinutes(10);
	static final Duration TEXT_KEPT = Duration.ofDays(90);

	/** Claims of this process begin with it. */
	private static final String PROCESS = UUID.randomUUID().toString();

	private static final String ROW = "select new org.headcoach.notices.NoticeService.NoticeRow(n.id, n.key, n.topic, n.channel, a.name, h.name, n.outside, n.subject, n.state, n.tries, n.postedAt,"
			+ " n.nextTryAt, n.endedAt, n.trouble, n.detail)";

	private static final String FROM = " from PostedNotice n left join Account a on a.id = n.accountId left join NoticeHook h on h.id = n.hookId";

	@PersistenceContext
	private EntityManager em;

	@Inject
	private BusinessClock clock;

	// ------------------------------------------------------------ posting

	/** Those of the keys that are there already. */
	Set<String> known(Collection<String> keys) {
		return new HashSet<>(em.createQuery("select n.key from PostedNotice n where n.key in :keys", String.class).setParameter("keys", keys).getResultList());
	}

	/** Lets the caller's transaction post alone until it ends. */
	void lock() {
		em.createNativeQuery("select id from notice_office where id = 1 for update").getSingleResult();
	}

	void add(Notice notice) {
		em.persist(new PostedNotice(notice, clock.now()));
	}

	// ------------------------------------------------------------ sending

	/** What is due, the longest waiting first. */
	List<Due> due(boolean mail, int most) {
		return em.createQuery("select new org.headcoach.notices.Outbox.Due(n.id, n.hookId) from PostedNotice n where n.state = org.headcoach.notices.NoticeState.WAITING"
				+ " and n.nextTryAt <= :now and n.channel " + (mail ? "=" : "<>") + " org.headcoach.notices.Channel.MAIL order by n.nextTryAt, n.id", Due.class)
				.setParameter("now", clock.now()).setMaxResults(most).getResultList();
	}

	/** Takes the notice for one try; empty when somebody else has. Of all who ask at once, on whatever node, the database lets one through. */
	Optional<Claimed> claim(Long id) {
		var claim = PROCESS + "/" + UUID.randomUUID();
		var won = em.createQuery("update PostedNotice n set n.state = org.headcoach.notices.NoticeState.SENDING, n.tries = n.tries + 1, n.claim = :claim, n.claimedAt = :now"
				+ " where n.id = :id and n.state = org.headcoach.notices.NoticeState.WAITING and n.nextTryAt <= :now")
				.setParameter("claim", claim).setParameter("now", clock.now()).setParameter("id", id).executeUpdate();
		return won == 0 ? Optional.empty() : em.createQuery("select new org.headcoach.notices.Outbox.Claimed(n.id, n.claim, n.key, n.topic, n.channel, n.accountId, n.hookId,"
				+ " n.outside, n.toName, n.toEmail, n.replyTo, n.subject, n.text, n.html, n.tries) from PostedNotice n where n.id = :id and n.claim = :claim", Claimed.class).setParameter("id", id).setParameter("claim", claim)
				.getResultStream().findFirst();
	}

	/** How the try went. A claim that was given up meanwhile may still say so, as long as nobody has sent the notice again. */
	void end(Claimed claimed, Outcome outcome) {
		var pause = outcome.state() == NoticeState.WAITING ? Pauses.after(claimed.tries(), outcome.atLeast()) : Optional.<Duration>empty();
		var state = outcome.state() == NoticeState.WAITING && pause.isEmpty() ? NoticeState.FAILED : outcome.state();
		// a moment is written into the statement or bound to it: bound as nothing, PostgreSQL takes it for a text
		em.createQuery("update PostedNotice n set n.state = :state, n.trouble = :trouble, n.detail = :detail, "
				+ (pause.isPresent() ? "n.nextTryAt = :moment, n.endedAt = null" : "n.nextTryAt = null, n.endedAt = :moment")
				+ " where n.id = :id and n.claim = :claim and n.state in (org.headcoach.notices.NoticeState.SENDING, org.headcoach.notices.NoticeState.UNCERTAIN)")
				.setParameter("state", state).setParameter("trouble", outcome.trouble()).setParameter("detail", outcome.detail())
				.setParameter("moment", clock.now().plus(pause.orElse(Duration.ZERO))).setParameter("id", claimed.id()).setParameter("claim", claimed.claim()).executeUpdate();
	}

	/**
	 * Whoever claimed these has not come back: they may have gone out or not, so nobody sends them again unasked.
	 *
	 * @param alone whether no other process can be sending: then every claim that is not this one's is left behind, however young
	 * @return how many there were
	 */
	int giveUpClaims(boolean alone) {
		return em.createQuery("update PostedNotice n set n.state = org.headcoach.notices.NoticeState.UNCERTAIN, n.endedAt = :now, n.nextTryAt = null,"
				+ " n.trouble = org.headcoach.notices.Trouble.BROKEN_OFF, n.detail = null where n.state = org.headcoach.notices.NoticeState.SENDING and "
				+ (alone ? "n.claim not like :it" : "n.claimedAt < :it"))
				.setParameter("now", clock.now()).setParameter("it", alone ? PROCESS + "/%" : clock.now().minus(LONGEST_CLAIM)).executeUpdate();
	}

	/** Lets a notice that came to rest unsent be sent again, as if for the first time; false when it is no longer such a one. */
	boolean again(Long id) {
		return em.createQuery("update PostedNotice n set n.state = org.headcoach.notices.NoticeState.WAITING, n.tries = 0, n.nextTryAt = :now, n.endedAt = null, n.trouble = null, n.detail = null, n.claim = null,"
				+ " n.claimedAt = null where n.id = :id and n.text is not null"
				+ " and n.state in (org.headcoach.notices.NoticeState.FAILED, org.headcoach.notices.NoticeState.UNCERTAIN)").setParameter("now", clock.now()).setParameter("id", id)
				.executeUpdate() > 0;
	}

	/** Old notices lose what they said; the key stays, so that it is never sent again. Returns how many. */
	int forgetTexts() {
		return em.createQuery("update PostedNotice n set n.text = null, n.html = null, n.toName = null, n.toEmail = null, n.replyTo = null where n.endedAt < :then and n.text is not null")
				.setParameter("then", clock.now().minus(TEXT_KEPT)).executeUpdate();
	}

	/** Forgets now what these say and to whom they go; what still waits is not sent. */
	void forget(Collection<String> keys) {
		em.createQuery("update PostedNotice n set n.state = org.headcoach.notices.NoticeState.DROPPED, n.nextTryAt = null, n.endedAt = :now, n.trouble = org.headcoach.notices.Trouble.READER_GONE"
				+ " where n.key in :keys and n.state = org.headcoach.notices.NoticeState.WAITING").setParameter("now", clock.now()).setParameter("keys", keys).executeUpdate();
		em.createQuery("update PostedNotice n set n.text = null, n.html = null, n.toName = null, n.toEmail = null, n.replyTo = null, n.detail = null, n.subject = '-' where n.key in :keys")
				.setParameter("keys", keys).executeUpdate();
	}

	// ------------------------------------------------------------ reading

	/** How those of the keys stand that are there. */
	Map<String, NoticeService.Sent> stands(Collection<String> keys) {
		var stands = new HashMap<String, NoticeService.Sent>();
		em.createQuery("select n.key, n.state, n.trouble, n.endedAt from PostedNotice n where n.key in :keys", Object[].class).setParameter("keys", keys).getResultList()
				.forEach(row -> stands.put((String) row[0], new NoticeService.Sent((NoticeState) row[1], (Trouble) row[2], (Instant) row[3])));
		return stands;
	}

	List<NoticeRow> search(OutboxSearch search, ZoneId zone) {
		return fill(em.createQuery(ROW + from(search) + states(search) + " order by n.postedAt desc, n.id desc", NoticeRow.class), search, zone)
				.setFirstResult(search.first()).setMaxResults(search.size()).getResultList();
	}

	/** How many stand where; the states of the search do not narrow it. */
	Map<NoticeState, Long> counts(OutboxSearch search, ZoneId zone) {
		var counts = new EnumMap<NoticeState, Long>(NoticeState.class);
		var everywhere = new OutboxSearch(search.text(), null, search.channel(), search.from(), search.until(), 0, 0);
		fill(em.createQuery("select n.state, count(n)" + from(everywhere) + " group by n.state", Object[].class), everywhere, zone).getResultList()
				.forEach(row -> counts.put((NoticeState) row[0], (Long) row[1]));
		return counts;
	}

	Optional<NoticeRow> row(Long id) {
		return em.createQuery(ROW + FROM + " where n.id = :id", NoticeRow.class).setParameter("id", id).getResultStream().findFirst();
	}

	private static String from(OutboxSearch search) {
		return FROM + " where n.id is not null" + (Like.contains(search.text()) == null ? "" : " and (n.outside = false and lower(n.subject) like :text or lower(n.key) like :text or lower(a.name) like :text"
				+ " or lower(h.name) like :text)") + (search.channel() == null ? "" : " and n.channel = :channel")
				+ (search.from() == null ? "" : " and n.postedAt >= :from") + (search.until() == null ? "" : " and n.postedAt < :until");
	}

	private static String states(OutboxSearch search) {
		return search.states() == null ? "" : " and n.state in :states";
	}

	private static <T> TypedQuery<T> fill(TypedQuery<T> query, OutboxSearch search, ZoneId zone) {
		if (Like.contains(search.text()) != null) {
			query.setParameter("text", Like.contains(search.text()));
		}
		if (search.states() != null) {
			query.setParameter("states", search.states());
		}
		if (search.channel() != null) {
			query.setParameter("channel", search.channel());
		}
		if (search.from() != null) {
			query.setParameter("from", search.from().atStartOfDay(zone).toInstant());
		}
		if (search.until() != null) {
			query.setParameter("until", search.until().plusDays(1).atStartOfDay(zone).toInstant());
		}
		return query;
	}
}
