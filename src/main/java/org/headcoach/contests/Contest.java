package org.headcoach.contests;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.headcoach.contests.engine.Behaviour;
import org.headcoach.contests.engine.Scoring;
import org.headcoach.contests.engine.TieRule;
import org.headcoach.contests.engine.Window;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.DailyFigures;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Typed;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * Teams that play for a prize by doing more of something for a few weeks. A draft can be changed in everything; once announced its rules stay and only notes are
 * added; after its end late data still counts until it is settled, which freezes the result.
 */
@Entity
@Table(name = "contest")
public class Contest {

	/** Whom the prize is for. */
	public enum PrizeFor {
		TEAM, PERSON
	}

	/** One thing that counts. */
	@Embeddable
	public static class Counting {

		private int ordinal;
		private String code;

		@Column(name = "counted_text")
		private String countedText;

		private BigDecimal points;

		@Column(name = "daily_cap")
		private Integer dailyCap;

		protected Counting() {
		}

		Counting(int ordinal, DailyFigures.Counted counted, BigDecimal points, Integer dailyCap) {
			this.ordinal = ordinal;
			this.code = counted.code();
			this.countedText = counted.text();
			this.points = points;
			this.dailyCap = dailyCap;
		}

		boolean isSame(Counting other) {
			return ordinal == other.ordinal && code.equals(other.code) && countedText.equals(other.countedText) && points.compareTo(other.points) == 0 && Objects.equals(dailyCap, other.dailyCap);
		}

		public int ordinal() {
			return ordinal;
		}

		public String code() {
			return code;
		}

		/** As it was defined when the draft was last kept, and finally when it was announced. */
		public DailyFigures.Counted counted() {
			return DailyFigures.Counted.read(countedText);
		}

		public BigDecimal points() {
			return points.stripTrailingZeros();
		}

		/** Most that count per person and day; null: all. */
		public Integer dailyCap() {
			return dailyCap;
		}

		/** Whether it is one sum divided by another, which cannot be added up by day. */
		public boolean isRatio() {
			return isRatio(code);
		}

		static boolean isRatio(String code) {
			return code.startsWith("CONVERSION:") || List.of("MRR_PER_CUSTOMER", "DAYS_TO_CLOSE", "DISCOUNT", "CHURN").contains(code);
		}

		Behaviour behaviour() {
			return new Behaviour(code, points(), dailyCap, isRatio());
		}
	}

	private static final String TOO_LONG = "contests.error.too-long";
	private static final int POINT_DIGITS = 2;
	private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(10_000);
	static final int LONGEST_TITLE = 120;
	static final int LONGEST_ANNOUNCEMENT = 4_000;
	static final int LONGEST_RULES = 8_000;
	static final int LONGEST_PRIZE = 500;
	static final int LONGEST_NOTE = 1_000;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String title;
	private String announcement;

	@Column(name = "rules_text")
	private String rulesText;

	private String zone;

	@Column(name = "starts_at")
	private LocalDateTime startsAt;

	@Column(name = "ends_at")
	private LocalDateTime endsAt;

	@Column(name = "nightly_at")
	private LocalTime nightlyAt;

	@Column(name = "lower_is_better")
	private boolean lowerIsBetter;

	@Enumerated(EnumType.STRING)
	private TieRule ties;

	private String prize;

	@Enumerated(EnumType.STRING)
	@Column(name = "prize_for")
	private PrizeFor prizeFor;

	@Column(name = "prize_value")
	private BigDecimal prizeValue;

	@Column(name = "prize_currency")
	private String prizeCurrency;

	@Column(name = "prize_each")
	private boolean prizeEach;

	private String judge;

	@Enumerated(EnumType.STRING)
	private ContestState state = ContestState.DRAFT;

