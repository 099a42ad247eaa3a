package org.headcoach.training;

import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TAKE_EXAMS;
import static org.headcoach.people.Permission.TRAIN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.pipeline.Funnel;
import org.headcoach.pipeline.SalesProcesses;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.ChangedMeanwhileException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.engine.Matrix;
import org.headcoach.training.engine.Methodology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to the methodology: everybody in training reads what is published, a trainer works on the one draft. Publishing gives the bank's parts the names and the order of
 * the version, and nothing that is filed under them moves.
 */
@ApplicationScoped
@Transactional
public class MethodologyService {

	private record Published(int version, Matrix matrix, List<String> journey, List<String> process, List<String> fields) {
	}

	/** Parts that no version has any more stand behind those of their kind. */
	private static final int LEFT_OUT = 500;
	private static final int OF_A_KIND = 1_000;

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Bank bank;

	@Inject
	private ExamQuiet quiet;

	@Inject
	private SalesProcesses processes;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private BusinessClock clock;

	/**
	 * A version that was published. Everybody who learns, leads or trains.
	 *
	 * @param versionNo null for the latest; without any the page is empty
	 * @throws NotHereException when it is not published, except for whoever trains
	 * @throws ExamRunsException while the reader sits an exam
	 */
	@Needs({TAKE_EXAMS, SEE_READINESS, TRAIN})
	public MethodologyPage methodology(Integer versionNo) {
		quiet.require();
		var version = versionNo == null ? latest().orElse(null) : numbered(versionNo);
		if (version != null && version.isDraft() && !current.get().may(TRAIN)) {
			throw new NotHereException("Version " + versionNo + " of the methodology is a draft");
		}
		return page(version);
	}

	private MethodologyVersion numbered(int no) {
		return em.createQuery("select v from MethodologyVersion v where v.versionNo = :no", MethodologyVersion.class).setParameter("no", no).getResultStream().findFirst()
				.orElseThrow(() -> new NotHereException("No version " + no + " of the methodology"));
	}

	/** The version that holds today. */
	Optional<MethodologyVersion> latest() {
		return em.createQuery("select v from MethodologyVersion v where v.publishedAt is not null order by v.versionNo desc", MethodologyVersion.class).setMaxResults(1).getResultStream().findFirst();
	}

	private Optional<MethodologyVersion> draftVersion() {
		return em.createQuery("select v from MethodologyVersion v where v.publishedAt is null", MethodologyVersion.class).getResultStream().findFirst();
	}

	private MethodologyPage page(MethodologyVersion version) {
		var versions = em.createQuery("select v from MethodologyVersion v where v.publishedAt is not null order by v.versionNo desc", MethodologyVersion.class).getResultStream()
				.map(one -> new MethodologyPage.VersionLine(one.versionNo(), one.publishedAt(), one.publishedByName(), one.whatIsNew())).toList();
		var draftNo = current.get().may(TRAIN) ? draftVersion().map(MethodologyVersion::versionNo).orElse(null) : null;
		if (version == null) {
			return new MethodologyPage(null, 0, 0, false, null, null, null, null, versions, draftNo, Map.of());
		}
		return new MethodologyPage(version.id(), version.versionNo(), version.version(), version.isDraft(), version.publishedAt(), version.publishedByName(), version.whatIsNew(), version.content(), versions,
				draftNo, questions());
	}

	private Map<Long, Long> questions() {
		var counts = new HashMap<Long, Long>();
		em.createQuery("select q.part.id, count(q) from BankQuestion q where q.retired = :no group by q.part.id", Object[].class).setParameter("no", false).getResultList()
				.forEach(row -> counts.put((Long) row[0], (Long) row[1]));
		return counts;
	}

	/** The draft that trainers work on; empty without one. Needs TRAIN. */
	@Needs(TRAIN)
	public Optional<MethodologyPage> draft() {
		return draftVersion().map(this::page);
	}

	/** The steps that a stage of the process can end with, in their order. Needs TRAIN. */
	@Needs(TRAIN)
	public List<CertificationPage.Stage> steps() {
		return processes.main().steps().stream().map(step -> new CertificationPage.Stage(step.code(), step.name())).toList();
	}

