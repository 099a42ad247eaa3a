package org.headcoach.hiring;

import static org.headcoach.people.Permission.HIRE;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.headcoach.hiring.engine.SourceResult;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.People;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Where good ones come from: sources with what came of them and what they cost, recruiters with their load, and the names that new hires know. */
@ApplicationScoped
@Transactional
public class SourcingService {

	/** One source. */
	public record SourceRow(CandidateSource source, SourceResult result) implements Serializable {
	}

	/** A recruiter. @param openSeats seats less hires of the open openings */
	public record RecruiterRow(Long accountId, String name, long openings, long openSeats, long active, long waitingLong, long hired, Double daysToHire) implements Serializable {
	}

	public record CostRow(CandidateSource source, YearMonth month, BigDecimal amount, String currency) implements Serializable {
	}

	/** @param total over all sources */
	public record SourcesPage(LocalDate from, LocalDate to, List<SourceRow> sources, SourceResult total, List<RecruiterRow> recruiters, List<CostRow> costs, boolean everything) implements Serializable {
	}

	/** A name that a new hire is asked about. */
	public record NameRow(long id, String name, String link, ReferralState state, String said, Long candidateId) implements Serializable {
	}

	/** A new hire with the names brought along. */
	public record ReferralPage(Long hireId, String hire, List<People.Choice> hires, List<NameRow> names, long asked, long good) implements Serializable {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private HiringReach reach;

	@Inject
	private HiringService hiring;

	@Inject
	private Cards cards;

	@Inject
	private PeopleService people;

	@Inject
	private Reach lines;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/** What came of each source among candidates who applied between two days, both counted, in openings within reach; costs of these months for who sees all openings. Needs HIRE. */
	@Needs(HIRE)
	public SourcesPage sources(LocalDate from, LocalDate to) {
		var openings = reach.openings();
		var everything = reach.isEverywhere();
		var counts = new EnumMap<CandidateSource, long[]>(CandidateSource.class);
		if (!openings.isEmpty()) {
			var ids = openings.stream().map(Opening::id).toList();
			em.createQuery("select c.source, c.state, count(c) from Candidacy c where c.openingId in :ids and c.appliedOn between :from and :to group by c.source, c.state", Object[].class).setParameter("ids", ids)
					.setParameter("from", from).setParameter("to", to).getResultList().forEach(row -> {
						var count = counts.computeIfAbsent((CandidateSource) row[0], source -> new long[3]);
						count[0] += (Long) row[2];
						count[2] += row[1] == CandidacyState.HIRED ? (Long) row[2] : 0;
					});
			em.createQuery("""
					select c.source, count(distinct c) from Candidacy c, Interview i where i.candidacyId = c.id and c.openingId in :ids and c.appliedOn between :from and :to
					and i.state = org.headcoach.hiring.InterviewState.PLANNED group by c.source""", Object[].class).setParameter("ids", ids).setParameter("from", from).setParameter("to", to).getResultList()
					.forEach(row -> counts.get((CandidateSource) row[0])[1] = (Long) row[1]);
		}
		var costs = everything ? costs(YearMonth.from(from), YearMonth.from(to)) : List.<CostRow>of();
		var spent = new EnumMap<CandidateSource, Money>(CandidateSource.class);
		var currency = people.company().currency();
		// amounts in another currency are listed and not added up: nothing here knows a rate
		costs.stream().filter(cost -> cost.currency().equals(currency.getCurrencyCode())).forEach(cost -> spent.merge(cost.source(), Money.of(cost.amount(), currency), Money::plus));
		var rows = Arrays.stream(CandidateSource.values()).map(source -> {
			var count = counts.getOrDefault(source, new long[3]);
			return new SourceRow(source, new SourceResult(count[0], Math.min(count[1], count[0]), count[2], spent.get(source)));
		}).toList();
		var total = new SourceResult(rows.stream().mapToLong(row -> row.result().came()).sum(), rows.stream().mapToLong(row -> row.result().interviewed()).sum(), rows.stream().mapToLong(row -> row.result().hired()).sum(),
				spent.isEmpty() ? null : spent.values().stream().reduce(Money::plus).orElseThrow());
		return new SourcesPage(from, to, rows, total, recruiters(openings), costs, everything);
	}

