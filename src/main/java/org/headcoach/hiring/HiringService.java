package org.headcoach.hiring;

import static org.headcoach.people.Permission.EDIT_PEOPLE;
import static org.headcoach.people.Permission.HIRE;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.People;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.people.Salesperson;
import org.headcoach.people.Team;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.SearchWords;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

/** Openings, the candidates in them, their way over the board, and how it ends. Who sees which: {@link HiringReach}. */
@ApplicationScoped
@Transactional
public class HiringService {

	/** So many cards of a column are shown before "more". */
	public static final int COLUMN = 25;

	/** So many are counted in the table; of more it says that there are more. */
	public static final int COUNTED = 1_000;

	private static final int AT_ONCE = 500;
	private static final String BY_NAME = "name";

	/** What a new opening goes through when there is none before it to take the stages from. */
	private static final List<StageLine> USUAL = List.of(new StageLine(null, "New", false), new StageLine(null, "Phone screen", false), new StageLine(null, "Interviews", true),
			new StageLine(null, "References", false), new StageLine(null, "Offer", false));

	/** A stage as it is read or written. @param id null for a new one */
	public record StageLine(Long id, String name, boolean needsCards) implements Serializable {
	}

	/** An opening in the list. */
	public record OpeningRow(long id, String title, String model, String team, String manager, String recruiter, int seats, long hired, long active, long allCandidates, OpeningState state, LocalDate openedOn,
			LocalDate wantedBy) implements Serializable {
	}

	/** An opening to choose. */
	public record OpeningChoice(long id, String title, OpeningState state) implements Serializable {
	}

	/** An opening as it is written. @param id, version null for a new one */
	public record WriteOpening(Long id, Integer version, String title, Long modelId, Long teamId, Long hiringManagerId, Long recruiterAccountId, int seats, LocalDate wantedBy, String formKey)
			implements Serializable {
	}

	/** An opening with its stages. */
	public record OpeningPage(long id, int version, String title, long modelId, String model, Long teamId, String team, Long hiringManagerId, String manager, Long recruiterAccountId, String recruiter, int seats,
			long hired, OpeningState state, LocalDate openedOn, LocalDate wantedBy, List<StageLine> stages) implements Serializable {
	}

	/** A candidate on the board: no score and no opinion, so that it can be shown to whoever is blind. @param cardsOf seats in interviews that hold */
	public record CandidateRow(long candidacyId, long candidateId, String name, String headline, CandidateSource source, LocalDate appliedOn, Instant stageSince, long openingId, String opening, long stageId,
			String stage, CandidacyState state, long cardsIn, long cardsOf, int version) implements Serializable {
	}

	/** A column of the board: its first {@link #COLUMN} candidates, those who wait longest first. */
	public record Column(long stageId, String name, boolean needsCards, long count, List<CandidateRow> cards) implements Serializable {
	}

	public record BoardPage(OpeningPage opening, List<Column> columns) implements Serializable {
	}

	/** A page of the table. @param total how many match, and if there are more than that, {@code more} */
	public record TablePage(List<CandidateRow> rows, long total, boolean more, List<OpeningChoice> openings) implements Serializable {
	}

	/** What is searched in the table. @param openingId null for all within reach */
	public record CandidateSearch(Long openingId, String text, CandidacyState state, CandidateSource source, Long stageId, String sort, boolean descending, int first, int size) {

		private CandidateSearch unsorted() {
			return new CandidateSearch(openingId, text, state, source, stageId, null, false, first, size);
		}
	}

	/** Somebody new for an opening. @param otherPerson although somebody with this e-mail or number is known */
	public record NewCandidate(Long openingId, String name, String email, String phone, String link, String headline, String note, CandidateSource source, String sourceNote, Long referredById,
			LocalDate consentOn, String consentHow, String externalId, boolean otherPerson, String formKey) implements Serializable {
	}

	/** Who is hired. @param superiorId null: the hiring manager */
	public record HireForm(LocalDate startsOn, Long teamId, Long superiorId, String jobTitle, String reason) implements Serializable {
	}

	public record Choices(List<People.Choice> teams, List<People.Choice> managers, List<People.Choice> accounts, List<People.Choice> people, List<People.Choice> models) implements Serializable {
	}

	private record Where(long opening, long stage, CandidacyState state) {
		static Where of(Candidacy one) {
			return new Where(one.openingId(), one.stageId(), one.state());
		}
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private HiringReach reach;