	/**
	 * Begins the next version as a copy of the one that holds; the first one as the bank's parts, and as the steps of the main sales process where the bank has no process. Begun
	 * twice it is the same draft. Needs TRAIN.
	 *
	 * @return its number
	 */
	@Needs(TRAIN)
	public int begin() {
		takeTurns();
		var known = draftVersion();
		if (known.isPresent()) {
			return known.get().versionNo();
		}
		var latest = latest();
		var draft = new MethodologyVersion(latest.map(MethodologyVersion::versionNo).orElse(0) + 1, latest.map(MethodologyVersion::content).orElseGet(this::first), clock.now(), current.get().name());
		em.persist(draft);
		em.flush();
		audit.record("BEGIN_METHODOLOGY", "Methodology", draft.id(), String.valueOf(draft.versionNo()), null, null);
		return draft.versionNo();
	}

	/** Two trainers at once: the second waits. */
	private void takeTurns() {
		em.createNativeQuery("select id from class_planning where id = 1 for update").getSingleResult();
	}

	private Methodology first() {
		var parts = Arrays.stream(Part.Kind.values()).flatMap(kind -> of(bank.parts(), kind).stream().limit(MethodologyVersion.MOST_LINES)).toList();
		var process = of(parts, Part.Kind.SALES_PROCESS);
		var steps = processes.main().steps();
		return new Methodology(Matrix.OWN, of(parts, Part.Kind.BUYER_JOURNEY).stream().map(part -> new Methodology.JourneyStage(part.id(), part.name(), null)).toList(),
				process.isEmpty() ? steps.stream().map(step -> new Methodology.ProcessStage(null, named(step), null, null, step.code(), false, List.of())).toList()
						: process.stream().map(part -> new Methodology.ProcessStage(part.id(), part.name(), null, null, null, false, List.of())).toList(),
				of(parts, Part.Kind.QUALIFYING).stream().map(part -> new Methodology.Field(part.id(), part.name(), null, null)).toList());
	}

