package org.headcoach.hiring;

import static org.headcoach.people.Permission.HIRE;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.SearchWords;
import org.headcoach.shared.tables.DateFinding;
import org.headcoach.shared.tables.DateStyle;
import org.headcoach.shared.tables.DateStyleDetector;
import org.headcoach.shared.tables.TableFile;
import org.headcoach.shared.tables.TableLimits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Candidates from a file as Greenhouse, Lever and Workable write it. Columns are known by their names; a line that cannot be taken is told and stops no other; whoever is known
 * already, by the other system's number or by e-mail, stays as he or she is, so importing again changes nothing.
 */
@ApplicationScoped
@Transactional
public class CandidateImportService {

	static final int MOST_BYTES = 5 * 1024 * 1024;
	static final int MOST_LINES = 5_000;
	/** Who applied before this year is a slip of the pen. */
	private static final int EARLIEST = 2000;

	/** What a column may be called, in small letters without signs. */
	private static final Map<Field, List<String>> NAMES = Map.of(Field.NAME, List.of("name", "candidatename", "candidate", "fullname", "vollname", "kandidat", "bewerber"),
			Field.FIRST, List.of("firstname", "first", "givenname", "vorname"), Field.LAST, List.of("lastname", "last", "surname", "familyname", "nachname", "familienname"),
			Field.EMAIL, List.of("email", "emailaddress", "emails", "primaryemail", "personalemail", "emailaddresses", "candidateemail", "emailadresse", "mail"),
			Field.PHONE, List.of("phone", "phonenumber", "phones", "mobile", "phonenumbers", "mobilephone", "candidatephone", "telefon", "telefonnummer", "mobil", "mobilnummer", "handy"),
			Field.SOURCE, List.of("source", "sourcename", "origin", "sources", "quelle", "herkunft"), Field.STAGE, List.of("stage", "currentstage", "stagename", "stufe", "phase"),
			Field.HEADLINE, List.of("headline", "title", "currenttitle", "company", "currentcompany", "position", "firma"),
			Field.LINK, List.of("linkedin", "linkedinurl", "profileurl", "links", "website", "linkedinprofile", "profil", "linkedinprofil"),
			Field.APPLIED, List.of("applied", "appliedon", "appliedat", "applicationdate", "createdat", "dateapplied", "created", "applieddate", "createddate", "bewerbungsdatum", "beworbenam", "eingangsdatum"));
	private static final List<String> NUMBERS = List.of("id", "candidateid", "applicationid", "opportunityid", "externalid", "bewerbernummer", "kandidatennummer");

	/** What is taken over. */
	public enum Field {
		NAME, FIRST, LAST, EMAIL, PHONE, SOURCE, STAGE, HEADLINE, LINK, APPLIED, NUMBER
	}

	/** What becomes of a line. */
	public enum LineState {
		NEW, KNOWN, REJECTED
	}

	/** One line. @param noStage what stands as stage and is none of the opening, so that the candidate comes in at the first one; null otherwise @param problem key of the sentence that says why not; null otherwise */
	public record LineRow(long line, String name, String email, CandidateSource source, LineState state, String noStage, String problem) implements Serializable {
	}

	/**
	 * What an import would do or has done.
	 *
	 * @param headers the file's columns in their order
	 * @param columns the place of the file's column by what is taken from it; while none has the name, no line is read yet
	 * @param days how the file's days are read; {@link DateStyle#AMBIGUOUS} when a person has to say it: then no line is read yet. Null without days
	 * @param example a day that can be read both ways; null when there is none
	 */
	public record ImportPage(List<String> headers, Map<Field, Integer> columns, List<LineRow> lines, long added, long known, long rejected, DateStyle days, String example) implements Serializable {

		public boolean isAsking() {
			return days == DateStyle.AMBIGUOUS;
		}

		/** Whether somebody has to say first where the name stands. */
		public boolean isNameless() {
			return CandidateImportService.isNameless(columns);
		}

		/** The file's columns of which nothing is taken. */
		public List<String> left() {
			return IntStream.range(0, headers.size()).filter(at -> !columns.containsValue(at)).mapToObj(headers::get).toList();
		}
	}

	/** A candidate as the line says. */
	private record Read(String name, String email, String phone, String link, String headline, CandidateSource source, String sourceNote, String stage, LocalDate applied, String number) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private HiringReach reach;

	@Inject
	private CandidateWords words;

	@Inject
	private PeopleService people;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/**
	 * What importing would do; it changes nothing. Needs HIRE for the opening.
	 *
	 * @param days how days are read, where the file leaves it open and somebody has said it; null to find it out
	 * @param columns which column is taken for what, as somebody has said it; null to know them by their names
	 * @throws BusinessException for a file that is too large, or no table
	 */
	@Needs(HIRE)
	public ImportPage preview(long openingId, String fileName, byte[] content, DateStyle days, Map<Field, Integer> columns) {
		return run(openingId, fileName, content, days, columns, false);
	}

