package org.headcoach.contests;

import static org.headcoach.people.Permission.RUN_CONTESTS;
import static org.headcoach.people.Permission.SEE_CONTESTS;

import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.headcoach.contests.engine.TeamStanding;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Columns;
import org.headcoach.shared.Money;
import org.headcoach.shared.NotHereException;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The end of a contest: the judge confirms the result, which is frozen by that, and what the prize was, what it cost and photos of it are kept. Whoever runs the
 * contest does it; everybody who sees the contest sees the result and the photos, the cost only who runs it.
 */
@ApplicationScoped
@Transactional
public class SettlementService {

	/**
	 * The judge's confirmation.
	 *
	 * @param countNo of the standings that the judge has seen; null: as they are
	 * @param winners teams that win; null: those that stand first
	 * @param words of the judge; needed where others win than stand first
	 */
	public record SettleContest(long contestId, Long countNo, Set<Long> winners, String words) implements Serializable {
	}

	/** A prize that was given. @param formKey sent twice, it is logged once */
	public record LogPrize(long contestId, String what, BigDecimal cost, String currency, LocalDate given, String formKey) implements Serializable {
	}

	/** @param cost null for who does not run the contest; so is {@code currency} */
	public record PrizeRow(long id, String what, BigDecimal cost, String currency, LocalDate given, String by) implements Serializable {
	}

	public record PhotoRow(long id, String caption, String by, Instant at) implements Serializable {
	}

	/**
	 * What is kept of the prize.
	 *
	 * @param total one for each currency; empty for who does not run the contest
	 */
	public record Memories(List<PrizeRow> prizes, List<Money> total, List<PhotoRow> photos) implements Serializable {
	}

	private static final int LONGEST_CAPTION = 200;
	private static final int MOST_PHOTOS = 60;
	private static final BigDecimal DEAREST = new BigDecimal("999999999");

	@PersistenceContext
	private EntityManager em;

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	@Inject
	private Contests contests;

	@Inject
	private ContestReach contestReach;

	@Inject
	private ScoreBoard board;

	@Inject
	private ContestNights nights;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private Event<ContestSettled> settled;

	@Inject
	private Event<ContestChanged> changed;

	@Inject
	private BusinessClock clock;

	/** Counts what is due, so that the judge sees the newest standings. Returns the teams that win unless the judge says otherwise. */
	@Needs(RUN_CONTESTS)
	public Set<Long> count(long contestId) {
		contestReach.run(contestId);
		board.count(contestId);
		var contest = contestReach.run(contestId);
		return contest.phase(clock.now()).isScored() ? leading(contest, board.standings(contest)) : Set.of();
	}

	/**
	 * Freezes the result: from now on late data change nothing.
	 *
	 * @throws NotHereException for a contest that the reader does not run
	 * @throws BusinessException before its end, when it is settled already, when the standings are not those that were seen, and when others win than stand first
	 *         without a word why
	 */
	@Needs(RUN_CONTESTS)
	public void settle(SettleContest wanted) {
		var id = wanted.contestId();
		if (contestReach.run(id).phase(clock.now()) != Phase.ENDED) {
			throw new BusinessException("contests.error.not-ended");
		}
		board.count(id);
		nights.take(id);
		var contest = contestReach.run(id);
		if (wanted.countNo() != null && wanted.countNo() != contest.countNo()) {
			throw new BusinessException("contests.error.moved");
		}
		var standings = board.standings(contest, board.dayOf(contest, clock.now()));
		var names = contests.teams(id).stream().collect(Collectors.toMap(ContestTeam::id, ContestTeam::name));
		var first = leading(contest, standings);
		var winners = wanted.winners() == null ? first : new TreeSet<>(wanted.winners());
		if (!names.keySet().containsAll(winners)) {
			throw new NotHereException("Contest " + id + " has no team among " + winners);
		}
		if (!winners.equals(first) && (wanted.words() == null || wanted.words().isBlank())) {
			throw new BusinessException("contests.error.judgement");
		}
		contest.settle(clock.now(), current.get().name(), wanted.words());
		keep(id, standings, winners);
		audit.record("SETTLE_CONTEST", "Contest", id, contest.title(), null, Map.of("winners", winners.stream().map(names::get).toList(), "first", first.stream().map(names::get).toList(),
				"words", contest.judgement() == null ? "" : contest.judgement()));
		settled.fire(new ContestSettled(id));
	}

