package org.headcoach.training;

import static org.headcoach.people.Permission.TRAIN;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.ChangedMeanwhileException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.engine.AikenReader;
import org.headcoach.training.engine.Difficulty;
import org.headcoach.training.engine.GiftReader;
import org.headcoach.training.engine.GiftWriter;
import org.headcoach.training.engine.LineError;
import org.headcoach.training.engine.MoodleXmlReader;
import org.headcoach.training.engine.Picture;
import org.headcoach.training.engine.PictureFile;
import org.headcoach.training.engine.Question;
import org.headcoach.training.engine.QuestionKind;
import org.headcoach.training.engine.Reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The bank of questions: written one by one or read from files, filed by part of the methodology, never deleted. For trainers. */
@ApplicationScoped
@Transactional
public class QuestionBankService {

	/** A file that is larger is no file of questions. */
	public static final int LONGEST_FILE = 5_000_000;

	private static final int MOST_PARTS = 60;

	/** The files that are read. */
	public enum Format {
		GIFT, AIKEN, MOODLE_XML
	}

	public record PartRow(long id, String kind, String name, long questions) implements Serializable {
	}

	/** @param used in how many attempts it stood */
	public record QuestionRow(long id, String name, long partId, String part, QuestionKind kind, Difficulty difficulty, String family, List<String> tags, int versions, long used, boolean retired)
			implements Serializable {
	}

	/** What the list is narrowed to; null: all. */
	public record Filter(Long partId, QuestionKind kind, Difficulty difficulty, String text, boolean retired) implements Serializable {
		public static final Filter NONE = new Filter(null, null, null, null, false);
	}

	public record VersionRow(int no, Instant madeAt, String by) implements Serializable {
	}

	public record QuestionPage(long id, int version, long partId, String part, Question question, boolean retired, long used, List<VersionRow> versions) implements Serializable {
	}

	/**
	 * @param id null for a new one, then {@code version} too
	 * @param files of pictures that the bank may not have yet
	 */
	public record WriteQuestion(Long id, Integer version, long partId, Question question, List<PictureFile> files) implements Serializable {

		/** One whose pictures, if it has any, are in the bank. */
		public WriteQuestion(Long id, Integer version, long partId, Question question) {
			this(id, version, partId, question, List.of());
		}
	}

	/** How a line of a file stands to the bank. */
	public enum Standing {
		NEW, SAME
	}

	public record FoundRow(int line, String name, String part, QuestionKind kind, Standing standing) implements Serializable {
	}

	/** What a file would bring. */
	public record Preview(List<FoundRow> found, List<LineError> errors) implements Serializable {
		public long added() {
			return found.stream().filter(row -> row.standing() == Standing.NEW).count();
		}

		public long same() {
			return found.size() - added();
		}
	}

	private record Logged(String part, String question) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Bank bank;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/** The parts of the methodology in their order, with how many questions each has. */
	@Needs(TRAIN)
	public List<PartRow> parts() {
		var questions = bank.questions();
		return bank.parts().stream().map(part -> new PartRow(part.id(), part.kind().name(), part.name(), questions.stream().filter(question -> !question.retired() && question.part() == part).count()))
				.toList();
	}

	/** Adds a part behind the others of its kind. @throws BusinessException when there is one of that name */
	@Needs(TRAIN)
	public long addPart(String kind, String name) {
		var parts = bank.parts();
		if (parts.stream().anyMatch(part -> part.name().equalsIgnoreCase(name == null ? "" : name.strip()))) {
			throw new BusinessException("training.error.part-twice", name);
		}
		if (parts.size() >= MOST_PARTS) {
			throw new BusinessException("training.error.too-many", MOST_PARTS);
		}
		var of = List.of(Part.Kind.values()).stream().filter(one -> one.name().equals(kind)).findFirst().orElseThrow(() -> new NotHereException("No kind of part " + kind));
		var part = new Part(of.ordinal() * 1_000 + parts.size() + 1, of, name);
		em.persist(part);
		audit.record("ADD_TRAINING_PART", "TrainingPart", part.id(), part.name(), null, Map.of("kind", kind, "name", part.name()));
		return part.id();
	}

