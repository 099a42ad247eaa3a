package org.headcoach.compensation;

import static org.headcoach.people.Permission.APPROVE_PAY;
import static org.headcoach.people.Permission.BE_SIGNED_IN;
import static org.headcoach.people.Permission.EDIT_PLANS;
import static org.headcoach.people.Permission.SEE_OWN_PAY;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.headcoach.compensation.engine.Json;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to town meetings. Who edits plans opens one from a simulation, answers and keeps its log; who is invited reads it with the own figures and comments; a
 * leader reads it with those of the own line. For everybody else it does not exist.
 */
@ApplicationScoped
@Transactional
public class TownMeetingService {

	/**
	 * Opens a meeting.
	 *
	 * @param reasons why there may be another plan, in plain text
	 * @param simulation what is shown: candidates, people, months, quotas
	 * @param invited of these people; empty: all of them
	 * @param commentsUntil the last day for comments
	 * @param formKey the form that it is sent from: sent twice, it opens one meeting
	 */
	public record OpenTownMeeting(String title, String reasons, SimulationService.Simulate simulation, Collection<Long> invited, LocalDate commentsUntil, String formKey) implements Serializable {
	}

	/**
	 * Says something.
	 *
	 * @param candidate its ordinal; null for the whole
	 * @param formKey the form that it is sent from: sent twice, it is said once
	 */
	public record Comment(long meetingId, Integer candidate, String text, String formKey) implements Serializable {
	}

	/**
	 * Enters a change.
	 *
	 * @param commentId the comment that it came from; null when it came from none
	 * @param formKey the form that it is sent from: sent twice, it is entered once
	 */
	public record LogChange(long meetingId, String what, Long commentId, String formKey) implements Serializable {
	}

	/** @param open whether it takes comments; @param invited people; @param comments that stand */
	public record MeetingRow(long id, String title, YearMonth first, YearMonth last, LocalDate commentsUntil, Instant openedAt, Instant closedAt, boolean open, int invited, long comments)
			implements Serializable {
	}

	/** An open meeting to which the reader is invited. @param spoken whether the reader has commented */
	public record Waiting(long id, String title, LocalDate commentsUntil, boolean spoken) implements Serializable {
	}

	/** What the log of changes keeps of a meeting. */
	private record Opened(String title, String reasons, LocalDate commentsUntil, List<String> candidates, int invited) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private TownMeetings meetings;

	@Inject
	private SimulationService simulations;

	@Inject
	private PayReach reach;

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private BusinessClock clock;

	// ------------------------------------------------------------ reading

	/** The meetings that the reader may read, the latest first. */
	@Needs({EDIT_PLANS, SEE_OWN_PAY, APPROVE_PAY})
	public List<MeetingRow> meetings() {
		var invited = meetings.invited();
		var comments = meetings.counts();
		var today = people.today();
		return meetings.all().stream().filter(meeting -> isReader(meeting, invited.getOrDefault(meeting.id(), Set.of())))
				.map(meeting -> new MeetingRow(meeting.id(), meeting.title(), meeting.firstMonth(), meeting.lastMonth(), meeting.commentsUntil(), meeting.openedAt(), meeting.closedAt(),
						meeting.isOpen(today), invited.getOrDefault(meeting.id(), Set.of()).size(), comments.getOrDefault(meeting.id(), 0L)))
				.toList();
	}