	private List<CostRow> costs(YearMonth first, YearMonth last) {
		return em.createQuery("select c from SourceCost c where c.month between :first and :last order by c.month desc, c.source", SourceCost.class).setParameter("first", first.atDay(1)).setParameter("last", last.atDay(1))
				.getResultStream().map(cost -> new CostRow(cost.source(), YearMonth.from(cost.month()), cost.amount(), cost.currency())).toList();
	}

	/** The recruiting agency inside: who fills which seats, how much waits, and how long a hire takes. */
	private List<RecruiterRow> recruiters(List<Opening> openings) {
		var rows = new ArrayList<RecruiterRow>();
		var byRecruiter = openings.stream().filter(one -> one.recruiterAccountId() != null).collect(Collectors.groupingBy(Opening::recruiterAccountId));
		var names = cards.names(byRecruiter.keySet());
		var old = clock.now().minus(Duration.ofDays(14));
		byRecruiter.forEach((account, own) -> {
			var ids = own.stream().map(Opening::id).toList();
			var open = own.stream().filter(one -> one.state() == OpeningState.OPEN).toList();
			var states = em.createQuery("select c.state, count(c) from Candidacy c where c.openingId in :ids group by c.state", Object[].class).setParameter("ids", ids).getResultStream()
					.collect(Collectors.toMap(row -> (CandidacyState) row[0], row -> (Long) row[1]));
			var waiting = em.createQuery("select count(c) from Candidacy c where c.openingId in :ids and c.state = org.headcoach.hiring.CandidacyState.ACTIVE and c.stageSince < :old", Long.class)
					.setParameter("ids", ids).setParameter("old", old).getSingleResult();
			var hires = em.createQuery("select c from Candidacy c where c.openingId in :ids and c.state = org.headcoach.hiring.CandidacyState.HIRED and c.decidedAt is not null", Candidacy.class).setParameter("ids", ids)
					.getResultList();
			var days = hires.stream().mapToLong(one -> Math.max(0, ChronoUnit.DAYS.between(one.appliedOn(), people.company().dayOf(one.decidedAt())))).average();
			var openHired = hires.stream().filter(one -> open.stream().anyMatch(opening -> opening.id() == one.openingId())).count();
			rows.add(new RecruiterRow(account, names.get(account), open.size(), Math.max(0, open.stream().mapToLong(Opening::seats).sum() - openHired), states.getOrDefault(CandidacyState.ACTIVE, 0L), waiting,
					states.getOrDefault(CandidacyState.HIRED, 0L), days.isPresent() ? days.getAsDouble() : null));
		});
		rows.sort(Comparator.comparing(RecruiterRow::active).reversed());
		return rows;
	}

	/** Writes down what a source cost in a month; an amount of 0 says that it cost nothing, null that it is not known. Needs HIRE everywhere. @throws BusinessException for an amount below 0 */
	@Needs(HIRE)
	public void spend(CandidateSource source, YearMonth month, BigDecimal amount, String currency) {
		if (!reach.isEverywhere()) {
			throw new NotHereException(current.get().name() + " writes no costs");
		}
		if (source == null || month == null || amount != null && (amount.signum() < 0 || amount.compareTo(BigDecimal.valueOf(100_000_000)) > 0 || amount.stripTrailingZeros().scale() > 2)) {
			throw new BusinessException("hiring.sources.error.cost");
		}
		var key = new SourceCost.Key(source, month.atDay(1));
		var known = em.find(SourceCost.class, key);
		var before = known == null ? null : Map.of("amount", known.amount());
		if (amount == null) {
			if (known != null) {
				em.remove(known);
			}
		} else if (known == null) {
			em.persist(new SourceCost(source, month.atDay(1), amount, currency));
		} else {
			known.change(amount, currency);
		}
		audit.record("COST", "CandidateSource", source.name(), month.toString(), before, amount == null ? null : Map.of("amount", amount, "currency", currency));
	}

	// ------------------------------------------------------------ forced referral