	@Inject
	private Reach lines;

	@Inject
	private HiringModels models;

	@Inject
	private Cards cards;

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

	// ------------------------------------------------------------ openings

	/** The openings within reach, open ones first. Needs HIRE. */
	@Needs(HIRE)
	public List<OpeningRow> openings() {
		var openings = reach.openings();
		var counts = new HashMap<Long, long[]>();
		if (!openings.isEmpty()) {
			em.createQuery("select c.openingId, c.state, count(c) from Candidacy c where c.openingId in :ids group by c.openingId, c.state", Object[].class)
					.setParameter("ids", openings.stream().map(Opening::id).toList()).getResultList().forEach(row -> {
						var count = counts.computeIfAbsent((Long) row[0], id -> new long[3]);
						count[0] += (Long) row[2];
						count[1] += row[1] == CandidacyState.ACTIVE ? (Long) row[2] : 0;
						count[2] += row[1] == CandidacyState.HIRED ? (Long) row[2] : 0;
					});
		}
		var names = new Names(openings);
		return openings.stream().map(one -> {
			var count = counts.getOrDefault(one.id(), new long[3]);
			return new OpeningRow(one.id(), one.title(), names.model(one), names.team(one), names.manager(one), names.recruiter(one), one.seats(), count[2], count[1], count[0], one.state(), one.openedOn(), one.wantedBy());
		}).sorted(Comparator.comparing(OpeningRow::state)).toList();
	}

	/** Names of what openings point at, read by one query. */
	private final class Names {
		private record Four(String model, String team, String manager, String recruiter) {
		}

		private final Map<Long, Four> byOpening = new HashMap<>();

		Names(Collection<Opening> openings) {
			if (!openings.isEmpty()) {
				em.createQuery("""
						select o.id, m.name, t.name, p.name, a.name from Opening o left join HiringModel m on m.id = o.modelId left join Team t on t.id = o.teamId
						left join Salesperson p on p.id = o.hiringManagerId left join Account a on a.id = o.recruiterAccountId where o.id in :ids""", Object[].class)
						.setParameter("ids", openings.stream().map(Opening::id).toList()).getResultList()
						.forEach(row -> byOpening.put((Long) row[0], new Four((String) row[1], (String) row[2], (String) row[3], (String) row[4])));
			}
		}

		String model(Opening one) {
			return byOpening.get(one.id()).model();
		}

		String team(Opening one) {
			return byOpening.get(one.id()).team();
		}

		String manager(Opening one) {
			return byOpening.get(one.id()).manager();
		}

		String recruiter(Opening one) {
			return byOpening.get(one.id()).recruiter();
		}
	}

	/** One opening. Needs HIRE for it. */
	@Needs(HIRE)
	public OpeningPage opening(long id) {
		return page(reach.opening(id));
	}

	private OpeningPage page(Opening one) {
		var names = new Names(List.of(one));
		return new OpeningPage(one.id(), one.version(), one.title(), one.modelId(), names.model(one), one.teamId(), names.team(one), one.hiringManagerId(), names.manager(one), one.recruiterAccountId(),
				names.recruiter(one), one.seats(), hired(one.id()), one.state(), one.openedOn(), one.wantedBy(), stages(one.id()).stream().map(stage -> new StageLine(stage.id(), stage.name(), stage.needsCards())).toList());
	}

	private long hired(long openingId) {
		return em.createQuery("select count(c) from Candidacy c where c.openingId = :opening and c.state = org.headcoach.hiring.CandidacyState.HIRED", Long.class).setParameter("opening", openingId).getSingleResult();
	}

	private List<Stage> stages(long openingId) {
		return em.createQuery("select s from Stage s where s.openingId = :opening order by s.ordinal", Stage.class).setParameter("opening", openingId).getResultList();
	}

	/** What an opening's form offers; teams and managers within reach. Needs HIRE. */
	@Needs(HIRE)
	public Choices choices() {
		var line = lines.today();
		var own = current.get().personId();
		var all = reach.isEverywhere();
		var managers = line.everybody().stream().filter(place -> place.role() != Role.REP && (all || place.personId() == own || line.isAbove(own, place.personId()))).toList();
		var teams = new TreeMap<Long, String>();
		line.everybody().stream().filter(place -> place.teamId() != null && (all || place.personId() == own || line.isAbove(own, place.personId()))).forEach(place -> teams.put(place.teamId(), place.teamName()));
		return new Choices(teams.entrySet().stream().map(team -> new People.Choice(team.getKey(), team.getValue())).sorted(Comparator.comparing(People.Choice::name)).toList(),
				managers.stream().map(place -> new People.Choice(place.personId(), place.name())).sorted(Comparator.comparing(People.Choice::name)).toList(), accounts(),
				line.everybody().stream().map(place -> new People.Choice(place.personId(), place.name())).sorted(Comparator.comparing(People.Choice::name)).toList(),
				models.all().stream().filter(model -> models.published(model.id()).isPresent()).map(model -> new People.Choice(model.id(), model.name())).toList());
	}

