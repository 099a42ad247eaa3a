package org.headcoach.contests.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.headcoach.contests.Contest;
import org.headcoach.contests.ContestService;
import org.headcoach.contests.DraftPage;
import org.headcoach.contests.engine.ContestLint;
import org.headcoach.contests.engine.Pair;
import org.headcoach.contests.engine.TieRule;
import org.headcoach.pipeline.Metric;
import org.headcoach.shared.BusinessException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A draft: what counts, who plays, the teams, what the six practices say of it. */
@Named
@ViewScoped
public class EditContestView implements Serializable {

	private static final long serialVersionUID = 1L;

	private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
			.filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/") || id.equals("UTC")).sorted().toList();

	/** One line of what counts. */
	public static class Count implements Serializable {

		private static final long serialVersionUID = 1L;

	private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
			.filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/") || id.equals("UTC")).sorted().toList();

		private String code;
		private BigDecimal points = BigDecimal.ONE;
		private Integer cap;

		public String getCode() {
			return code;
		}

		public void setCode(String code) {
			this.code = code;
		}

		public BigDecimal getPoints() {
			return points;
		}

		public void setPoints(BigDecimal points) {
			this.points = points;
		}

		public Integer getCap() {
			return cap;
		}

		public void setCap(Integer cap) {
			this.cap = cap;
		}
	}

	/** Two people to keep together or apart. */
	public record Wish(long one, long other, boolean together, String text) implements Serializable {
	}

	@Inject
	private ContestService contests;

	@Inject
	private ContestWords words;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	@Inject
	private ExternalContext external;