	/**
	 * The names brought to one new hire, those not asked about yet first; without one, whom could be asked: who started within the last six months within reach. Needs HIRE.
	 */
	@Needs(HIRE)
	public ReferralPage referrals(Long hireId) {
		var today = people.today();
		var line = lines.today();
		var own = current.get().personId();
		var hires = line.everybody().stream().filter(place -> place.startedOn() != null && place.startedOn().isAfter(today.minusMonths(6)) && (reach.isEverywhere() || line.isAbove(own, place.personId())))
				.map(place -> new People.Choice(place.personId(), place.name())).sorted(Comparator.comparing(People.Choice::name)).toList();
		if (hireId == null) {
			return new ReferralPage(null, null, hires, List.of(), 0, 0);
		}
		var hire = hire(hireId);
		var names = em.createQuery("select r from ReferralName r where r.hireId = :hire order by r.id", ReferralName.class).setParameter("hire", hireId).getResultStream()
				.filter(one -> one.name() != null).map(one -> new NameRow(one.id(), one.name(), one.link(), one.state(), one.said(), one.candidateId()))
				.sorted(Comparator.comparing(one -> one.state() != ReferralState.TO_ASK)).toList();
		return new ReferralPage(hireId, hire, hires, names, names.stream().filter(one -> one.state() != ReferralState.TO_ASK).count(), names.stream().filter(one -> one.state() == ReferralState.GOOD).count());
	}

	private String hire(long hireId) {
		var place = lines.today().of(hireId);
		if (place == null || !reach.isEverywhere() && !lines.today().isAbove(current.get().personId(), hireId)) {
			throw new NotHereException("No new hire " + hireId);
		}
		return place.name();
	}

	/** Brings names to a new hire, one a line: a name, or a name and a link behind a comma. Known ones are left out. Returns how many are new. Needs HIRE. */
	@Needs(HIRE)
	public int bring(long hireId, String list) {
		hire(hireId);
		var known = em.createQuery("select lower(r.name) from ReferralName r where r.hireId = :hire and r.name is not null", String.class).setParameter("hire", hireId).getResultStream().collect(Collectors.toSet());
		var lines = list == null ? List.<String>of() : list.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
		if (lines.isEmpty() || lines.size() > 500) {
			throw new BusinessException("hiring.referral.error.list");
		}
		var added = 0;
		for (var line : lines) {
			var parts = line.split("[,;\\t]", 2);
			var name = Entered.text(parts[0], 200, "hiring.referral.error.name");
			if (known.add(name.toLowerCase(Locale.ROOT))) {
				em.persist(new ReferralName(hireId, name, parts.length > 1 ? Entered.link(parts[1]) : null, ReferralState.TO_ASK, clock.now(), current.get().name()));
				added++;
			}
		}
		audit.record("BRING_NAMES", "Person", hireId, hire(hireId), null, Map.of("names", added));
		return added;
	}

	/** Keeps what the hire said about one name. Needs HIRE. */
	@Needs(HIRE)
	public void answer(long nameId, ReferralState state, String said) {
		name(nameId).answer(state, Entered.optional(said, 500), clock.now());
	}

	/** Forgets a name that became no candidate: who that was, the address and the words. The answer is still counted. Needs HIRE. */
	@Needs(HIRE)
	public void forget(long nameId) {
		var name = name(nameId);
		if (name.candidateId() != null) {
			throw new BusinessException("hiring.referral.error.candidate");
		}
		name.forget();
		audit.record("FORGET_NAME", "Person", name.hireId(), hire(name.hireId()), null, Map.of("name", nameId));
	}

	private ReferralName name(long id) {
		var name = em.find(ReferralName.class, id);
		if (name == null || name.name() == null && name.candidateId() == null) {
			throw new NotHereException("No name " + id);
		}
		hire(name.hireId());
		return name;
	}

	/** Makes a good name a candidate of an opening, with the hire as who referred. Pressed twice it is done once. Needs HIRE for the opening. Returns the candidacy. */
	@Needs(HIRE)
	public long take(long nameId, long openingId) {
		// of two who press at once the second waits here for the first
		em.find(ReferralName.class, nameId, LockModeType.PESSIMISTIC_WRITE);
		var name = name(nameId);
		em.refresh(name);
		if (name.candidateId() != null) {
			return reach.candidacies(name.candidateId()).get(0).id();
		}
		var candidacy = hiring.add(new HiringService.NewCandidate(openingId, name.name(), null, null, name.link(), null, name.said(), CandidateSource.FORCED_REFERRAL, null, name.hireId(), null, null, null, false,
				"referral-" + nameId));
		name.became(em.find(Candidacy.class, candidacy).candidateId());
		return candidacy;
	}
}