	@Column(name = "owner_account_id")
	private Long ownerAccountId;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "owner_person_id")
	private Salesperson owner;

	@Column(name = "owner_name")
	private String ownerName;

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "announced_at")
	private Instant announcedAt;

	@Column(name = "announced_by_name")
	private String announcedByName;

	@Column(name = "settled_at")
	private Instant settledAt;

	@Column(name = "settled_by_name")
	private String settledByName;

	private String judgement;

	/** Written by the counting, never by this object. */
	@Column(name = "count_no", insertable = false, updatable = false)
	private long countNo;

	@Column(name = "counted_at", insertable = false, updatable = false)
	private Instant countedAt;

	@Column(name = "form_key")
	private String formKey;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "contest_behaviour", joinColumns = @JoinColumn(name = "contest_id"))
	@OrderBy("ordinal")
	private List<Counting> counting = new ArrayList<>();

	@Version
	private int version;

	protected Contest() {
	}

	Contest(Long ownerAccountId, Salesperson owner, String ownerName, Instant now, String formKey) {
		this.ownerAccountId = ownerAccountId;
		this.owner = owner;
		this.ownerName = ownerName;
		this.madeAt = now;
		this.formKey = formKey;
	}

	/** Takes over what a draft says. @throws BusinessException when it cannot be a contest, or is none to be changed any more */
	void define(ContestService.WriteContest wanted, List<Counting> counted) {
		requireDraft();
		if (wanted.starts() == null || wanted.ends() == null || !wanted.ends().isAfter(wanted.starts())) {
			throw new BusinessException("contests.error.window");
		}
		if (wanted.prizeValue() != null && !SettlementService.isPrice(wanted.prizeValue(), wanted.prizeCurrency())) {
			throw new BusinessException("contests.error.prize-value");
		}
		title = said(wanted.title(), LONGEST_TITLE, "contests.error.title");
		announcement = optional(wanted.announcement(), LONGEST_ANNOUNCEMENT);
		rulesText = optional(wanted.rules(), LONGEST_RULES);
		zone = wanted.zone().getId();
		startsAt = wanted.starts();
		endsAt = wanted.ends();
		nightlyAt = wanted.nightlyAt();
		lowerIsBetter = wanted.lowerIsBetter();
		ties = wanted.ties();
		prize = optional(wanted.prize(), LONGEST_PRIZE);
		prizeFor = wanted.prizeFor();
		prizeValue = wanted.prizeValue();
		prizeCurrency = wanted.prizeValue() == null ? null : wanted.prizeCurrency();
		prizeEach = wanted.prizeEach();
		judge = optional(wanted.judge(), 200);
		count(counted);
	}

	/** Takes over what is counted, as it is defined now. */
	void count(List<Counting> counted) {
		requireDraft();
		if (counted.isEmpty()) {
			throw new BusinessException("contests.error.behaviour");
		}
		counted.stream().map(Counting::points).filter(points -> points.signum() > 0 && (points.scale() > POINT_DIGITS || points.compareTo(MOST_POINTS) > 0)).findFirst().ifPresent(points -> {
			throw new BusinessException("contests.error.points", MOST_POINTS);
		});
		// what stays the same is left alone, so that nothing is written where nothing has changed
		if (counted.size() != counting.size() || !IntStream.range(0, counted.size()).allMatch(i -> counted.get(i).isSame(counting.get(i)))) {
			counting.clear();
			counting.addAll(counted);
		}
		scoring();
	}

	static String said(String text, int longest, String ifEmpty) {
		return Typed.text(text, longest, ifEmpty, TOO_LONG);
	}

	private static String optional(String text, int longest) {
		return Typed.optional(text, longest, TOO_LONG);
	}

	void requireDraft() {
		if (state != ContestState.DRAFT) {
			throw new BusinessException("contests.error.not-draft");
		}
	}

	void announce(Instant now, String by) {
		requireDraft();
		if (!window().end().isAfter(now)) {
			throw new BusinessException("contests.error.over");
		}
		state = ContestState.ANNOUNCED;
		announcedAt = now;
		announcedByName = by;
	}

	void callOff() {
		if (state == ContestState.SETTLED) {
			throw new BusinessException("contests.error.settled");
		}
		state = ContestState.CALLED_OFF;
	}

	/** @throws BusinessException before its end, and when it is settled already or called off */
	void settle(Instant now, String by, String words) {
		if (phase(now) != Phase.ENDED) {
			throw new BusinessException("contests.error.not-ended");
		}
		state = ContestState.SETTLED;
		settledAt = now;
		settledByName = by;
		judgement = optional(words, 2_000);
	}

	public Phase phase(Instant now) {
		return switch (state) {
			case DRAFT -> Phase.DRAFT;
			case SETTLED -> Phase.SETTLED;
			case CALLED_OFF -> Phase.CALLED_OFF;
			case ANNOUNCED -> now.isBefore(window().start()) ? Phase.ANNOUNCED : now.isBefore(window().end()) ? Phase.RUNNING : Phase.ENDED;
		};
	}

	public Window window() {
		return new Window(startsAt, endsAt, zone());
	}

	/** Its first day in a zone: what was imported has the days of the company's. */
	public LocalDate firstDay(ZoneId of) {
		return window().firstDay(of);
	}

	/** The last day in a zone on which something can count. */
	public LocalDate lastDay(ZoneId of) {
		return window().lastDay(of);
	}

	public Scoring scoring() {
		return new Scoring(counting.stream().map(Counting::behaviour).toList(), lowerIsBetter, ties);
	}

	public Long id() {
		return id;
	}

	public String title() {
		return title;
	}

	public String announcement() {
		return announcement;
	}

	public String rules() {
		return rulesText;
	}

	public ZoneId zone() {
		return ZoneId.of(zone);
	}

	public LocalDateTime startsAt() {
		return startsAt;
	}

	public LocalDateTime endsAt() {
		return endsAt;
	}

	/** When standings are kept and sent, on the wall clock of {@link #zone()}; null: never. */
	public LocalTime nightlyAt() {
		return nightlyAt;
	}

	public boolean lowerIsBetter() {
		return lowerIsBetter;
	}

	public TieRule ties() {
		return ties;
	}

	public String prize() {
		return prize;
	}

	public PrizeFor prizeFor() {
		return prizeFor;
	}

	/** Stated value in {@link #prizeCurrency()}; null when none is stated. */
	public BigDecimal prizeValue() {
		return prizeValue;
	}

	public String prizeCurrency() {
		return prizeCurrency;
	}

	/** Whether the value is that of each prize and not of all together. */
	public boolean prizeEach() {
		return prizeEach;
	}

	public String judge() {
		return judge;
	}

	public ContestState state() {
		return state;
	}

	public Long ownerAccountId() {
		return ownerAccountId;
	}

	/** The person in the line who made it; null for one that the demo or an account without a person made. */
	public Salesperson owner() {
		return owner;
	}

	public String ownerName() {
		return ownerName;
	}

	public Instant announcedAt() {
		return announcedAt;
	}

	public String announcedByName() {
		return announcedByName;
	}

	public Instant settledAt() {
		return settledAt;
	}

	public String settledByName() {
		return settledByName;
	}

	public String judgement() {
		return judgement;
	}

	public long countNo() {
		return countNo;
	}

	public Instant countedAt() {
		return countedAt;
	}

	public List<Counting> counting() {
		return List.copyOf(counting);
	}

	public int version() {
		return version;
	}
}
