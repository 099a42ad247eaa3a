package org.headcoach.contests.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.headcoach.contests.ContestPage;
import org.headcoach.contests.ContestPage.CountLine;
import org.headcoach.contests.Phase;
import org.headcoach.pipeline.Metric;
import org.headcoach.pipeline.web.FigureTexts;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How contests speak: {@code #{contestWords.counting(page)}}. Pages and mails say the same. */
@Named
@RequestScoped
public class ContestWords {

	/** Shapes before the names of teams, so that colour alone tells nothing: paths in a box of 16. */
	private static final List<String> SHAPES = List.of("M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z", "M8 1l7 7-7 7-7-7z", "M8 2l7 12H1z", "M2.5 2.5h11v11h-11z", "M8 14L1 2h14z", "M4.5 2h7l3.5 6-3.5 6h-7L1 8z",
			"M6 2h4v4h4v4h-4v4H6v-4H2V6h4z", "M8 1.5l2 4.4 4.8.5-3.6 3.2 1 4.7L8 11.9l-4.2 2.4 1-4.7L1.2 6.4 6 5.9z");

	@Inject
	private Here here;

	public String shape(int ordinal) {
		return SHAPES.get(ordinal % SHAPES.size());
	}

	// ------------------------------------------------------------ what is counted

	/** The name of what is counted: Demos. */
	public static String name(Locale locale, CountLine line) {
		return name(locale, line.counted().code(), line.counted().step(), line.counted().from());
	}

	private static String name(Locale locale, String code, org.headcoach.pipeline.Funnel.Step step, org.headcoach.pipeline.Funnel.Step from) {
		if (from != null) {
			return Messages.text(locale, "pipeline.metric.conversion", FigureTexts.name(locale, from), FigureTexts.name(locale, step));
		}
		return step != null ? FigureTexts.name(locale, step) : Messages.text(locale, "pipeline.metric." + code);
	}

	public String name(CountLine line) {
		return name(here.getLocale(), line);
	}

	/** Of a metric in the list to choose from. */
	public String name(Metric metric) {
		return FigureTexts.name(here.getLocale(), metric);
	}

	/** So many of it: 3 demos. */
	static String amount(Locale locale, List<CountLine> counting, BigDecimal number) {
		if (number == null) {
			return Formats.NOTHING;
		}
		if (counting.size() > 1) {
			return Messages.text(locale, "contests.amount.points", plain(number));
		}
		var line = counting.get(0);
		if (line.ratio()) {
			var unit = line.counted().code().startsWith("CONVERSION:") || line.counted().code().equals("CHURN") ? "share" : "DAYS_TO_CLOSE".equals(line.counted().code()) ? "days" : "other";
			return Messages.text(locale, "contests.amount." + unit, unit.equals("share") ? number.movePointRight(2).setScale(1, RoundingMode.HALF_UP) : plain(number));
		}
		var step = line.counted().step();
		var key = "contests.amount." + (step == null ? line.counted().code() : step.code());
		return step != null && step.name() == null && Messages.has(locale, key) || step == null && Messages.has(locale, key) ? Messages.text(locale, key, plain(number))
				: Messages.text(locale, "contests.amount.named", plain(number), name(locale, line));
	}

	/** So many more of it: 3 more demos. */
	private static String more(Locale locale, List<CountLine> counting, BigDecimal number) {
		var step = counting.get(0).counted().step();
		var key = "contests.more." + (counting.size() > 1 ? "points" : step == null ? counting.get(0).counted().code() : step.code());
		return (counting.size() > 1 || step == null || step.name() == null) && Messages.has(locale, key) ? Messages.text(locale, key, plain(number))
				: Messages.text(locale, "contests.more.named", amount(locale, counting, number));
	}

	/** Whole where it is whole, else one decimal. */
	static BigDecimal plain(BigDecimal number) {
		var rounded = number.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
		return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
	}

	public String number(BigDecimal number) {
		return number(here.getLocale(), number);
	}

	private static String number(Locale locale, BigDecimal number) {
		if (number == null) {
			return Formats.NOTHING;
		}
		var plain = plain(number);
		return Formats.number(locale, plain, plain.scale(), false);
	}

	/** The head of the column: Demos, or Points. */
	public String unit(ContestPage page) {
		return page.counting().size() > 1 ? Messages.text(here.getLocale(), "contests.unit.points") : name(page.counting().get(0));
	}

	/** demos, at most 4 a day each; calls for 1 point, demos for 5. */
	public String counting(ContestPage page) {
		return counting(here.getLocale(), page);
	}

	static String counting(Locale locale, ContestPage page) {
		var several = page.counting().size() > 1;
		var parts = page.counting().stream().map(line -> {
			var name = name(locale, line);
			var text = several ? Messages.text(locale, "contests.counting.points", name, plain(line.points())) : name;
			return line.dailyCap() == null ? text : Messages.text(locale, "contests.counting.cap", text, line.dailyCap());
		}).toList();
		var all = ListFormatter.getInstance(ULocale.forLocale(locale)).format(parts);
		return page.lowerIsBetter() ? Messages.text(locale, "contests.counting.lower", all) : all;
	}

	/** What somebody did of each behaviour, where several count: 1 demo and 4 connects today; 12 demos and 80 connects in all. */
	public String did(ContestPage page, ContestPage.MemberLine member) {
		return did(here.getLocale(), page.counting(), member);
	}

	static String did(Locale locale, List<CountLine> counting, ContestPage.MemberLine member) {
		return counting.size() < 2 ? "" : Stream.of(did(locale, counting, member.todayByBehaviour(), "contests.did.today"), did(locale, counting, member.byBehaviour(), "contests.did.all"))
				.filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
	}

	private static String did(Locale locale, List<CountLine> counting, List<BigDecimal> numbers, String key) {
		var done = IntStream.range(0, numbers.size()).filter(i -> numbers.get(i).signum() != 0).mapToObj(i -> amount(locale, List.of(counting.get(i)), numbers.get(i))).toList();
		return done.isEmpty() ? "" : Messages.text(locale, key, ListFormatter.getInstance(ULocale.forLocale(locale)).format(done));
	}

	/** What a point is, where several count: 1 demo is 3 points and 1 connect is 1 point. */
	private static String worth(Locale locale, List<CountLine> counting) {
		return counting.size() < 2 ? "" : " " + Messages.html(locale, "contests.answer.worth", ListFormatter.getInstance(ULocale.forLocale(locale))
				.format(counting.stream().map(line -> Messages.text(locale, "contests.answer.worth.one", amount(locale, List.of(line), BigDecimal.ONE), line.points())).toList()));
	}

	// ------------------------------------------------------------ sentences

	/** The sentence at the top: what the reader's team has to do, or who leads. HTML. */
	static String answer(Locale locale, ContestPage page) {
		return switch (page.phase()) {
			case DRAFT -> Messages.html(locale, "contests.answer.draft");
			case ANNOUNCED -> Messages.html(locale, "contests.answer.announced", page.starts().toLocalDate(), page.players(), page.teams().size());
			case CALLED_OFF -> Messages.html(locale, "contests.answer.called-off");
			case SETTLED -> winners(locale, page);
			case RUNNING, ENDED -> playing(locale, page);
		};
	}

	private static String winners(Locale locale, ContestPage page) {
		var names = page.teams().stream().filter(team -> page.settled().winners().contains(team.id())).map(ContestPage.TeamLine::name).toList();
		return names.isEmpty() ? Messages.html(locale, "contests.answer.nobody") : Messages.html(locale, "contests.answer.won", ListFormatter.getInstance(ULocale.forLocale(locale)).format(names), names.size());
	}

	private static String playing(Locale locale, ContestPage page) {
		var left = page.phase() == Phase.RUNNING ? Messages.text(locale, "contests.answer.left", page.workingDaysLeft()) : Messages.text(locale, "contests.answer.over");
		if (page.lead() == null || page.teams().stream().allMatch(team -> team.score() == null || team.score().signum() == 0)) {
			return Messages.html(locale, "contests.answer.nothing") + " " + left;
		}
		if (page.ahead() != null && page.ahead().missing() != null) {
			var own = page.teams().stream().filter(team -> team.id() == page.ownTeamId()).findFirst().orElseThrow();
			var key = page.lowerIsBetter() || page.counting().get(0).ratio() ? "contests.answer.behind" : "contests.answer.ahead";
			return Messages.html(locale, key, key.endsWith("ahead") ? more(locale, page.counting(), page.ahead().missing()) : amount(locale, page.counting(), page.ahead().missing()), own.name(),
					page.ahead().team()) + worth(locale, page.counting()) + " " + left;
		}
		return Messages.html(locale, page.lead().by().signum() == 0 ? "contests.answer.level" : page.perHead() ? "contests.answer.leads-head" : "contests.answer.leads", page.lead().team(),
				amount(locale, page.counting(), page.lead().by())) + " " + left;
	}

	public String answer(ContestPage page) {
		return answer(here.getLocale(), page);
	}

	/** Data of 3 hours ago. */
	public String age(Instant dataAt, Instant now) {
		return age(here.getLocale(), dataAt, now);
	}

	static String age(Locale locale, Instant dataAt, Instant now) {
		if (dataAt == null) {
			return Messages.text(locale, "contests.age.none");
		}
		var minutes = Math.max(0, java.time.Duration.between(dataAt, now).toMinutes());
		return minutes < 1 ? Messages.text(locale, "contests.age.now") : minutes < 60 ? Messages.text(locale, "contests.age.minutes", minutes) : minutes < 48 * 60 ? Messages.text(locale, "contests.age.hours", minutes / 60)
				: Messages.text(locale, "contests.age.days", minutes / (24 * 60));
	}

	public String at(Instant moment) {
		return Messages.text(here.getLocale(), "contests.at", java.util.Date.from(moment.atZone(here.getCompany().zone()).toLocalDateTime().atZone(java.time.ZoneOffset.UTC).toInstant()));
	}

	/** 2 to 30 November; with the hours where it does not go from midnight to midnight. */
	public String window(ContestPage page) {
		var midnight = isMidnight(page.starts()) && isMidnight(page.ends());
		return midnight ? Messages.text(here.getLocale(), "contests.window.days", page.starts().toLocalDate(), page.ends().minusNanos(1).toLocalDate())
				: Messages.text(here.getLocale(), "contests.window.hours", page.starts().toLocalDate(), page.starts().toLocalTime().toString(), page.ends().toLocalDate(), page.ends().toLocalTime().toString(),
						zone(page.zone()));
	}

	private static boolean isMidnight(LocalDateTime moment) {
		return moment.toLocalTime().equals(java.time.LocalTime.MIDNIGHT);
	}

	private static String zone(ZoneId zone) {
		return zone.getId().replace('_', ' ');
	}

	/** Otters, Lynx and Falcons. */
	public String all(List<String> names) {
		return ListFormatter.getInstance(ULocale.forLocale(here.getLocale())).format(names);
	}

	public String names(List<ContestPage.MemberLine> members) {
		return members.stream().map(ContestPage.MemberLine::name).collect(Collectors.joining(", "));
	}

	/** First names where they tell people apart. */
	public String firstNames(List<ContestPage.MemberLine> members) {
		var locale = here.getLocale();
		return members.stream().map(member -> firstName(member.name()) + (member.points() == null ? "" : " " + number(locale, member.points()))).collect(Collectors.joining(", "));
	}

	public static String firstName(String name) {
		return name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name;
	}
}