	/** The questions of the bank, by part and name. */
	@Needs(TRAIN)
	public List<QuestionRow> questions(Filter filter) {
		var used = bank.used();
		return bank.questions().stream().filter(question -> fits(question, filter)).map(question -> new QuestionRow(question.id(), question.name(), question.part().id(), question.part().name(), question.kind(),
				question.difficulty(), question.family(), question.tags(), question.latestNo(), used.getOrDefault(question.id(), 0L), question.retired())).toList();
	}

	private static boolean fits(BankQuestion question, Filter filter) {
		return (filter.partId() == null || filter.partId().equals(question.part().id())) && (filter.kind() == null || filter.kind() == question.kind())
				&& (filter.difficulty() == null || filter.difficulty() == question.difficulty()) && filter.retired() == question.retired() && (filter.text() == null || filter.text().isBlank()
						|| (question.name() + " " + String.join(" ", question.tags())).toLowerCase(Locale.ROOT).contains(filter.text().strip().toLowerCase(Locale.ROOT)));
	}

	/** One question with its latest version. @throws NotHereException when there is none */
	@Needs(TRAIN)
	public QuestionPage question(long id) {
		var question = found(bank.find(id), id);
		var versions = bank.versionsOf(id);
		return new QuestionPage(id, question.version(), question.part().id(), question.part().name(), versions.get(0).question(), question.retired(), bank.used().getOrDefault(id, 0L),
				versions.stream().map(version -> new VersionRow(version.versionNo(), version.madeAt(), version.madeByName())).toList());
	}

	private static BankQuestion found(BankQuestion question, long id) {
		if (question == null) {
			throw new NotHereException("No question " + id);
		}
		return question;
	}

	/**
	 * Writes a question, or another version of one. Attempts keep the version that they showed; a wrong key is set right there by grading again.
	 *
	 * @throws BusinessException when another question asks the same
	 */
	@Needs(TRAIN)
	public long write(WriteQuestion wanted) {
		var part = part(wanted.partId());
		var same = bank.asking(BankQuestion.fingerprint(wanted.question()));
		if (same.isPresent() && !same.get().id().equals(wanted.id())) {
			throw new BusinessException("training.error.asked-already", same.get().name());
		}
		keep(wanted.files());
		requirePictures(wanted.question());
		if (wanted.id() == null) {
			return add(part, wanted.question()).id();
		}
		var question = found(bank.locked(wanted.id()), wanted.id());
		if (wanted.version() == null || question.version() != wanted.version()) {
			var last = bank.versionsOf(wanted.id()).get(0);
			throw new ChangedMeanwhileException(question.name(), last.madeByName(), last.madeAt());
		}
		var before = new Logged(question.part().name(), GiftWriter.block(bank.versionsOf(wanted.id()).get(0).question()));
		var after = new Logged(part.name(), GiftWriter.block(wanted.question()));
		if (before.equals(after)) {
			return question.id();
		}
		question.take(part, wanted.question());
		em.persist(new QuestionVersion(question.id(), question.latestNo(), wanted.question(), clock.now(), current.get().name()));
		audit.record("CHANGE_QUESTION", "Question", question.id(), question.name(), before, after);
		return question.id();
	}

	/** Each picture once, however many questions show it. */
	private void keep(List<PictureFile> files) {
		for (var file : files) {
			if (em.find(QuestionPicture.class, file.print()) == null) {
				em.persist(new QuestionPicture(file, clock.now(), current.get().name()));
				// versions refer to it by its print alone: it has to stand there first
				em.flush();
			}
		}
	}

	private void requirePictures(Question question) {
		if (!bank.pictures(prints(question)).containsAll(prints(question))) {
			throw new BusinessException("training.error.picture-missing");
		}
	}

	private static List<String> prints(Question question) {
		return question.pictures().stream().map(Picture::print).toList();
	}

	/** A picture of the bank, for whoever keeps it. @throws NotHereException when there is none */
	@Needs(TRAIN)
	public PictureFile picture(String print) {
		return bank.picture(print).orElseThrow(() -> new NotHereException("No picture " + print));
	}

	private Part part(long id) {
		var part = em.find(Part.class, id);
		if (part == null) {
			throw new NotHereException("No part " + id);
		}
		return part;
	}