	/** Who wins unless the judge says otherwise: whoever stands first, when anything was done at all. */
	private static Set<Long> leading(Contest contest, List<TeamStanding> standings) {
		return standings.stream().filter(team -> team.rank() == 1 && team.score() != null && (contest.lowerIsBetter() || team.score().signum() != 0)).map(TeamStanding::teamId)
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private void keep(long contestId, List<TeamStanding> standings, Set<Long> winners) {
		try (var connection = database.getConnection();
				var team = connection.prepareStatement("insert into contest_result (contest_id, team_id, place, points, per_head, score, wins) values (?, ?, ?, ?, ?, ?, ?)");
				var person = connection.prepareStatement("insert into contest_result_person (contest_id, person_id, team_id, points) values (?, ?, ?, ?)")) {
			for (var standing : standings) {
				team.setLong(1, contestId);
				team.setLong(2, standing.teamId());
				team.setInt(3, standing.rank());
				team.setBigDecimal(4, standing.points());
				team.setBigDecimal(5, standing.perHead());
				team.setBigDecimal(6, standing.score());
				team.setBoolean(7, winners.contains(standing.teamId()));
				team.addBatch();
				for (var member : standing.people()) {
					person.setLong(1, contestId);
					person.setLong(2, member.personId());
					person.setLong(3, standing.teamId());
					person.setBigDecimal(4, member.points());
					person.addBatch();
				}
			}
			team.executeBatch();
			person.executeBatch();
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	void afterSettled(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContestSettled event) {
		changed.fire(new ContestChanged(event.contestId()));
	}

	// ------------------------------------------------------------ the prize

	/** What is kept of the prize. @throws NotHereException for a contest that the reader does not see */
	@Needs(SEE_CONTESTS)
	public Memories memories(long contestId) {
		var runs = contestReach.mayRun(contestReach.visible(contestId));
		var prizes = contests.rows("select id, what, cost, currency, given_on, by_name from contest_prize where contest_id = " + contestId + " order by given_on, id").stream()
				.map(row -> new PrizeRow(((Number) row[0]).longValue(), (String) row[1], runs ? ((BigDecimal) row[2]).stripTrailingZeros() : null, runs ? (String) row[3] : null, Columns.day(row[4]),
						(String) row[5])).toList();
		var photos = contests.rows("select id, caption, by_name, at from contest_photo where contest_id = " + contestId + " order by at, id").stream()
				.map(row -> new PhotoRow(((Number) row[0]).longValue(), (String) row[1], (String) row[2], Columns.moment(row[3]))).toList();
		return new Memories(prizes, runs ? total(prizes) : List.of(), photos);
	}

	private static List<Money> total(Collection<PrizeRow> prizes) {
		var total = new TreeMap<String, Money>();
		prizes.forEach(prize -> total.merge(prize.currency(), Money.of(prize.cost(), Currency.getInstance(prize.currency())), Money::plus));
		return List.copyOf(total.values());
	}

	/** Logs a prize that was given, of a contest that is over. @throws BusinessException without what it was, what it cost or when */
	@Needs(RUN_CONTESTS)
	public void logPrize(LogPrize wanted) {
		var contest = over(wanted.contestId());
		var known = em.createNativeQuery("select id from contest_prize where form_key = ?").setParameter(1, wanted.formKey()).getResultList();
		if (!known.isEmpty()) {
			return;
		}
		var what = Contest.said(wanted.what(), Contest.LONGEST_PRIZE, "contests.error.prize");
		if (!isPrice(wanted.cost(), wanted.currency())) {
			throw new BusinessException("contests.error.prize-cost");
		}
		if (wanted.given() == null) {
			throw new BusinessException("contests.error.prize-day");
		}
		em.createNativeQuery("insert into contest_prize (id, contest_id, what, cost, currency, given_on, by_name, at, form_key) select nextval('ids'), ?, ?, ?, ?, ?, ?, ?, ?")
				.setParameter(1, contest.id()).setParameter(2, what).setParameter(3, wanted.cost()).setParameter(4, wanted.currency()).setParameter(5, Date.valueOf(wanted.given()))
				.setParameter(6, current.get().name()).setParameter(7, Timestamp.from(clock.now())).setParameter(8, wanted.formKey()).executeUpdate();
		audit.record("LOG_PRIZE", "Contest", contest.id(), contest.title(), null, Map.of("what", what, "cost", wanted.cost(), "currency", wanted.currency(), "given", wanted.given()));
	}

	/** Whether it is an amount that a prize may cost, in a currency that there is. */
	static boolean isPrice(BigDecimal amount, String currency) {
		return amount != null && amount.signum() >= 0 && amount.compareTo(DEAREST) <= 0 && isCurrency(currency)
				&& amount.stripTrailingZeros().scale() <= Money.minorDigits(Currency.getInstance(currency));
	}

	static boolean isCurrency(String code) {
		return code != null && Currency.getAvailableCurrencies().stream().anyMatch(currency -> currency.getCurrencyCode().equals(code));
	}

	/** Strikes a logged prize out again. */
	@Needs(RUN_CONTESTS)
	public void strikePrize(long contestId, long prizeId) {
		var contest = over(contestId);
		var struck = contests.rows("select what, cost, currency from contest_prize where id = ? and contest_id = ?", prizeId, contestId).stream().findFirst()
				.orElseThrow(() -> new NotHereException("Contest " + contestId + " has no prize " + prizeId));
		em.createNativeQuery("delete from contest_prize where id = ?").setParameter(1, prizeId).executeUpdate();
		audit.record("STRIKE_PRIZE", "Contest", contestId, contest.title(), Map.of("what", struck[0], "cost", struck[1], "currency", struck[2]), null);
	}

	private Contest over(long contestId) {
		var contest = contestReach.run(contestId);
		var phase = contest.phase(clock.now());
		if (phase != Phase.ENDED && phase != Phase.SETTLED) {
			throw new BusinessException("contests.error.not-over");
		}
		return contest;
	}

	// ------------------------------------------------------------ photos

	/**
	 * Keeps a photo of the prize: nothing but the picture.
	 *
	 * @param upload PNG, JPEG or WebP, 10 MB at most
	 * @throws BusinessException when it is none that can be read, or too large, or has no caption
	 */
	@Needs(RUN_CONTESTS)
	public void addPhoto(long contestId, String caption, byte[] upload) {
		var contest = over(contestId);
		var said = Contest.said(caption, LONGEST_CAPTION, "contests.error.caption");
		if (memories(contestId).photos().size() >= MOST_PHOTOS) {
			throw new BusinessException("contests.error.photos", MOST_PHOTOS);
		}
		em.createNativeQuery("insert into contest_photo (id, contest_id, caption, image, by_name, at) select nextval('ids'), ?, ?, ?, ?, ?").setParameter(1, contestId).setParameter(2, said)
				.setParameter(3, PrizePhoto.clean(upload)).setParameter(4, current.get().name()).setParameter(5, Timestamp.from(clock.now())).executeUpdate();
		audit.record("ADD_PRIZE_PHOTO", "Contest", contestId, contest.title(), null, Map.of("caption", said));
	}

	/** Takes a photo away: it is gone. */
	@Needs(RUN_CONTESTS)
	public void removePhoto(long contestId, long photoId) {
		var contest = over(contestId);
		if (em.createNativeQuery("delete from contest_photo where id = ? and contest_id = ?").setParameter(1, photoId).setParameter(2, contestId).executeUpdate() == 0) {
			throw new NotHereException("Contest " + contestId + " has no photo " + photoId);
		}
		audit.record("REMOVE_PRIZE_PHOTO", "Contest", contestId, contest.title(), Map.of("photo", photoId), null);
	}

	/** A photo as JPEG. @throws NotHereException when there is none, or its contest is not for the reader */
	@Needs(SEE_CONTESTS)
	public byte[] photo(long photoId) {
		var found = contests.rows("select contest_id, image from contest_photo where id = ?", photoId).stream().findFirst().orElseThrow(() -> new NotHereException("No photo " + photoId));
		contestReach.visible(((Number) found[0]).longValue());
		return (byte[]) found[1];
	}
}