	/**
	 * A meeting with the own figures; a leader's with those of the own line, that of who edits plans with everybody's.
	 *
	 * @throws NotHereException for everybody else
	 */
	@Needs({EDIT_PLANS, SEE_OWN_PAY, APPROVE_PAY})
	public TownMeetingPage meeting(long id) {
		var meeting = em.find(TownMeeting.class, id);
		var invited = meeting == null ? Set.<Long>of() : meetings.invited(id);
		if (meeting == null || !isReader(meeting, invited)) {
			throw notHere(id);
		}
		var actor = current.get();
		var own = actor.personId();
		var open = meeting.isOpen(people.today());
		var visible = new TreeSet<Long>();
		invited.stream().filter(person -> seesFigures(person, meeting)).forEach(visible::add);
		var figures = meetings.figures(id, visible).stream().map(one -> figures(one, meeting.candidates().size())).toList();
		return new TownMeetingPage(id, meeting.version(), meeting.title(), meeting.reasons(), meeting.firstMonth(), meeting.lastMonth(), meeting.commentsUntil(), meeting.openedAt(),
				meeting.openedByName(), meeting.closedAt(), meeting.closedByName(), open, actor.may(EDIT_PLANS), open && isInvited(invited), invited.size(),
				meeting.candidates().stream().map(TownMeetingService::structure).toList(), figures.stream().filter(one -> own != null && one.personId() == own).findFirst().orElse(null),
				figures.stream().filter(one -> own == null || one.personId() != own).toList(),
				meetings.comments(id).stream().map(comment -> TownMeetingPage.CommentRow.of(comment, own)).toList(),
				meetings.changes(id).stream().map(TownMeetingPage.ChangeRow::of).toList());
	}

	/** The open meetings to which the reader is invited. */
	@Needs(BE_SIGNED_IN)
	public List<Waiting> waiting() {
		var actor = current.get();
		if (actor.personId() == null || !actor.may(SEE_OWN_PAY)) {
			return List.of();
		}
		var today = people.today();
		return meetings.of(actor.personId()).stream().filter(meeting -> meeting.isOpen(today))
				.map(meeting -> new Waiting(meeting.id(), meeting.title(), meeting.commentsUntil(), meetings.hasSpoken(meeting.id(), actor.personId()))).toList();
	}

	private boolean isReader(TownMeeting meeting, Set<Long> invited) {
		return current.get().may(EDIT_PLANS) || invited.stream().anyMatch(person -> reach.sees(person, meeting.lastMonth()));
	}

	/** Who edits plans has seen them all in the simulation. */
	private boolean seesFigures(long personId, TownMeeting meeting) {
		return current.get().may(EDIT_PLANS) || reach.sees(personId, meeting.lastMonth());
	}

	private boolean isInvited(Set<Long> invited) {
		var actor = current.get();
		return actor.personId() != null && actor.may(SEE_OWN_PAY) && invited.contains(actor.personId());
	}

	private static TownMeetingPage.Figures figures(TownMeetingInvited one, int candidates) {
		var byOrdinal = new TreeMap<Integer, SimulationService.Pay>();
		one.figures().forEach(figure -> byOrdinal.put(figure.ordinal(), figure.pay()));
		var then = new ArrayList<SimulationService.Pay>();
		for (int i = 1; i <= candidates; i++) {
			then.add(byOrdinal.get(i));
		}
		return new TownMeetingPage.Figures(one.person().id(), one.person().name(), byOrdinal.get(0), then, numbers(one.quotasText()));
	}

	private static TownMeetingPage.Structure structure(TownMeeting.Candidate candidate) {
		return new TownMeetingPage.Structure(candidate.ordinal(), candidate.versionId(), candidate.planName(), candidate.number(), Json.read(candidate.termsText(), PlanTerms.class),
				numbers(candidate.targetsText()));
	}

	private static Map<String, BigDecimal> numbers(String json) {
		var numbers = new TreeMap<String, BigDecimal>();
		((Map<?, ?>) Json.read(json, Map.class)).forEach((code, number) -> numbers.put((String) code, new BigDecimal(String.valueOf(number))));
		return numbers;
	}

	private NotHereException notHere(long id) {
		return new NotHereException(current.get().name() + " does not see town meeting " + id);
	}

	// ------------------------------------------------------------ who edits plans

