package org.headcoach.hiring;

import static org.headcoach.people.Permission.EDIT_HIRING_MODEL;
import static org.headcoach.people.Permission.HIRE;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
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

/** The formula: models of what a good one is like, written in versions. A version that was published is never changed, so that no card changes its meaning. */
@ApplicationScoped
@Transactional
public class HiringModelService {

	private static final BigDecimal HEAVIEST = BigDecimal.valueOf(100);

	/** A model in the list. @param versionNo null before the first is published */
	public record ModelRow(long id, String name, Integer versionNo, LocalDate fromDay, int characteristics, Long draftId, long openings) implements Serializable {
	}

	/** One characteristic as it is read or written. @param code null for a new one */
	public record CharacteristicLine(String code, String name, String meaning, BigDecimal weight, EvaluatedBy evaluatedBy, boolean twoPass, String anchor1, String anchor3, String anchor5, String anchor7,
			String anchor10, String questions) implements Serializable {
	}

	/** A version in the history. @param cards how many were filled with it */
	public record VersionRow(long id, int versionNo, VersionState state, LocalDate fromDay, String reason, String by, Instant at, long cards) implements Serializable {
	}

	/** A version with all that stands in it, and the model's history. */
	public record ModelPage(long modelId, String name, long versionId, int versionNo, int version, VersionState state, LocalDate fromDay, String reason, List<CharacteristicLine> characteristics,
			List<VersionRow> history, Long draftId) implements Serializable {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private HiringModels models;

	@Inject
	private PeopleService people;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/** All models, by name. Needs HIRE or EDIT_HIRING_MODEL. */
	@Needs({HIRE, EDIT_HIRING_MODEL})
	public List<ModelRow> models() {
		return models.all().stream().map(model -> {
			var published = models.published(model.id()).orElse(null);
			var draft = models.draft(model.id()).orElse(null);
			var shown = published == null ? draft : published;
			return new ModelRow(model.id(), model.name(), published == null ? null : published.versionNo(), published == null ? null : published.fromDay(),
					shown == null ? 0 : models.characteristics(shown.id()).size(), draft == null ? null : draft.id(),
					em.createQuery("select count(o) from Opening o where o.modelId = :model and o.state = org.headcoach.hiring.OpeningState.OPEN", Long.class).setParameter("model", model.id()).getSingleResult());
		}).toList();
	}

	/**
	 * One version of a model; without one, the one that holds, or the draft before there is any. Needs HIRE or EDIT_HIRING_MODEL.
	 *
	 * @throws NotHereException when there is no such model or version
	 */
	@Needs({HIRE, EDIT_HIRING_MODEL})
	public ModelPage model(long modelId, Long versionId) {
		var model = existing(modelId);
		var versions = models.versions(modelId);
		var shown = versionId != null ? versions.stream().filter(one -> one.id().equals(versionId)).findFirst().orElseThrow(() -> new NotHereException("No version " + versionId))
				: models.published(modelId).or(() -> models.draft(modelId)).orElseThrow(() -> new NotHereException("Model " + modelId + " has no version"));
		var history = versions.stream().map(one -> new VersionRow(one.id(), one.versionNo(), one.state(), one.fromDay(), one.reason(), one.publishedByName() == null ? one.madeByName() : one.publishedByName(),
				one.publishedAt() == null ? one.madeAt() : one.publishedAt(), em.createQuery("select count(c) from Scorecard c where c.modelVersionId = :version", Long.class).setParameter("version", one.id()).getSingleResult()))
				.toList();
		return new ModelPage(modelId, model.name(), shown.id(), shown.versionNo(), shown.version(), shown.state(), shown.fromDay(), shown.reason(), models.characteristics(shown.id()).stream().map(HiringModelService::line).toList(),
				history, models.draft(modelId).map(HiringModelVersion::id).orElse(null));
	}

	static CharacteristicLine line(Characteristic one) {
		return new CharacteristicLine(one.code(), one.name(), one.meaning(), one.weight(), one.evaluatedBy(), one.twoPass(), one.anchor1(), one.anchor3(), one.anchor5(), one.anchor7(), one.anchor10(), one.questions());
	}

	/** Makes a model with a draft of its first version, from a preset or empty (null). Returns its number. Needs EDIT_HIRING_MODEL. @throws BusinessException when the name is taken */
	@Needs(EDIT_HIRING_MODEL)
	public long create(String name, ModelPreset preset) {
		var said = Entered.text(name, 120, "hiring.model.error.name");
		if (models.all().stream().anyMatch(model -> model.name().equalsIgnoreCase(said))) {
			throw new BusinessException("hiring.model.error.taken", said);
		}
		var model = new HiringModel(said, clock.now(), current.get().name());
		em.persist(model);
		em.flush();
		var version = new HiringModelVersion(model.id(), 1, VersionState.DRAFT, null, clock.now(), current.get().name());
		em.persist(version);
		em.flush();
		if (preset != null) {
			var place = new AtomicInteger();
			preset.lines().forEach(line -> {
				var i = place.getAndIncrement();
				em.persist(new Characteristic(version.id(), i, line.code(), line.name(), line.meaning(), preset.weight(i), line.by(), line.twoPass(), line.one(), null, line.five(), null, line.ten(), line.questions()));
			});
		}
		em.flush();
		audit.record("CREATE", "HiringModel", model.id(), said, null, Map.of("preset", preset == null ? "" : preset.name()));
		return model.id();
	}

	/** The draft of the next version, made from the one that holds when there is none yet. Returns its number. Needs EDIT_HIRING_MODEL. */
	@Needs(EDIT_HIRING_MODEL)
	public long draft(long modelId) {
		locked(modelId);
		var known = models.draft(modelId);
		if (known.isPresent()) {
			return known.get().id();
		}
		var base = models.published(modelId).orElseThrow();
		var draft = new HiringModelVersion(modelId, models.versions(modelId).get(0).versionNo() + 1, VersionState.DRAFT, base.id(), clock.now(), current.get().name());
		em.persist(draft);
		em.flush();
		models.characteristics(base.id()).forEach(one -> em.persist(one.copyFor(draft.id())));
		em.flush();
		return draft.id();
	}

	/**
	 * Writes a draft anew. A characteristic keeps its code, a new one gets one of its name. Needs EDIT_HIRING_MODEL.
	 *
	 * @throws BusinessException for a published version, for none, two of one name, a weight outside 0 to 100, no weight at all, or a missing anchor
	 * @throws OptimisticLockException when somebody else has written it since
	 */
	@Needs(EDIT_HIRING_MODEL)
	public void write(long versionId, int seenVersion, List<CharacteristicLine> lines) {
		var draft = draftOf(versionId);
		if (draft.version() != seenVersion) {
			throw new OptimisticLockException("Version " + versionId + " was written meanwhile");
		}
		if (lines.isEmpty() || lines.size() > 40) {
			throw new BusinessException("hiring.model.error.count");
		}
		var before = models.characteristics(versionId).stream().map(HiringModelService::line).toList();
		em.createQuery("delete from Characteristic c where c.versionId = :version").setParameter("version", versionId).executeUpdate();
		var codes = new TreeSet<String>();
		lines.stream().map(CharacteristicLine::code).filter(Objects::nonNull).forEach(codes::add);
		var names = new TreeSet<String>();
		var written = new ArrayList<CharacteristicLine>();
		for (var line : lines) {
			var name = Entered.text(line.name(), 120, "hiring.model.error.characteristic");
			if (!names.add(name.toLowerCase(Locale.ROOT))) {
				throw new BusinessException("hiring.model.error.twice", name);
			}
			if (line.weight() == null || line.weight().signum() < 0 || line.weight().compareTo(HEAVIEST) > 0) {
				throw new BusinessException("hiring.model.error.weight", name);
			}
			var code = line.code() != null ? line.code() : freeCode(name, codes);
			em.persist(new Characteristic(versionId, written.size(), code, name, Entered.optional(line.meaning(), 1_000), line.weight(), line.evaluatedBy() == null ? EvaluatedBy.QUESTIONS : line.evaluatedBy(), line.twoPass(),
					anchor(line.anchor1(), name), Entered.optional(line.anchor3(), 500), anchor(line.anchor5(), name), Entered.optional(line.anchor7(), 500), anchor(line.anchor10(), name),
					Entered.optional(line.questions(), 4_000)));
			written.add(line);
		}
		if (written.stream().allMatch(line -> line.weight().signum() == 0)) {
			throw new BusinessException("hiring.model.error.weightless");
		}
		em.lock(draft, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
		em.flush();
		audit.record("WRITE", "HiringModel", draft.modelId(), models.find(draft.modelId()).name(), Map.of("weights", weights(before)), Map.of("weights", weights(written)));
	}

	private static Map<String, BigDecimal> weights(List<CharacteristicLine> lines) {
		var weights = new LinkedHashMap<String, BigDecimal>();
		lines.forEach(line -> weights.put(line.name(), line.weight()));
		return weights;
	}

	private static String anchor(String typed, String name) {
		if (typed == null || typed.isBlank() || typed.strip().length() > 500) {
			throw new BusinessException("hiring.model.error.anchor", name);
		}
		return typed.strip();
	}

	private static String freeCode(String name, TreeSet<String> taken) {
		var plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		var base = plain.isEmpty() ? "characteristic" : plain.substring(0, Math.min(50, plain.length()));
		for (int i = 1; ; i++) {
			var code = i == 1 ? base : base + "-" + i;
			if (taken.add(code)) {
				return code;
			}
		}
	}

	/**
	 * Publishes a draft: from that day on interviews are planned with it. Cards that are open or in keep their version. Needs EDIT_HIRING_MODEL.
	 *
	 * @throws BusinessException without characteristics, without a reason (from the second version on), or for a day before today
	 */
	@Needs(EDIT_HIRING_MODEL)
	public void publish(long versionId, String reason) {
		var draft = draftOf(versionId);
		locked(draft.modelId());
		if (models.characteristics(versionId).isEmpty()) {
			throw new BusinessException("hiring.model.error.count");
		}
		var said = draft.basedOnId() == null ? Entered.optional(reason, 2_000) : Entered.text(reason, 2_000, "hiring.model.error.reason");
		models.published(draft.modelId()).ifPresent(HiringModelVersion::archive);
		draft.publish(people.today(), said, clock.now(), current.get().name());
		audit.record("PUBLISH", "HiringModel", draft.modelId(), models.find(draft.modelId()).name(), null, Map.of("version", draft.versionNo(), "reason", said == null ? "" : said));
	}

	/** Throws a draft away; a model without any other version goes with it. Needs EDIT_HIRING_MODEL. */
	@Needs(EDIT_HIRING_MODEL)
	public void discard(long versionId) {
		var draft = draftOf(versionId);
		var model = locked(draft.modelId());
		em.createQuery("delete from Characteristic c where c.versionId = :version").setParameter("version", versionId).executeUpdate();
		em.remove(draft);
		em.flush();
		if (models.versions(model.id()).isEmpty()) {
			em.remove(model);
		}
		audit.record("DISCARD", "HiringModel", model.id(), model.name(), Map.of("version", draft.versionNo()), null);
	}

	private HiringModelVersion draftOf(long versionId) {
		var version = models.version(versionId);
		if (version == null) {
			throw new NotHereException("No version " + versionId);
		}
		if (version.state() != VersionState.DRAFT) {
			throw new BusinessException("hiring.model.error.published");
		}
		return version;
	}

	private HiringModel existing(long id) {
		var model = models.find(id);
		if (model == null) {
			throw new NotHereException("No hiring model " + id);
		}
		return model;
	}

	private HiringModel locked(long id) {
		var model = em.find(HiringModel.class, id, LockModeType.PESSIMISTIC_WRITE);
		if (model == null) {
			throw new NotHereException("No hiring model " + id);
		}
		return model;
	}
}
