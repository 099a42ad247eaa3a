package org.headcoach.training;

import static org.headcoach.people.Permission.BE_SIGNED_IN;
import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TRAIN;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.engine.Ranks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to surveys of training: a trainer asks those who began between two days, each ranks the sessions of the curriculum and says what is missing, and trainers and leaders read what all of them said. Who said
 * what is kept nowhere; of fewer than five answers nothing is shown, and nothing before the round is over, so that nobody's answer can be told by the difference.
 */
@ApplicationScoped
@Transactional
public class SurveyService {

	/** Of fewer answers nothing is shown. */
	public static final int FEWEST = 5;
	public static final int LONGEST_MISSING = 500;
	private static final int LONGEST_PART = 100;
	/** Those who have not answered are reminded so long before the last day. */
	static final int REMINDED_DAYS = 3;

	/**
	 * Asks reps who began between two days, both counted.
	 *
	 * @param closesOn the last day for an answer
	 * @param formKey sent twice, it asks once
	 */
	public record Ask(String title, LocalDate beganFrom, LocalDate beganUntil, LocalDate closesOn, String formKey) implements Serializable {
	}

	/** @param readable whether the result may be read: it is over, and enough have answered */
	public record SurveyRow(long id, String title, LocalDate closesOn, boolean open, int guests, int answered, boolean readable) implements Serializable {
	}

	/** What somebody is asked. @param parts in the order of the curriculum @param answered whether they have */
	public record SurveyPage(long id, String title, LocalDate closesOn, List<String> parts, boolean open, boolean answered) implements Serializable {
	}

	/** @param order indexes of the parts, the most valuable first @param missing null for nothing */
	public record Answer(long surveyId, List<Integer> order, String missing) implements Serializable {
	}

	/** A part and its places. */
	public record PartLine(String part, double meanPlace, int first, int last) implements Serializable {
	}

	/** What all said; without lines while it may not be read. @param agreement Kendall's W */
	public record SurveyResult(SurveyRow survey, List<PartLine> parts, Double agreement, List<String> missing) implements Serializable {
	}

	private record Asked(String title, int people, LocalDate closesOn) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Surveys surveys;

	@Inject
	private Classes classes;

	@Inject
	private MethodologyService methodology;

	@Inject
	private Bank bank;

	@Inject
	private Certifications certifications;

	@Inject
	private PeopleService people;

	@Inject
	private Reach reach;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private BusinessClock clock;

	@Inject
	private Event<SurveyAsked> asked;

	/** How many would be asked. Needs TRAIN. */
	@Needs(TRAIN)
	public int guests(LocalDate beganFrom, LocalDate beganUntil) {
		return who(beganFrom, beganUntil).size();
	}

	private List<Line.Place> who(LocalDate beganFrom, LocalDate beganUntil) {
		return beganFrom == null || beganUntil == null ? List.of()
				: reach.today().everybodyIn(Role.REP).stream().filter(place -> !place.startedOn().isBefore(beganFrom) && !place.startedOn().isAfter(beganUntil)).toList();
	}

	/**
	 * Asks them, and has it mailed. Needs TRAIN.
	 *
	 * @return the survey's id; of the form's first one when it is sent again
	 * @throws BusinessException without a title, a later last day or parts to rank, and for fewer people than would ever be shown
	 */
	@Needs(TRAIN)
	public long ask(Ask wanted) {
		certifications.takeTurns();
		var sent = surveys.sentBy(wanted.formKey());
		if (sent.isPresent()) {
			return sent.get().id();
		}
		var guests = new TreeSet<>(who(wanted.beganFrom(), wanted.beganUntil()).stream().map(Line.Place::personId).toList());
		if (wanted.closesOn() == null || !wanted.closesOn().isAfter(people.today())) {
			throw new BusinessException("training-matters.error.closes");
		}
		if (guests.size() < FEWEST) {
			throw new BusinessException("training-matters.error.few", guests.size(), FEWEST);
		}
		var parts = parts();
		if (parts.size() < 2) {
			throw new BusinessException("training-matters.error.parts");
		}
		var survey = new Survey(wanted.title(), parts, wanted.closesOn(), clock.now(), current.get().name(), wanted.formKey());
		em.persist(survey);
		em.flush();
		surveys.invite(survey.id(), guests);
		asked.fire(new SurveyAsked(survey.id(), survey.title(), survey.closesOn(), guests, false));
		audit.record("ASK_SURVEY", "Survey", survey.id(), survey.title(), null, new Asked(survey.title(), guests.size(), survey.closesOn()));
		return survey.id();
	}

	/** What was taught: the sessions of the latest curriculum; without one what the methodology holds now, and before there is any the parts of the bank. */
	private List<String> parts() {
		var curriculum = em.createQuery("select c.id from Curriculum c where c.retired = :no order by c.madeAt desc, c.id desc", Long.class).setParameter("no", false).setMaxResults(1).getResultStream().findFirst();
		var sessions = curriculum.map(classes::sessionsOf).orElse(List.of()).stream().map(CurriculumSession::title).distinct().toList();
		var names = sessions.size() > 1 ? sessions : methodology.latest().map(version -> version.content().names()).orElseGet(() -> bank.parts().stream().map(Part::name).toList());
		return names.stream().map(name -> name.length() > LONGEST_PART ? name.substring(0, LONGEST_PART - 1) + "…" : name).toList();
	}