	/**
	 * Opens a meeting: simulates, and keeps the candidates and everybody's figures as they come out.
	 *
	 * @return its id; of the form's first meeting when it is sent again
	 * @throws BusinessException without a title, reasons or a last day to come, or when the simulation is refused
	 */
	@Needs(EDIT_PLANS)
	public long open(OpenTownMeeting wanted) {
		var before = meetings.sentBy(wanted.formKey());
		if (before.isPresent()) {
			return before.get().id();
		}
		var page = simulations.simulate(wanted.simulation());
		// one meeting at a time, so that the second press of a button finds what the first has opened
		em.find(PayCalendar.class, PayCalendar.ONLY, LockModeType.PESSIMISTIC_WRITE);
		var meanwhile = meetings.sentBy(wanted.formKey());
		if (meanwhile.isPresent()) {
			return meanwhile.get().id();
		}
		var meeting = new TownMeeting(wanted.title(), wanted.reasons(), page.first(), page.last(), wanted.commentsUntil(), people.today(), clock.now(), current.get().name(), wanted.formKey());
		for (int i = 0; i < page.candidates().size(); i++) {
			var candidate = page.candidates().get(i);
			meeting.add(new TownMeeting.Candidate(i + 1, candidate.versionId(), candidate.planName(), candidate.number(), Json.write(em.find(PlanVersion.class, candidate.versionId()).terms()),
					Json.write(candidate.judged() == null ? Map.of() : candidate.judged().targets())));
		}
		em.persist(meeting);
		var invited = page.people().stream().filter(line -> wanted.invited().isEmpty() || wanted.invited().contains(line.personId())).toList();
		if (invited.isEmpty()) {
			throw new BusinessException("compensation.town.error.nobody");
		}
		invited.forEach(line -> em.persist(new TownMeetingInvited(meeting, em.getReference(Salesperson.class, line.personId()), Json.write(line.quotas()), figures(line))));
		em.flush();
		audit.record("OPEN_TOWN_MEETING", "TownMeeting", meeting.id(), meeting.title(), null, new Opened(meeting.title(), meeting.reasons(), meeting.commentsUntil(),
				meeting.candidates().stream().map(candidate -> candidate.planName() + " " + candidate.number()).toList(), invited.size()));
		return meeting.id();
	}

	private static List<TownMeetingInvited.Figure> figures(SimulationService.PersonLine line) {
		var figures = new ArrayList<TownMeetingInvited.Figure>();
		if (line.today() != null) {
			figures.add(new TownMeetingInvited.Figure(0, line.today()));
		}
		for (int i = 0; i < line.then().size(); i++) {
			figures.add(new TownMeetingInvited.Figure(i + 1, line.then().get(i)));
		}
		return figures;
	}

	/**
	 * Ends the comments. Closing it again changes nothing.
	 *
	 * @throws OptimisticLockException when it was changed since the reader saw it
	 */
	@Needs(EDIT_PLANS)
	public void close(long meetingId, int seen) {
		var meeting = locked(meetingId);
		if (meeting.closedAt() != null) {
			return;
		}
		if (meeting.version() != seen) {
			throw new OptimisticLockException();
		}
		meeting.close(clock.now(), current.get().name());
		audit.record("CLOSE_TOWN_MEETING", "TownMeeting", meetingId, meeting.title(), null, null);
	}

	/**
	 * Answers a comment, once; also after the meeting's end.
	 *
	 * @throws BusinessException without a text, when it is answered already or was taken back
	 * @throws OptimisticLockException when the comment was changed since the reader saw it
	 */
	@Needs(EDIT_PLANS)
	public void answer(long commentId, int seen, String text) {
		var comment = comment(commentId);
		if (comment.version() != seen) {
			throw new OptimisticLockException();
		}
		comment.answer(text, clock.now(), current.get().name());
		audit.record("ANSWER_TOWN_COMMENT", "TownMeeting", comment.meeting().id(), comment.meeting().title(), null, Map.of("of", comment.personName(), "answer", comment.answer()));
	}

