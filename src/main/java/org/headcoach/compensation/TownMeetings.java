package org.headcoach.compensation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over town meetings. */
@ApplicationScoped
class TownMeetings {

	@PersistenceContext
	private EntityManager em;

	/** The latest first. */
	List<TownMeeting> all() {
		return em.createQuery("select m from TownMeeting m order by m.openedAt desc, m.id desc", TownMeeting.class).getResultList();
	}

	/** Those to which somebody is invited, the latest first. */
	List<TownMeeting> of(long personId) {
		return em.createQuery("select m from TownMeetingInvited i join i.meeting m where i.person.id = :person order by m.openedAt desc, m.id desc", TownMeeting.class)
				.setParameter("person", personId).getResultList();
	}

	/** What a form has opened before; empty when nothing. */
	Optional<TownMeeting> sentBy(String formKey) {
		return em.createQuery("select m from TownMeeting m where m.formKey = :key", TownMeeting.class).setParameter("key", formKey).getResultStream().findFirst();
	}

	/** Who is invited, by meeting. */
	Map<Long, Set<Long>> invited() {
		return em.createQuery("select i.meeting.id, i.person.id from TownMeetingInvited i", Object[].class).getResultStream()
				.collect(Collectors.groupingBy(row -> (Long) row[0], Collectors.mapping(row -> (Long) row[1], Collectors.toCollection(TreeSet::new))));
	}

	Set<Long> invited(long meetingId) {
		return new TreeSet<>(em.createQuery("select i.person.id from TownMeetingInvited i where i.meeting.id = :meeting", Long.class).setParameter("meeting", meetingId).getResultList());
	}

	/** The figures of these people, by name. */
	List<TownMeetingInvited> figures(long meetingId, Collection<Long> people) {
		return people.isEmpty() ? List.of()
				: em.createQuery("select i from TownMeetingInvited i join fetch i.person left join fetch i.figures where i.meeting.id = :meeting and i.person.id in :people order by i.person.name, i.id",
						TownMeetingInvited.class).setParameter("meeting", meetingId).setParameter("people", people).getResultList().stream().distinct().toList();
	}

	/** In the order in which they were said. */
	List<TownMeetingComment> comments(long meetingId) {
		return em.createQuery("select c from TownMeetingComment c join fetch c.person where c.meeting.id = :meeting order by c.saidAt, c.id", TownMeetingComment.class)
				.setParameter("meeting", meetingId).getResultList();
	}

	Optional<TownMeetingComment> commentSentBy(String formKey) {
		return em.createQuery("select c from TownMeetingComment c where c.formKey = :key", TownMeetingComment.class).setParameter("key", formKey).getResultStream().findFirst();
	}

	/** Comments that stand, by meeting. */
	Map<Long, Long> counts() {
		return em.createQuery("select c.meeting.id, count(c) from TownMeetingComment c where c.withdrawnAt is null group by c.meeting.id", Object[].class).getResultStream()
				.collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
	}

	boolean hasSpoken(long meetingId, long personId) {
		return em.createQuery("select count(c) from TownMeetingComment c where c.meeting.id = :meeting and c.person.id = :person", Long.class).setParameter("meeting", meetingId)
				.setParameter("person", personId).getSingleResult() > 0;
	}

	/** The log, the latest first. */
	List<TownMeetingChange> changes(long meetingId) {
		return em.createQuery("select c from TownMeetingChange c left join fetch c.comment where c.meeting.id = :meeting order by c.enteredAt desc, c.id desc", TownMeetingChange.class)
				.setParameter("meeting", meetingId).getResultList();
	}

	Optional<TownMeetingChange> changeSentBy(String formKey) {
		return em.createQuery("select c from TownMeetingChange c where c.formKey = :key", TownMeetingChange.class).setParameter("key", formKey).getResultStream().findFirst();
	}
}