	/** A standard step has no name of its own: its code says what it is. */
	private static String named(Funnel.Step step) {
		return step.name() != null ? step.name() : step.code().charAt(0) + step.code().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private static List<Part> of(List<Part> parts, Part.Kind kind) {
		return parts.stream().filter(part -> part.kind() == kind).toList();
	}

	private MethodologyVersion lockedDraft(int version) {
		takeTurns();
		var draft = draftVersion().orElseThrow(() -> new NotHereException("There is no draft of the methodology"));
		if (draft.version() != version) {
			throw new ChangedMeanwhileException(String.valueOf(draft.versionNo()), draft.madeByName(), draft.madeAt());
		}
		return draft;
	}

	/**
	 * Writes the draft; half of it may be missing. Needs TRAIN.
	 *
	 * @param version of the row as it was read
	 * @param whatIsNew for those who know the version before; may be null
	 * @return the version of the row from now on
	 * @throws BusinessException when a line has no name, or one part is in two places
	 */
	@Needs(TRAIN)
	public int write(int version, Methodology content, String whatIsNew) {
		var draft = lockedDraft(version);
		requireOwnParts(content);
		draft.write(content, whatIsNew, clock.now(), current.get().name());
		em.flush();
		audit.record("WRITE_METHODOLOGY", "Methodology", draft.id(), String.valueOf(draft.versionNo()), null, summary(draft));
		return draft.version();
	}

	private void requireOwnParts(Methodology content) {
		var kinds = bank.parts().stream().collect(Collectors.toMap(Part::id, Part::kind));
		var seen = new HashSet<Long>();
		requireOwn(content.journey().stream().map(Methodology.JourneyStage::partId), Part.Kind.BUYER_JOURNEY, kinds, seen);
		requireOwn(content.process().stream().map(Methodology.ProcessStage::partId), Part.Kind.SALES_PROCESS, kinds, seen);
		requireOwn(content.fields().stream().map(Methodology.Field::partId), Part.Kind.QUALIFYING, kinds, seen);
		for (var stage : content.process()) {
			if (stage.step() != null && processes.main().step(stage.step()).isEmpty()) {
				throw new BusinessException("training.cert.error.stage");
			}
		}
	}

	private static void requireOwn(Stream<Long> parts, Part.Kind kind, Map<Long, Part.Kind> kinds, Set<Long> seen) {
		parts.filter(Objects::nonNull).forEach(part -> {
			if (kinds.get(part) != kind || !seen.add(part)) {
				throw new BusinessException("learn.method.error.part");
			}
		});
	}

	private static Published summary(MethodologyVersion version) {
		var content = version.content();
		return new Published(version.versionNo(), content.matrix(), content.journey().stream().map(Methodology.JourneyStage::name).toList(), content.process().stream().map(Methodology.ProcessStage::name).toList(),
				content.fields().stream().map(Methodology.Field::name).toList());
	}

	/**
	 * Publishes the draft. From now on it cannot be changed; the bank's parts take its names and its order, and keep their questions. Needs TRAIN.
	 *
	 * @throws BusinessException when nobody could sell by it, above all when a stage is said to be verified without the buyer's confirmation (T3)
	 */
	@Needs(TRAIN)
	public void publish(int version) {
		var draft = lockedDraft(version);
		draft.content().requirePublishable();
		takeParts(draft);
		draft.publish(clock.now(), current.get().name());
		em.flush();
		audit.record("PUBLISH_METHODOLOGY", "Methodology", draft.id(), String.valueOf(draft.versionNo()), null, summary(draft));
	}

	/** Each line is a part: the one it was, else one of that name, else a new one. */
	private void takeParts(MethodologyVersion draft) {
		var parts = new ArrayList<>(bank.parts());
		var used = new HashSet<Long>();
		for (var kind : Part.Kind.values()) {
			draft.of(kind).stream().map(MethodologyVersion.Line::partId).filter(Objects::nonNull).forEach(used::add);
		}
		for (var kind : Part.Kind.values()) {
			for (var line : draft.of(kind)) {
				if (line.partId() == null) {
					var same = parts.stream().filter(part -> part.kind() == kind && !used.contains(part.id()) && part.name().equalsIgnoreCase(line.name())).findFirst();
					same.ifPresent(part -> {
						draft.is(line, part.id());
						used.add(part.id());
					});
				}
			}
		}
		var names = draft.content().names().stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
		var left = parts.stream().filter(part -> !used.contains(part.id())).toList();
		left.stream().filter(part -> names.contains(part.name().toLowerCase(Locale.ROOT))).findFirst().ifPresent(part -> {
			throw new BusinessException("learn.method.error.name-taken", part.name());
		});
		// two names may change places: what is unique must not stand twice in between
		parts.stream().filter(part -> used.contains(part.id())).forEach(part -> part.become("~" + part.id(), part.ordinal()));
		em.flush();
		for (var kind : Part.Kind.values()) {
			var at = kind.ordinal() * OF_A_KIND;
			for (var line : draft.of(kind)) {
				at++;
				if (line.partId() == null) {
					var part = new Part(at, kind, line.name());
					em.persist(part);
					em.flush();
					draft.is(line, part.id());
				} else {
					var id = line.partId();
					var ordinal = at;
					parts.stream().filter(part -> part.id().equals(id)).findFirst().orElseThrow().become(line.name(), ordinal);
				}
			}
			var behind = at + LEFT_OUT;
			for (var part : of(left, kind)) {
				part.become(part.name(), behind++);
			}
		}
		em.flush();
	}

	/** Throws the draft away. Needs TRAIN. */
	@Needs(TRAIN)
	public void discard(int version) {
		var draft = lockedDraft(version);
		audit.record("DISCARD_METHODOLOGY", "Methodology", draft.id(), String.valueOf(draft.versionNo()), summary(draft), null);
		em.remove(draft);
	}

	/** The funnel's step that a stage ends with, by part; empty where it has none. */
	Map<Long, Funnel.Step> stepsByPart() {
		var found = new HashMap<Long, Funnel.Step>();
		latest().ifPresent(version -> version.content().process().stream().filter(stage -> stage.step() != null)
				.forEach(stage -> processes.main().step(stage.step()).ifPresent(step -> found.put(stage.partId(), step))));
		return found;
	}
}