	private List<People.Choice> accounts() {
		return em.createQuery("select a.id, a.name from Account a where a.active = :active order by a.name", Object[].class).setParameter("active", true).getResultStream()
				.map(row -> new People.Choice((Long) row[0], (String) row[1])).toList();
	}

	/**
	 * Writes an opening; a new one takes the stages of the latest one of its model. Sent twice with one key, it is one. Needs HIRE; a manager opens for the own line only.
	 *
	 * @return its number
	 * @throws BusinessException without title, model that is published, or seats from 1 to 500
	 */
	@Needs(HIRE)
	public long write(WriteOpening write) {
		var title = Entered.text(write.title(), 160, "hiring.opening.error.title");
		if (write.modelId() == null || models.published(write.modelId()).isEmpty()) {
			throw new BusinessException("hiring.opening.error.model");
		}
		if (write.seats() < 1 || write.seats() > 500) {
			throw new BusinessException("hiring.opening.error.seats");
		}
		if (write.id() == null) {
			var sent = em.createQuery("select o.id from Opening o where o.formKey = :key", Long.class).setParameter("key", write.formKey()).getResultList();
			if (!sent.isEmpty()) {
				return sent.get(0);
			}
			var like = em.createQuery("select o.id from Opening o where o.modelId = :model order by o.id desc", Long.class).setParameter("model", write.modelId()).setMaxResults(1).getResultList();
			var opening = new Opening(title, write.modelId(), write.teamId(), write.hiringManagerId(), write.recruiterAccountId(), write.seats(), OpeningState.OPEN, people.today(), write.wantedBy(), clock.now(),
					current.get().name(), write.formKey());
			requireOwn(opening);
			em.persist(opening);
			em.flush();
			var ordinal = 0;
			for (var stage : like.isEmpty() ? USUAL : stages(like.get(0)).stream().map(one -> new StageLine(null, one.name(), one.needsCards())).toList()) {
				em.persist(new Stage(opening.id(), ordinal++, stage.name(), stage.needsCards()));
			}
			em.flush();
			audit.record("CREATE", "Opening", opening.id(), title, null, Map.of("seats", write.seats(), "model", write.modelId()));
			return opening.id();
		}
		var opening = reach.opening(write.id());
		if (write.version() != null && opening.version() != write.version()) {
			throw new OptimisticLockException("Opening " + write.id() + " was changed meanwhile", null, opening);
		}
		var before = Map.of("title", opening.title(), "seats", opening.seats());
		opening.change(title, write.modelId(), write.teamId(), write.hiringManagerId(), write.recruiterAccountId(), write.seats(), write.wantedBy());
		requireOwn(opening);
		audit.record("CHANGE", "Opening", opening.id(), title, before, Map.of("title", title, "seats", write.seats()));
		return opening.id();
	}

	/** Nobody writes an opening out of the own reach, and loses it by that. */
	private void requireOwn(Opening opening) {
		if (!reach.hiresFor(opening)) {
			throw new BusinessException("hiring.opening.error.manager");
		}
	}

	/** Opens, pauses or closes. Needs HIRE for the opening. */
	@Needs(HIRE)
	public void become(long openingId, OpeningState state) {
		var opening = reach.opening(openingId);
		if (opening.state() == state) {
			return;
		}
		var before = opening.state();
		opening.become(state, people.today());
		audit.record("CHANGE", "Opening", openingId, opening.title(), Map.of("state", before), Map.of("state", state));
	}