	/**
	 * Enters what was changed into the meeting's log; also after its end. With a comment the log names its author.
	 *
	 * @throws BusinessException without a text, or when the comment was taken back
	 */
	@Needs(EDIT_PLANS)
	public void log(LogChange entry) {
		var meeting = locked(entry.meetingId());
		if (meetings.changeSentBy(entry.formKey()).isPresent()) {
			return;
		}
		var comment = entry.commentId() == null ? null : comment(entry.commentId());
		if (comment != null) {
			if (!comment.meeting().id().equals(meeting.id())) {
				throw new NotHereException("Comment " + entry.commentId() + " belongs to another meeting");
			}
			comment.requireStanding();
		}
		var change = new TownMeetingChange(meeting, entry.what(), comment, clock.now(), current.get().name(), entry.formKey());
		em.persist(change);
		audit.record("LOG_TOWN_CHANGE", "TownMeeting", meeting.id(), meeting.title(), null,
				comment == null ? Map.of("what", change.what()) : Map.of("what", change.what(), "from", comment.personName()));
	}

	// ------------------------------------------------------------ who is invited

	/**
	 * Says something in a meeting to which the reader is invited.
	 *
	 * @return the comment's id; of the form's first comment when it is sent again
	 * @throws BusinessException without a text, or when the meeting takes no more comments
	 * @throws NotHereException for who is not invited, and for a candidate that it has not
	 */
	@Needs(SEE_OWN_PAY)
	public long comment(Comment wanted) {
		var meeting = em.find(TownMeeting.class, wanted.meetingId());
		if (meeting == null || !isInvited(meetings.invited(wanted.meetingId()))) {
			throw notHere(wanted.meetingId());
		}
		em.lock(meeting, LockModeType.PESSIMISTIC_WRITE);
		em.refresh(meeting);
		var before = meetings.commentSentBy(wanted.formKey());
		if (before.isPresent()) {
			return before.get().id();
		}
		meeting.requireOpen(people.today());
		if (wanted.candidate() != null && meeting.candidates().stream().noneMatch(candidate -> candidate.ordinal() == wanted.candidate())) {
			throw new NotHereException("No candidate " + wanted.candidate());
		}
		var comment = new TownMeetingComment(meeting, wanted.candidate(), em.find(Salesperson.class, current.get().personId()), wanted.text(), clock.now(), wanted.formKey());
		em.persist(comment);
		em.flush();
		audit.record("COMMENT_TOWN_MEETING", "TownMeeting", meeting.id(), meeting.title(), null, Map.of("said", comment.said()));
		return comment.id();
	}

	/**
	 * Takes the own comment back while the meeting is open; its text is shown to nobody any more. Taking it back again changes nothing.
	 *
	 * @throws NotHereException for a comment that is not the own
	 * @throws BusinessException when the meeting takes no more comments
	 */
	@Needs(SEE_OWN_PAY)
	public void withdraw(long commentId) {
		var comment = em.find(TownMeetingComment.class, commentId, LockModeType.PESSIMISTIC_WRITE);
		if (comment == null || !comment.person().id().equals(current.get().personId())) {
			throw new NotHereException("No own comment " + commentId);
		}
		comment.meeting().requireOpen(people.today());
		if (comment.isWithdrawn()) {
			return;
		}
		comment.withdraw(clock.now());
		audit.record("WITHDRAW_TOWN_COMMENT", "TownMeeting", comment.meeting().id(), comment.meeting().title(), Map.of("said", comment.said()), null);
	}

	// ------------------------------------------------------------

	private TownMeeting locked(long id) {
		var meeting = em.find(TownMeeting.class, id, LockModeType.PESSIMISTIC_WRITE);
		if (meeting == null) {
			throw notHere(id);
		}
		return meeting;
	}

	private TownMeetingComment comment(long id) {
		var comment = em.find(TownMeetingComment.class, id, LockModeType.PESSIMISTIC_WRITE);
		if (comment == null) {
			throw new NotHereException("No comment " + id);
		}
		return comment;
	}
}