	private final String formKey = UUID.randomUUID().toString();
	private DraftPage page;
	private List<ContestLint.Finding> findings;
	private String title;
	private String announcement;
	private String rules;
	private String zone;
	private LocalDateTime starts;
	private LocalDateTime ends;
	private String nightlyAt;
	private List<Count> counts;
	private boolean lowerIsBetter;
	private TieRule ties;
	private String prize;
	private Contest.PrizeFor prizeFor;
	private BigDecimal prizeValue;
	private String prizeCurrency;
	private boolean prizeEach;
	private String judge;
	private List<Long> players;
	private int teams = 4;
	private boolean keepRegions;
	private final List<Wish> wishes = new ArrayList<>();
	private Long wishOne;
	private Long wishOther;
	private boolean wishTogether;
	private final Map<ContestLint.Rule, String> reasons = new EnumMap<>(ContestLint.Rule.class);

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("contest");
		if (id != null && !contests.isDraft(id)) {
			Done.show("/contests/contest?contest=" + id);
			return;
		}
		show(id == null ? contests.blank() : contests.draft(id));
		Arrays.stream(ContestLint.Rule.values()).forEach(rule -> reasons.put(rule, ""));
	}

	private void show(DraftPage read) {
		page = read;
		title = read.title();
		announcement = read.announcement();
		rules = read.rules();
		zone = read.zone().getId();
		starts = read.starts();
		ends = read.ends();
		nightlyAt = read.nightlyAt() == null ? null : read.nightlyAt().toString();
		counts = read.counting().stream().map(one -> {
			var count = new Count();
			count.setCode(one.code());
			count.setPoints(one.points());
			count.setCap(one.dailyCap());
			return count;
		}).collect(Collectors.toCollection(ArrayList::new));
		lowerIsBetter = read.lowerIsBetter();
		ties = read.ties();
		prize = read.prize().what();
		prizeFor = read.prize().whose();
		prizeValue = read.prize().value();
		prizeCurrency = read.prize().currency() == null ? here.getCompany().currency().getCurrencyCode() : read.prize().currency();
		prizeEach = read.prize().each();
		judge = read.judge();
		players = read.candidates().stream().filter(DraftPage.Candidate::plays).map(DraftPage.Candidate::personId).collect(Collectors.toCollection(ArrayList::new));
		findings = read.id() == null ? contests.findings(wanted()) : read.findings();
		teams = read.teams().isEmpty() ? Math.max(2, Math.min(16, players.size() / 3)) : read.teams().size();
	}

	// ------------------------------------------------------------ what is done

	public void addCount() {
		counts.add(new Count());
	}

	public void removeCount(int at) {
		counts.remove(at);
	}

	/** Keeps what is written so far and shows what the practices say of it; a new one gets its address. */
	public void save() {
		var fresh = page.id() == null;
		var id = write();
		if (fresh) {
			Done.at("/contests/edit?contest=" + id, "contests.done.drafted");
		} else {
			show(contests.draft(id));
			Done.here("contests.done.drafted");
		}
	}

	/** While somebody writes. A new one is judged, and kept when it is saved. */
	public void autosave() {
		if (page.id() == null) {
			findings = contests.findings(wanted());
		} else {
			show(contests.draft(write()));
		}
	}

	private long write() {
		return contests.write(wanted());
	}

	private ContestService.WriteContest wanted() {
		return new ContestService.WriteContest(page.id(), page.id() == null ? null : page.version(), title, announcement, rules, ZoneId.of(zone), starts, ends, nightly(),
				counts.stream().filter(count -> count.getCode() != null).map(count -> new DraftPage.Counting(count.getCode(), count.getPoints(), count.getCap())).toList(), lowerIsBetter, ties, prize, prizeFor,
				prizeValue, prizeCurrency, prizeEach, judge, formKey);
	}

	private LocalTime nightly() {
		if (nightlyAt == null || nightlyAt.isBlank()) {
			return null;
		}
		try {
			return LocalTime.parse(nightlyAt);
		} catch (DateTimeParseException e) {
			throw new BusinessException("contests.error.hour");
		}
	}

	public void choose() {
		contests.choose(page.id(), new TreeSet<>(players));
		show(contests.draft(page.id()));
	}

	public void everybody() {
		players = page.candidates().stream().map(DraftPage.Candidate::personId).collect(Collectors.toCollection(ArrayList::new));
		choose();
	}

	public void addWish() {
		if (wishOne == null || wishOther == null || wishOne.equals(wishOther)) {
			throw new BusinessException("contests.error.wish");
		}
		wishes.removeIf(wish -> Set.of(wish.one(), wish.other()).equals(Set.of(wishOne, wishOther)));
		wishes.add(new Wish(wishOne, wishOther, wishTogether, Messages.text(here.getLocale(), wishTogether ? "contests.edit.wish.text.together" : "contests.edit.wish.text.apart", name(wishOne), name(wishOther))));
	}

	public void removeWish(int at) {
		wishes.remove(at);
	}

	private String name(long personId) {
		return page.candidates().stream().filter(one -> one.personId() == personId).map(DraftPage.Candidate::name).findFirst().orElse("");
	}

	public void draw() {
		var together = new HashSet<Pair>();
		var apart = new HashSet<Pair>();
		wishes.forEach(wish -> (wish.together() ? together : apart).add(new Pair(wish.one(), wish.other())));
		contests.draw(new ContestService.DrawTeams(page.id(), names(), together, apart, keepRegions));
		show(contests.draft(page.id()));
		Done.here("contests.done.drawn");
	}

	/** The names there are, then animals, then numbers. */
	private List<String> names() {
		var names = new ArrayList<>(page.teams().stream().map(DraftPage.Team::name).limit(teams).toList());
		for (var animal : Messages.text(here.getLocale(), "contests.edit.team.names").split(",")) {
			if (names.size() < teams && !names.contains(animal)) {
				names.add(animal);
			}
		}
		while (names.size() < teams) {
			names.add(Messages.text(here.getLocale(), "contests.edit.team.number", names.size() + 1));
		}
		return names;
	}

	/** Moves the person of the request to the team of the request. */
	public void move() {
		var parameters = external.getRequestParameterMap();
		contests.move(page.id(), Long.parseLong(parameters.get("person")), Long.parseLong(parameters.get("team")));
		show(contests.draft(page.id()));
	}

	/** Gives the team of the request the name of the request. */
	public void rename() {
		var parameters = external.getRequestParameterMap();
		contests.rename(page.id(), Long.parseLong(parameters.get("team")), parameters.get("name"));
		show(contests.draft(page.id()));
	}

	/** Announces what the form shows: that is kept first, and refused as it would be there. */
	public void announce() {
		show(contests.draft(write()));
		contests.announce(new ContestService.AnnounceContest(page.id(), page.version(), reasons));
		Done.at("/contests/contest?contest=" + page.id(), "contests.done.announced");
	}

	public void throwAway() {
		contests.throwAway(page.id());
		Done.at("/contests/contests", "contests.done.thrown");
	}

	// ------------------------------------------------------------ what the page shows

	public String getAnswer() {
		if (page.id() == null) {
			return Messages.html(here.getLocale(), "contests.edit.answer.new");
		}
		var refused = findings.stream().filter(finding -> finding.level() == ContestLint.Level.REFUSE).findFirst();
		if (refused.isPresent()) {
			return Messages.html(here.getLocale(), "contests.edit.answer.refused", says(refused.get()));
		}
		var warned = findings.stream().filter(finding -> finding.level() == ContestLint.Level.WARN).count();
		return warned == 0 ? Messages.html(here.getLocale(), "contests.edit.answer.ready") : Messages.html(here.getLocale(), "contests.edit.answer.warned", warned);
	}

	/** The sentence of a finding, with the names of what is counted. */
	public String says(ContestLint.Finding finding) {
		var names = page.countable().stream().collect(Collectors.toMap(Metric::code, words::name, (one, other) -> one));
		return Messages.text(here.getLocale(), finding.key(), finding.arguments().stream()
				.map(argument -> argument instanceof List<?> many ? words.all(many.stream().map(one -> names.getOrDefault(String.valueOf(one), String.valueOf(one))).toList()) : argument).toArray());
	}

	public String icon(ContestLint.Finding finding) {
		return switch (finding.level()) {
			case FINE -> "check-circle";
			case NOTE -> "info-circle";
			case WARN -> "exclamation-triangle";
			case REFUSE -> "times-circle";
		};
	}

	public boolean isRefused() {
		return findings.stream().anyMatch(finding -> finding.level() == ContestLint.Level.REFUSE) || page.candidates().stream().anyMatch(one -> one.plays() && one.contestTeamId() == null);
	}

	/** Of a team to win, as a share; null while it is not known. */
	public Double chance(int team) {
		return page.chances().size() > team ? page.chances().get(team) : null;
	}

	public List<Metric> getCountable() {
		return page.countable();
	}

	/** Those who play, by name: for wishes. */
	public List<DraftPage.Candidate> getPlaying() {
		return page.candidates().stream().filter(DraftPage.Candidate::plays).toList();
	}

	public List<String> getZones() {
		return ZONES;
	}

	public List<TieRule> getTieRules() {
		return List.of(TieRule.values());
	}

	public List<ContestLint.Finding> getFindings() {
		return findings;
	}

	public DraftPage getPage() {
		return page;
	}

	public Map<ContestLint.Rule, String> getReasons() {
		return reasons;
	}

	public List<Wish> getWishes() {
		return wishes;
	}

	public List<Count> getCounts() {
		return counts;
	}

	public String getTitle() {
		return title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public String getAnnouncement() {
		return announcement;
	}

	public void setAnnouncement(String announcement) {
		this.announcement = announcement;
	}

	public String getRules() {
		return rules;
	}

	public void setRules(String rules) {
		this.rules = rules;
	}

	public String getZone() {
		return zone;
	}

	public void setZone(String zone) {
		this.zone = zone;
	}

	public LocalDateTime getStarts() {
		return starts;
	}

	public void setStarts(LocalDateTime starts) {
		this.starts = starts;
	}

	public LocalDateTime getEnds() {
		return ends;
	}

	public void setEnds(LocalDateTime ends) {
		this.ends = ends;
	}

	public String getNightlyAt() {
		return nightlyAt;
	}

	public void setNightlyAt(String nightlyAt) {
		this.nightlyAt = nightlyAt;
	}

	public boolean isLowerIsBetter() {
		return lowerIsBetter;
	}

	public void setLowerIsBetter(boolean lowerIsBetter) {
		this.lowerIsBetter = lowerIsBetter;
	}

	public TieRule getTies() {
		return ties;
	}

	public void setTies(TieRule ties) {
		this.ties = ties;
	}

	public String getPrize() {
		return prize;
	}

	public void setPrize(String prize) {
		this.prize = prize;
	}

	public Contest.PrizeFor getPrizeFor() {
		return prizeFor;
	}

	public void setPrizeFor(Contest.PrizeFor prizeFor) {
		this.prizeFor = prizeFor;
	}

	public BigDecimal getPrizeValue() {
		return prizeValue;
	}

	public void setPrizeValue(BigDecimal prizeValue) {
		this.prizeValue = prizeValue;
	}

	public String getPrizeCurrency() {
		return prizeCurrency;
	}

	public void setPrizeCurrency(String prizeCurrency) {
		this.prizeCurrency = prizeCurrency;
	}

	public boolean isPrizeEach() {
		return prizeEach;
	}

	public void setPrizeEach(boolean prizeEach) {
		this.prizeEach = prizeEach;
	}

	public String getJudge() {
		return judge;
	}

	public void setJudge(String judge) {
		this.judge = judge;
	}

	public List<Long> getPlayers() {
		return players;
	}

	public void setPlayers(List<Long> players) {
		this.players = players;
	}

	public int getTeams() {
		return teams;
	}

	public void setTeams(int teams) {
		this.teams = teams;
	}

	public boolean isKeepRegions() {
		return keepRegions;
	}

	public void setKeepRegions(boolean keepRegions) {
		this.keepRegions = keepRegions;
	}

	public Long getWishOne() {
		return wishOne;
	}

	public void setWishOne(Long wishOne) {
		this.wishOne = wishOne;
	}

	public Long getWishOther() {
		return wishOther;
	}

	public void setWishOther(Long wishOther) {
		this.wishOther = wishOther;
	}

	public boolean isWishTogether() {
		return wishTogether;
	}

	public void setWishTogether(boolean wishTogether) {
		this.wishTogether = wishTogether;
	}
}