	/**
	 * Writes the stages anew in their order. Needs HIRE for the opening.
	 *
	 * @throws BusinessException when a stage that is left out has or had somebody in it, for none at all, and for two of one name
	 */
	@Needs(HIRE)
	public void writeStages(long openingId, List<StageLine> lines) {
		var opening = reach.opening(openingId);
		if (lines.isEmpty() || lines.size() > 12) {
			throw new BusinessException("hiring.stages.error.count");
		}
		var known = stages(openingId).stream().collect(Collectors.toMap(Stage::id, Function.identity()));
		var names = new HashSet<String>();
		var ordinal = 0;
		for (var line : lines) {
			var name = Entered.text(line.name(), 60, "hiring.stages.error.name");
			if (!names.add(name.toLowerCase(Locale.ROOT))) {
				throw new BusinessException("hiring.stages.error.twice", name);
			}
			var stage = line.id() == null ? null : known.remove(line.id());
			if (stage == null) {
				em.persist(new Stage(openingId, ordinal++, name, line.needsCards()));
			} else {
				stage.change(ordinal++, name, line.needsCards());
			}
		}
		for (var gone : known.values()) {
			if (em.createQuery("select count(c) from Candidacy c where c.stageId = :stage", Long.class).setParameter("stage", gone.id()).getSingleResult() > 0
					|| em.createQuery("select count(s) from StageMove s where s.fromStageId = :stage or s.toStageId = :stage", Long.class).setParameter("stage", gone.id()).getSingleResult() > 0) {
				throw new BusinessException("hiring.stages.error.used", gone.name());
			}
			em.remove(gone);
		}
		em.flush();
		audit.record("CHANGE_STAGES", "Opening", openingId, opening.title(), null, Map.of("stages", lines.stream().map(StageLine::name).toList()));
	}

	// ------------------------------------------------------------ board and table

	/** The board of an opening: who is active, by stage. Needs HIRE for the opening. */
	@Needs(HIRE)
	public BoardPage board(long openingId) {
		var opening = reach.opening(openingId);
		// the first of each column and how many there are, by one walk over the index
		var counts = new HashMap<Long, Long>();
		var found = new ArrayList<Long>();
		em.createNativeQuery("""
				select id, stage_id, of_stage from (select id, stage_id, row_number() over (partition by stage_id order by stage_since, id) as place, count(*) over (partition by stage_id) as of_stage
				from candidacy where opening_id = ? and state = 'ACTIVE') waiting where place <= ? order by stage_id, place""").setParameter(1, openingId).setParameter(2, COLUMN).getResultList().forEach(each -> {
					var row = (Object[]) each;
					found.add(((Number) row[0]).longValue());
					counts.put(((Number) row[1]).longValue(), ((Number) row[2]).longValue());
				});
		var page = page(opening);
		var rows = rows(found, Map.of(openingId, opening.title())).stream().collect(Collectors.groupingBy(CandidateRow::stageId));
		return new BoardPage(page, page.stages().stream().map(stage -> new Column(stage.id(), stage.name(), stage.needsCards(), counts.getOrDefault(stage.id(), 0L), rows.getOrDefault(stage.id(), List.of()))).toList());
	}

	/** One page of the candidates that match. Needs HIRE; those within reach only. */
	@Needs(HIRE)
	public List<CandidateRow> candidates(CandidateSearch search) {
		var within = within(search);
		return within.isEmpty() ? List.of() : rows(ids(search, found(search), within, search.first(), search.size()), titles(within));
	}

	/** All that match, to be taken out of the application: who does that, and how many they are, is written down. Needs HIRE; those within reach only. */
	@Needs(HIRE)
	public List<CandidateRow> export(CandidateSearch search) {
		var rows = candidates(search);
		audit.record("EXPORT", "Candidates", search.openingId(), search.openingId() == null ? null : reach.opening(search.openingId()).title(), null, Map.of("candidates", rows.size()));
		return rows;
	}

	/** One page of the candidates that match, how many there are (counted to {@link #COUNTED}: whoever has more narrows the search), and what can be chosen. Needs HIRE; those within reach only. */
	@Needs(HIRE)
	public TablePage table(CandidateSearch search) {
		var all = reach.openings();
		var within = search.openingId() == null && search.text() == null ? all : within(search);
		var choices = all.stream().map(one -> new OpeningChoice(one.id(), one.title(), one.state())).toList();
		if (within.isEmpty()) {
			return new TablePage(List.of(), 0, false, choices);
		}
		// a number of everybody would have to look at everybody
		var most = Math.max(COUNTED, search.first() + search.size());
		var found = found(search);
		// one question finds the page and how many there are; names stand in another table, so that those of the page alone are put in order
		var counted = ids(BY_NAME.equals(search.sort()) ? search.unsorted() : search, found, within, 0, most + 1);
		var page = BY_NAME.equals(search.sort()) ? ids(search, found, within, search.first(), search.size())
				: counted.subList(Math.min(search.first(), counted.size()), Math.min(search.first() + search.size(), counted.size()));
		return new TablePage(rows(page, titles(within)), Math.min(most, counted.size()), counted.size() > most, choices);
	}