	/** All rounds, the latest first. Needs TRAIN or SEE_READINESS. */
	@Needs({TRAIN, SEE_READINESS})
	public List<SurveyRow> surveys() {
		var counts = surveys.counts();
		return surveys.all().stream().map(survey -> row(survey, counts.get(survey.id()))).toList();
	}

	private SurveyRow row(Survey survey, Surveys.Count count) {
		var open = isOpen(survey);
		return new SurveyRow(survey.id(), survey.title(), survey.closesOn(), open, count.guests(), count.answered(), count.answered() >= FEWEST && (!open || count.answered() == count.guests()));
	}

	private boolean isOpen(Survey survey) {
		return !survey.closesOn().isBefore(people.today());
	}

	/** What the reader can still answer. Everybody who is signed in. */
	@Needs(BE_SIGNED_IN)
	public List<SurveyPage> toAnswer() {
		var person = current.get().personId();
		return person == null ? List.of()
				: surveys.openOn(people.today()).stream().filter(survey -> surveys.answered(survey.id(), person).filter(answered -> !answered).isPresent()).map(survey -> page(survey, false)).toList();
	}

	private SurveyPage page(Survey survey, boolean answered) {
		return new SurveyPage(survey.id(), survey.title(), survey.closesOn(), List.copyOf(survey.parts()), isOpen(survey), answered);
	}

	/** A survey as the reader answers it. Only who was asked. @throws NotHereException for everybody else */
	@Needs(BE_SIGNED_IN)
	public SurveyPage survey(long id) {
		var survey = surveys.find(id);
		var person = current.get().personId();
		if (survey == null || person == null) {
			throw notHere(id);
		}
		return page(survey, surveys.answered(id, person).orElseThrow(() -> notHere(id)));
	}

	/**
	 * Takes the reader's answer, once: what is sent again changes nothing, since nobody knows any more which one it was. Only who was asked.
	 *
	 * @throws BusinessException when it is over, or a part is missing in the order
	 */
	@Needs(BE_SIGNED_IN)
	public void answer(Answer answer) {
		var survey = surveys.find(answer.surveyId());
		var person = current.get().personId();
		if (survey == null || person == null || surveys.answered(answer.surveyId(), person).isEmpty()) {
			throw notHere(answer.surveyId());
		}
		if (Boolean.TRUE.equals(surveys.locked(answer.surveyId(), person).orElseThrow())) {
			return;
		}
		if (!isOpen(survey)) {
			throw new BusinessException("training-matters.error.over", survey.closesOn());
		}
		if (!Ranks.isComplete(survey.parts().size(), answer.order())) {
			throw new BusinessException("training-matters.error.order");
		}
		var missing = answer.missing() == null || answer.missing().isBlank() ? null : Texts.said(answer.missing(), LONGEST_MISSING, "training-matters.error.missing");
		surveys.answer(answer.surveyId(), person, new Surveys.Answer(answer.order(), missing));
		// that somebody has answered may be known; what, is in no log
		audit.record("ANSWER_SURVEY", "Survey", answer.surveyId(), survey.title(), null, null);
	}

	/** What all said, as far as it may be read. Needs TRAIN or SEE_READINESS. */
	@Needs({TRAIN, SEE_READINESS})
	public SurveyResult result(long id) {
		var survey = surveys.find(id);
		if (survey == null) {
			throw notHere(id);
		}
		var row = row(survey, surveys.counts().get(id));
		if (!row.readable()) {
			return new SurveyResult(row, List.of(), null, List.of());
		}
		var answers = surveys.answers(id);
		var ranks = Ranks.of(survey.parts().size(), answers.stream().map(Surveys.Answer::order).toList());
		return new SurveyResult(row, ranks.things().stream().map(thing -> new PartLine(survey.parts().get(thing.index()), thing.meanPlace(), thing.first(), thing.last())).toList(), ranks.agreement(),
				answers.stream().map(Surveys.Answer::missing).filter(java.util.Objects::nonNull).sorted(String.CASE_INSENSITIVE_ORDER).toList());
	}

	/** Has those reminded who have not answered a survey that closes soon; told again it sends nothing twice. Returns how many surveys. */
	int remind() {
		var today = people.today();
		var due = surveys.openOn(today).stream().filter(survey -> !today.isBefore(survey.closesOn().minusDays(REMINDED_DAYS))).toList();
		due.forEach(survey -> asked.fire(new SurveyAsked(survey.id(), survey.title(), survey.closesOn(), surveys.silent(survey.id()), true)));
		return due.size();
	}

	private NotHereException notHere(long id) {
		return new NotHereException(current.get().name() + " was not asked in survey " + id);
	}
}