	/** Takes the new lines over, in one transaction. Needs HIRE for the opening. @throws BusinessException besides, without a column for the name, and while nobody has said how days are read that can be read both ways */
	@Needs(HIRE)
	public ImportPage load(long openingId, String fileName, byte[] content, DateStyle days, Map<Field, Integer> columns) {
		var page = run(openingId, fileName, content, days, columns, true);
		if (page.isNameless()) {
			throw new BusinessException("hiring.import.error.name");
		}
		if (page.isAsking()) {
			throw new BusinessException("hiring.import.error.days", page.example());
		}
		audit.record("IMPORT", "Opening", openingId, reach.opening(openingId).title(), null, Map.of("added", page.added(), "known", page.known(), "rejected", page.rejected()));
		return page;
	}

	private ImportPage run(long openingId, String fileName, byte[] content, DateStyle said, Map<Field, Integer> chosen, boolean write) {
		var opening = reach.opening(openingId);
		if (opening.state() == OpeningState.CLOSED) {
			throw new BusinessException("hiring.opening.error.closed", opening.title());
		}
		if (content == null || content.length == 0 || content.length > MOST_BYTES) {
			throw new BusinessException("hiring.import.error.size", MOST_BYTES / 1024 / 1024);
		}
		var stages = em.createQuery("select s from Stage s where s.openingId = :opening order by s.ordinal", Stage.class).setParameter("opening", openingId).getResultList();
		var rows = new ArrayList<LineRow>();
		var seen = new HashSet<Mark>();
		try {
			var file = Files.createTempFile("headcoach-candidates", ".table");
			try {
				Files.write(file, content);
				var table = TableFile.examine(file, fileName, TableLimits.STANDARD.withLines(MOST_LINES));
				var finding = days(table, chosen);
				var days = said != null && finding.style().orElse(null) == DateStyle.AMBIGUOUS ? said : finding.style().orElse(null);
				try (var reader = table.read()) {
					var headers = List.copyOf(reader.columns());
					var columns = chosen == null ? columns(headers) : chosen;
					if (isNameless(columns) || days == DateStyle.AMBIGUOUS) {
						return new ImportPage(headers, columns, rows, 0, 0, 0, days, finding.example());
					}
					for (var line : reader) {
						rows.add(line.isSound() ? line(line.number(), line.cells(), columns, days, opening, stages, seen, write)
								: new LineRow(line.number(), cell(line.cells(), columns, Field.NAME), null, null, LineState.REJECTED, null, "hiring.import.problem.line"));
					}
					return new ImportPage(headers, columns, rows, count(rows, LineState.NEW), count(rows, LineState.KNOWN), count(rows, LineState.REJECTED), days, finding.example());
				}
			} finally {
				Files.deleteIfExists(file);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** In which order day and month stand in the column of days: found out from all its lines. */
	private static DateFinding days(TableFile table, Map<Field, Integer> chosen) {
		var detector = new DateStyleDetector();
		try (var reader = table.read()) {
			var columns = chosen == null ? columns(reader.columns()) : chosen;
			for (var line : reader) {
				var text = line.isSound() ? cell(line.cells(), columns, Field.APPLIED) : null;
				if (text != null) {
					detector.add(text);
				}
			}
		}
		return detector.finding();
	}

	private static boolean isNameless(Map<Field, Integer> columns) {
		return !columns.containsKey(Field.NAME) && !columns.containsKey(Field.LAST);
	}

	private static long count(List<LineRow> rows, LineState state) {
		return rows.stream().filter(row -> row.state() == state).count();
	}

	static Map<Field, Integer> columns(List<String> headers) {
		var found = new LinkedHashMap<Field, Integer>();
		for (int i = 0; i < headers.size(); i++) {
			var plain = headers.get(i) == null ? "" : headers.get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
			var at = i;
			NAMES.forEach((field, names) -> {
				if (names.contains(plain)) {
					found.putIfAbsent(field, at);
				}
			});
			if (NUMBERS.contains(plain)) {
				found.putIfAbsent(Field.NUMBER, at);
			}
		}
		return found;
	}

	/** What a line of the file can be known by again. */
	private record Mark(Field field, Object value) {
	}

	private LineRow line(long number, List<String> cells, Map<Field, Integer> columns, DateStyle days, Opening opening, List<Stage> stages, Set<Mark> seen, boolean write) {
		Read read;
		try {
			read = read(cells, columns, days);
		} catch (BusinessException refusal) {
			// a bad line is told beside the good ones
			return new LineRow(number, cell(cells, columns, Field.NAME), cell(cells, columns, Field.EMAIL), null, LineState.REJECTED, null, refusal.key());
		}
		// who stands twice in the file is known the second time, by the same marks as in the database
		var name = new Mark(Field.NAME, SearchWords.keys(read.name()));
		var marks = Stream.of(new Mark(Field.EMAIL, Entered.emailKey(read.email())), new Mark(Field.NUMBER, read.number())).filter(mark -> mark.value() != null).collect(Collectors.toSet());
		var twice = marks.stream().anyMatch(seen::contains) || read.email() == null && seen.contains(name);
		if (twice || isKnown(read, opening)) {
			return new LineRow(number, read.name(), read.email(), read.source(), LineState.KNOWN, null, null);
		}
		seen.add(name);
		seen.addAll(marks);
		if (write) {
			add(read, opening, stages);
		}
		return new LineRow(number, read.name(), read.email(), read.source(), LineState.NEW, read.stage() != null && stage(read, stages).isEmpty() ? read.stage() : null, null);
	}

	private static Optional<Stage> stage(Read read, List<Stage> stages) {
		return stages.stream().filter(one -> one.name().equalsIgnoreCase(read.stage())).findFirst();
	}

	private static String cell(List<String> cells, Map<Field, Integer> columns, Field field) {
		var at = columns.get(field);
		var text = at == null || at >= cells.size() ? null : cells.get(at);
		return text == null || text.isBlank() ? null : text.strip();
	}

	private Read read(List<String> cells, Map<Field, Integer> columns, DateStyle days) {
		var whole = cell(cells, columns, Field.NAME);
		var name = whole != null ? whole : Stream.of(cell(cells, columns, Field.FIRST), cell(cells, columns, Field.LAST)).filter(Objects::nonNull).collect(Collectors.joining(" "));
		var emails = cell(cells, columns, Field.EMAIL);
		var links = cell(cells, columns, Field.LINK);
		var from = cell(cells, columns, Field.SOURCE);
		return new Read(Entered.text(name, 200, "hiring.import.problem.name"), Entered.email(emails == null ? null : emails.split("[,;\\s]+")[0]), Entered.optional(cell(cells, columns, Field.PHONE), 60),
				Entered.link(links == null ? null : links.split("[,;\\s]+")[0]), Entered.optional(cell(cells, columns, Field.HEADLINE), 300), source(from), Entered.optional(from, 200), cell(cells, columns, Field.STAGE),
				applied(cell(cells, columns, Field.APPLIED), days), Entered.optional(cell(cells, columns, Field.NUMBER), 90));
	}

	private LocalDate applied(String text, DateStyle days) {
		if (text == null) {
			return people.today();
		}
		var day = (days == null ? DateStyle.ISO : days).parseDate(text, people.company().zone());
		if (day.problem() != null || day.value() == null || day.value().isAfter(people.today()) || day.value().getYear() < EARLIEST) {
			throw new BusinessException("hiring.import.problem.day");
		}
		return day.value();
	}

	private static CandidateSource source(String text) {
		var plain = text == null ? "" : text.toLowerCase(Locale.ROOT);
		if (plain.contains("refer") || plain.contains("empfehl")) {
			return CandidateSource.REFERRAL;
		}
		if (plain.contains("linkedin")) {
			return CandidateSource.LINKEDIN;
		}
		if (plain.contains("agency") || plain.contains("agentur") || plain.contains("vermittl") || plain.contains("recruiter") || plain.contains("headhunt")) {
			return CandidateSource.AGENCY;
		}
		return plain.contains("board") || plain.contains("börse") || plain.contains("indeed") || plain.contains("glassdoor") || plain.contains("monster") || plain.contains("careers") ? CandidateSource.BOARD : CandidateSource.OTHER;
	}

	private boolean isKnown(Read read, Opening opening) {
		if (read.number() != null && !em.createQuery("select a.id from Candidate a where a.externalId = :number", Long.class).setParameter("number", read.number()).getResultList().isEmpty()) {
			return true;
		}
		if (read.email() != null) {
			return !em.createQuery("select a.id from Candidate a where a.emailKey = :email and (a.erasedAt is null or a.mergedIntoId is not null)", Long.class).setParameter("email", Entered.emailKey(read.email())).setMaxResults(1).getResultList().isEmpty();
		}
		return words.named(read.name()).stream().anyMatch(one -> reach.candidacies(one.id()).stream().anyMatch(candidacy -> candidacy.openingId() == opening.id()));
	}

	private void add(Read read, Opening opening, List<Stage> stages) {
		var now = clock.now();
		var candidate = new Candidate(read.name(), read.email(), Entered.emailKey(read.email()), read.phone(), Entered.phoneKey(read.phone()), read.link(), read.headline(), null, read.number(), null, null,
				people.today().plusMonths(em.find(HiringSetting.class, HiringSetting.ONLY).keepMonths()), now, current.get().name(), "import-" + UUID.randomUUID());
		em.persist(candidate);
		em.flush();
		var stage = stage(read, stages).orElseGet(() -> stages.stream().min(Comparator.comparingInt(Stage::ordinal)).orElseThrow());
		var candidacy = new Candidacy(candidate.id(), opening.id(), stage.id(), now, read.source(), read.sourceNote(), null, read.applied(), CandidacyState.ACTIVE);
		em.persist(candidacy);
		em.flush();
		em.persist(new StageMove(candidacy.id(), null, stage.id(), null, now, current.get().name()));
	}
}