	private static Map<Long, String> titles(List<Opening> openings) {
		return openings.stream().collect(Collectors.toMap(Opening::id, Opening::title));
	}

	/** How many {@link #candidates} finds. */
	@Needs(HIRE)
	public long count(CandidateSearch search) {
		var openings = within(search);
		var found = found(search);
		if (openings.isEmpty() || found.isNobody()) {
			return 0;
		}
		var query = em.createQuery("select count(c) from Candidacy c" + conditions(search, found), Long.class);
		fill(query, search, found, openings);
		return query.getSingleResult();
	}

	/** The openings within reach, to choose from; the latest first. Needs HIRE. */
	@Needs(HIRE)
	public List<OpeningChoice> openingChoices() {
		return reach.openings().stream().map(one -> new OpeningChoice(one.id(), one.title(), one.state())).toList();
	}

	private static List<SearchWords.Beginning> typed(CandidateSearch search) {
		return search.text() == null ? List.of() : SearchWords.beginnings(search.text());
	}

	/** Where to look: nowhere when what was typed has no word in it. */
	private List<Opening> within(CandidateSearch search) {
		var openings = search.openingId() != null ? List.of(reach.opening(search.openingId())) : reach.openings();
		return search.text() != null && typed(search).isEmpty() ? List.of() : openings;
	}

	/** Whom the words of a search lead to. @param few null when they are many, or no word was typed */
	private record Found(Set<Long> few, List<SearchWords.Beginning> words) {

		boolean isNobody() {
			return few != null && few.isEmpty();
		}
	}

	private Found found(CandidateSearch search) {
		var typed = typed(search);
		return typed.isEmpty() ? new Found(null, typed) : words.few(typed).map(few -> new Found(few, List.of())).orElseGet(() -> new Found(null, typed));
	}

	private String conditions(CandidateSearch search, Found found) {
		var having = IntStream.range(0, found.words().size()).mapToObj(i -> " and c.candidateId in (select b.id from Candidate b join b.words w where w >= :from" + i + " and w < :to" + i + ")");
		// who sees everything is not asked for each opening
		return (narrows(search) ? " where c.openingId in :openings" : " where c.id > 0") + (found.few() == null ? having.collect(Collectors.joining()) : " and c.candidateId in :few")
				+ (search.state() == null ? "" : " and c.state = :state") + (search.source() == null ? "" : " and c.source = :source") + (search.stageId() == null ? "" : " and c.stageId = :stage");
	}

	private boolean narrows(CandidateSearch search) {
		return search.openingId() != null || !reach.isEverywhere();
	}

	private void fill(Query query, CandidateSearch search, Found found, List<Opening> openings) {
		if (narrows(search)) {
			query.setParameter("openings", openings.stream().map(Opening::id).toList());
		}
		if (found.few() != null) {
			query.setParameter("few", found.few());
		}
		int i = 0;
		for (var word : found.words()) {
			query.setParameter("from" + i, word.from()).setParameter("to" + i++, word.to());
		}
		if (search.state() != null) {
			query.setParameter("state", search.state());
		}
		if (search.source() != null) {
			query.setParameter("source", search.source());
		}
		if (search.stageId() != null) {
			query.setParameter("stage", search.stageId());
		}
	}

	/** Their numbers in order: found over the narrow table alone where it can be. */
	private List<Long> ids(CandidateSearch search, Found found, List<Opening> openings, int first, int most) {
		if (found.isNobody()) {
			return List.of();
		}
		var direction = search.descending() ? " desc" : "";
		var byName = BY_NAME.equals(search.sort());
		var order = switch (search.sort() == null ? "" : search.sort()) {
			case BY_NAME -> "a.name" + direction + ", c.id";
			case "applied" -> "c.appliedOn" + direction + ", c.id" + direction;
			case "waiting" -> "c.stageSince" + direction + ", c.id" + direction;
			case "state" -> "c.state" + direction + ", c.id";
			default -> "c.appliedOn desc, c.id desc";
		};
		var query = em.createQuery("select c.id from Candidacy c" + (byName ? ", Candidate a" : "") + conditions(search, found) + (byName ? " and a.id = c.candidateId" : "") + " order by " + order, Long.class);
		fill(query, search, found, openings);
		return query.setFirstResult(first).setMaxResults(most).getResultList();
	}