	private BankQuestion add(Part part, Question wanted) {
		var question = new BankQuestion(part, wanted);
		em.persist(question);
		em.flush();
		em.persist(new QuestionVersion(question.id(), question.latestNo(), wanted, clock.now(), current.get().name()));
		audit.record("ADD_QUESTION", "Question", question.id(), question.name(), null, new Logged(part.name(), GiftWriter.block(wanted)));
		return question;
	}

	/** Takes a question out of every draw, or back into them. */
	@Needs(TRAIN)
	public void retire(long id, boolean retired) {
		var question = found(bank.locked(id), id);
		if (question.retired() != retired) {
			question.retire(retired);
			audit.record(retired ? "RETIRE_QUESTION" : "REVIVE_QUESTION", "Question", id, question.name(), null, null);
		}
	}

	/** What a file would bring, without bringing it. @param partId where questions go whose category is no part */
	@Needs(TRAIN)
	public Preview preview(Format format, String file, long partId) {
		var reading = read(format, file);
		var parts = bank.parts();
		var otherwise = part(partId);
		var prints = new HashSet<String>();
		return new Preview(reading.questions().stream().map(found -> new FoundRow(found.line(), found.question().name(), partOf(found.question(), parts).orElse(otherwise).name(), found.question().kind(),
				isNew(found.question(), prints) ? Standing.NEW : Standing.SAME)).toList(), reading.errors());
	}

	/** Brings what a file holds and the bank has not; lines that cannot be read are left out. The same file again changes nothing. */
	@Needs(TRAIN)
	public Preview importAll(Format format, String file, long partId) {
		var reading = read(format, file);
		var parts = bank.parts();
		var otherwise = part(partId);
		var prints = new HashSet<String>();
		var rows = new ArrayList<FoundRow>();
		for (var found : reading.questions()) {
			var part = partOf(found.question(), parts).orElse(otherwise);
			var isNew = isNew(found.question(), prints);
			if (isNew) {
				keep(found.files());
				add(part, found.question());
			}
			rows.add(new FoundRow(found.line(), found.question().name(), part.name(), found.question().kind(), isNew ? Standing.NEW : Standing.SAME));
		}
		return new Preview(rows, reading.errors());
	}

	private boolean isNew(Question question, Set<String> inFile) {
		var print = BankQuestion.fingerprint(question);
		return inFile.add(print) && bank.asking(print).isEmpty();
	}

	/** The part that the category names, by the last of its steps that is one. */
	private static Optional<Part> partOf(Question question, List<Part> parts) {
		var steps = new ArrayList<>(List.of(question.category().split("/")));
		Collections.reverse(steps);
		return steps.stream().flatMap(step -> parts.stream().filter(part -> part.name().equalsIgnoreCase(step.strip()))).findFirst();
	}

	/** A file that brings no pictures may still name some that the bank has; a question without its picture is none. */
	private Reading complete(Reading reading) {
		var known = bank.pictures(reading.questions().stream().flatMap(found -> prints(found.question()).stream()).toList());
		var errors = new ArrayList<>(reading.errors());
		var complete = reading.questions().stream().filter(found -> {
			var brought = found.files().stream().map(PictureFile::print).toList();
			var missing = found.question().pictures().stream().filter(picture -> !known.contains(picture.print()) && !brought.contains(picture.print())).findFirst();
			missing.ifPresent(picture -> errors.add(new LineError(found.line(), "training.import.error.picture-missing", List.of(picture.alt()))));
			return missing.isEmpty();
		}).toList();
		errors.sort(Comparator.comparing(LineError::line));
		return new Reading(complete, errors);
	}

	private Reading read(Format format, String file) {
		if (file == null || file.isBlank()) {
			throw new BusinessException("training.error.no-file");
		}
		if (file.length() > LONGEST_FILE) {
			throw new BusinessException("training.error.file-too-long");
		}
		return complete(switch (format) {
			case GIFT -> GiftReader.read(file);
			case AIKEN -> AikenReader.read(file);
			case MOODLE_XML -> MoodleXmlReader.read(file);
		});
	}

	/** The questions of a filter as a GIFT file, each part a category. */
	@Needs(TRAIN)
	public String gift(Filter filter) {
		var rows = questions(filter);
		var latest = bank.latest(rows.stream().map(QuestionRow::id).toList());
		return GiftWriter.file(rows.stream().map(row -> latest.get(row.id()).question().in(row.part())).toList());
	}
}