	/** Filled by two questions for some hundreds, in the same order. */
	private List<CandidateRow> rows(List<Long> ids, Map<Long, String> titles) {
		var rows = new ArrayList<CandidateRow>();
		for (int from = 0; from < ids.size(); from += AT_ONCE) {
			var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
			var counts = cards.counts(some);
			var filled = new HashMap<Long, CandidateRow>();
			em.createQuery("""
					select c.id, c.candidateId, a.name, a.headline, c.source, c.appliedOn, c.stageSince, c.openingId, c.stageId, s.name, c.state, c.version
					from Candidacy c, Candidate a, Stage s where c.id in :ids and a.id = c.candidateId and s.id = c.stageId""", Object[].class).setParameter("ids", some).getResultList().forEach(row -> {
						var id = (Long) row[0];
						var count = counts.getOrDefault(id, new long[2]);
						filled.put(id, new CandidateRow(id, (Long) row[1], (String) row[2], (String) row[3], (CandidateSource) row[4], (LocalDate) row[5], (Instant) row[6], (Long) row[7], titles.get(row[7]), (Long) row[8],
								(String) row[9], (CandidacyState) row[10], count[0], count[1], (Integer) row[11]));
					});
			some.forEach(id -> rows.add(filled.get(id)));
		}
		return rows;
	}

	// ------------------------------------------------------------ candidates

	/**
	 * Takes somebody in for an opening. Sent twice with one key by one account for one opening, it is one. Needs HIRE for the opening.
	 *
	 * @return the number of the candidacy
	 * @throws BusinessException when somebody with this e-mail or number is known, unless it is said to be another person; for an opening that is not open
	 */
	@Needs(HIRE)
	public long add(NewCandidate add) {
		if (add.openingId() == null) {
			throw new BusinessException("hiring.candidate.error.opening");
		}
		// whoever sends a key of somebody else's gets nothing of theirs
		var key = UUID.nameUUIDFromBytes((current.get().accountId() + " " + reach.opening(add.openingId()).id() + " " + add.formKey()).getBytes(StandardCharsets.UTF_8)).toString();
		var sent = em.createQuery("select c.id from Candidacy c, Candidate a where c.candidateId = a.id and c.openingId = :opening and a.formKey = :key", Long.class).setParameter("opening", add.openingId())
				.setParameter("key", key).getResultList();
		if (!sent.isEmpty()) {
			return sent.get(0);
		}
		var opening = openOpening(add.openingId());
		var email = Entered.email(add.email());
		var phone = Entered.optional(add.phone(), 60);
		var twin = add.otherPerson() ? null : twin(Entered.emailKey(email), Entered.phoneKey(phone));
		if (twin != null) {
			// of whom the account does not see, only that somebody is known
			throw reach.hiresForAny(reach.candidacies(twin.id())) ? new BusinessException("hiring.candidate.error.known", twin.name()) : new BusinessException("hiring.candidate.error.known-elsewhere");
		}
		if (add.consentOn() != null && add.consentOn().isAfter(people.today())) {
			throw new BusinessException("hiring.candidate.error.consent");
		}
		var candidate = new Candidate(Entered.text(add.name(), 200, "hiring.candidate.error.name"), email, Entered.emailKey(email), phone, Entered.phoneKey(phone), Entered.link(add.link()),
				Entered.optional(add.headline(), 300), Entered.optional(add.note(), 4_000), Entered.optional(add.externalId(), 100), add.consentOn(), Entered.optional(add.consentHow(), 300),
				people.today().plusMonths(em.find(HiringSetting.class, HiringSetting.ONLY).keepMonths()), clock.now(), current.get().name(), key);
		em.persist(candidate);
		em.flush();
		return put(candidate, opening, add.source(), add.sourceNote(), add.referredById());
	}

	/** Whose candidacy it is. Needs HIRE for the opening. */
	@Needs(HIRE)
	public long candidateOf(long candidacyId) {
		return reach.candidacy(candidacyId).candidateId();
	}

	/** Somebody who has this e-mail or number and is not erased; null for nobody. */
	private Candidate twin(String emailKey, String phoneKey) {
		if (emailKey == null && phoneKey == null) {
			return null;
		}
		return em.createQuery("select a from Candidate a where (a.erasedAt is null or a.mergedIntoId is not null) and (a.emailKey = :email or a.phoneKey = :phone) order by a.id", Candidate.class)
				.setParameter("email", emailKey == null ? "" : emailKey).setParameter("phone", phoneKey == null ? "" : phoneKey).setMaxResults(1).getResultStream().findFirst()
				.map(one -> em.find(Candidate.class, reach.standing(one.id()))).orElse(null);
	}

	private Opening openOpening(long id) {
		var opening = reach.opening(id);
		if (opening.state() == OpeningState.CLOSED) {
			throw new BusinessException("hiring.opening.error.closed", opening.title());
		}
		return opening;
	}

	private long put(Candidate candidate, Opening opening, CandidateSource source, String note, Long referredBy) {
		var first = stages(opening.id()).get(0);
		var candidacy = new Candidacy(candidate.id(), opening.id(), first.id(), clock.now(), source == null ? CandidateSource.OTHER : source, Entered.optional(note, 200),
				referredBy == null ? null : existingPerson(referredBy), people.today(), CandidacyState.ACTIVE);
		em.persist(candidacy);
		em.flush();
		em.persist(new StageMove(candidacy.id(), null, first.id(), null, clock.now(), current.get().name()));
		audit.record("ADD", "Candidate", candidate.id(), candidate.label(), null, Map.of("opening", opening.title(), "source", candidacy.source()));
		return candidacy.id();
	}

	private Long existingPerson(long id) {
		if (em.find(Salesperson.class, id) == null) {
			throw new NotHereException("No person " + id);
		}
		return id;
	}

	/** Puts a known candidate into another opening. Needs HIRE for the opening and sight of the candidate. @throws BusinessException when already in it */
	@Needs(HIRE)
	public long putInto(long candidateId, long openingId, CandidateSource source) {
		var candidate = reach.candidate(candidateId);
		var opening = openOpening(openingId);
		if (candidate.erasedAt() != null || reach.candidacies(candidateId).stream().anyMatch(one -> one.openingId() == openingId)) {
			throw new BusinessException("hiring.candidate.error.already", opening.title());
		}
		return put(candidate, opening, source, null, null);
	}

	// ------------------------------------------------------------ the way and its end

	/**
	 * Moves somebody to another stage; to where the candidate stands already changes nothing. Needs HIRE for the opening.
	 *
	 * @throws BusinessException forward from a stage that needs cards while a required one is missing, with the names of who owes them, or none is in at all; and once it is decided
	 */
	@Needs(HIRE)
	public void move(long candidacyId, long stageId) {
		var candidacy = locked(candidacyId);
		if (candidacy.state() != CandidacyState.ACTIVE) {
			throw new BusinessException("hiring.board.error.decided");
		}
		var stages = stages(candidacy.openingId()).stream().collect(Collectors.toMap(Stage::id, Function.identity()));
		var from = stages.get(candidacy.stageId());
		var to = stages.get(stageId);
		if (to == null) {
			throw new NotHereException("No stage " + stageId + " in opening " + candidacy.openingId());
		}
		if (from.id().equals(to.id())) {
			return;
		}
		var candidate = em.find(Candidate.class, candidacy.candidateId());
		if (to.ordinal() > from.ordinal() && stages.values().stream().anyMatch(stage -> stage.needsCards() && stage.ordinal() >= from.ordinal() && stage.ordinal() < to.ordinal())) {
			requireCards(candidacyId, candidate);
		}
		candidacy.moveTo(stageId, clock.now());
		em.persist(new StageMove(candidacyId, from.id(), stageId, null, clock.now(), current.get().name()));
		audit.record("MOVE", "Candidate", candidate.id(), candidate.label(), Map.of("stage", from.name()), Map.of("stage", to.name()));
	}

	private void requireCards(long candidacyId, Candidate candidate) {
		var missing = cards.missing(candidacyId);
		if (!missing.isEmpty()) {
			throw new BusinessException("hiring.board.error.cards", candidate.name(), String.join(", ", missing), missing.size());
		}
		if (cards.submitted(List.of(candidacyId)).isEmpty()) {
			throw new BusinessException("hiring.board.error.no-card", candidate.name());
		}
	}

	/** Ends a candidacy without a hire, with the reason. Whoever owes a card decides after handing it in. Needs HIRE for the opening. */
	@Needs(HIRE)
	public void decide(long candidacyId, CandidacyState outcome, String reason) {
		if (outcome != CandidacyState.REJECTED && outcome != CandidacyState.WITHDRAWN) {
			throw new IllegalArgumentException("Not an end: " + outcome);
		}
		var candidacy = locked(candidacyId);
		requireActive(candidacy);
		var said = Entered.text(reason, 2_000, "hiring.decision.error.reason");
		end(candidacy, outcome, said);
	}

	private void requireActive(Candidacy candidacy) {
		if (candidacy.state() != CandidacyState.ACTIVE) {
			throw new BusinessException("hiring.board.error.decided");
		}
		if (reach.isBlind(candidacy.id())) {
			throw new BusinessException("hiring.decision.error.blind");
		}
	}

	private void end(Candidacy candidacy, CandidacyState outcome, String reason) {
		var candidate = em.find(Candidate.class, candidacy.candidateId());
		var before = Where.of(candidacy);
		candidacy.decide(outcome, reason, clock.now(), current.get().name());
		candidate.keepUntil(people.today().plusMonths(em.find(HiringSetting.class, HiringSetting.ONLY).keepMonths()));
		audit.record(outcome.name(), "Candidate", candidate.id(), candidate.label(), before, Where.of(candidacy));
	}

	/** Takes a rejection or withdrawal back: the candidate is active again in the same stage. Needs HIRE for the opening. */
	@Needs(HIRE)
	public void reopen(long candidacyId) {
		var candidacy = locked(candidacyId);
		var candidate = em.find(Candidate.class, candidacy.candidateId());
		if (candidacy.state() == CandidacyState.HIRED || candidacy.state() == CandidacyState.ACTIVE || candidate.erasedAt() != null) {
			throw new BusinessException("hiring.decision.error.reopen");
		}
		var before = Where.of(candidacy);
		candidacy.decide(CandidacyState.ACTIVE, null, null, null);
		audit.record("REOPEN", "Candidate", candidate.id(), candidate.label(), before, Where.of(candidacy));
	}

	/**
	 * Hires: the decision is written down and the candidate becomes a person of the line, in the opening's team, below its hiring manager, from that day on. Pressed twice it is done once.
	 * Needs HIRE for the opening; the right to edit people is not needed for this one step.
	 *
	 * @return the number of the person
	 * @throws BusinessException while required cards are missing, the reader's own among them, or none is in at all; when all seats are filled; and where the place in the line is none
	 */
	@Needs(HIRE)
	public long hire(long candidacyId, HireForm form) {
		var candidacy = locked(candidacyId);
		if (candidacy.state() == CandidacyState.HIRED) {
			return candidacy.hiredPersonId();
		}
		requireActive(candidacy);
		var opening = em.find(Opening.class, candidacy.openingId(), LockModeType.PESSIMISTIC_WRITE);
		var candidate = em.find(Candidate.class, candidacy.candidateId());
		requireCards(candidacyId, candidate);
		if (hired(opening.id()) >= opening.seats()) {
			throw new BusinessException("hiring.decision.error.seats", opening.title(), opening.seats());
		}
		var reason = Entered.text(form.reason(), 2_000, "hiring.decision.error.reason");
		var superior = form.superiorId() == null ? opening.hiringManagerId() : form.superiorId();
		var team = form.teamId() == null ? opening.teamId() : form.teamId();
		var region = team == null ? null : em.find(Team.class, team).region();
		var hire = new PeopleService.Hire(candidate.name(), candidate.email(), null, form.startsOn(),
				new PeopleService.Place(Role.REP, Entered.optional(form.jobTitle(), 100), null, team, region == null ? null : region.id(), superior));
		var actor = current.get();
		// the decision carries the right to make this one person, in the decider's own name
		var person = current.as(new Actor(actor.accountId(), actor.name(), AccountRole.ADMINISTRATOR, actor.personId(), Set.of(EDIT_PEOPLE)), () -> people.hire(hire));
		candidacy.hired(person, form.startsOn());
		end(candidacy, CandidacyState.HIRED, reason);
		return person;
	}

	private Candidacy locked(long candidacyId) {
		var candidacy = em.find(Candidacy.class, candidacyId, LockModeType.PESSIMISTIC_WRITE);
		if (candidacy == null) {
			throw new NotHereException("No candidacy " + candidacyId);
		}
		em.refresh(candidacy);
		reach.opening(candidacy.openingId());
		return candidacy;
	}
}
