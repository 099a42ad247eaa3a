package org.headcoach.contests.web;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.headcoach.contests.ContestPage;
import org.headcoach.contests.ContestService;
import org.headcoach.contests.EffectService;
import org.headcoach.contests.Phase;
import org.headcoach.contests.SettlementService;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.calendar.CalendarFile;
import org.headcoach.site.Here;
import org.headcoach.site.Links;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.site.TableDownload;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Contests as CSV and XLSX, the result as PDF, the dates for a calendar; with the rights of the pages, and no number of a person that the page does not show. */
@WebServlet("/export/contests/*")
public class ContestExport extends HttpServlet {

	private static final long serialVersionUID = 1L;
	private static final LocalTime SETTLED_AT = LocalTime.of(9, 0);

	@Inject
	private transient ContestService contests;

	@Inject
	private transient SettlementService settlement;

	@Inject
	private transient EffectService effects;

	@Inject
	private transient PeopleService people;

	@Inject
	private transient ResultPdf pdf;

	@Inject
	private transient ContestWords words;

	@Inject
	private transient ListAddress list;

	@Inject
	private transient Here here;

	@Inject
	private transient BusinessClock clock;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var file = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
		switch (file) {
			case "contest.ics" -> calendar(response);
			case "result.pdf" -> result(response);
			default -> {
				switch (file.replaceFirst("\\.(csv|xlsx)$", "")) {
					case "contests" -> contests(request, response);
					case "standings" -> standings(request, response);
					case "nights" -> nights(request, response);
					case "counts" -> counts(request, response);
					case "moves" -> moves(request, response);
					case "prizes" -> prizes(request, response);
					case "effects" -> effects(request, response);
					default -> throw new NotHereException("No export " + file);
				}
			}
		}
	}

	private ContestPage page() {
		var id = list.number("contest");
		if (id == null) {
			throw new NotHereException("No contest is asked for");
		}
		return contests.contest(id);
	}

	private void send(HttpServletRequest request, HttpServletResponse response, String name, List<String> columns, List<List<Object>> lines) throws IOException {
		TableDownload.send(request, response, name, columns.stream().map(column -> text("contests.export." + column)).toList(), table -> lines.forEach(table::line));
	}

	private LocalDateTime local(Instant moment) {
		return moment == null ? null : moment.atZone(here.getCompany().zone()).toLocalDateTime();
	}

	private void contests(HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(request, response, "contests", List.of("contest", "first", "last", "state", "teams", "people", "winner", "by"), contests.contests().stream()
				.map(row -> Arrays.<Object>asList(row.title(), row.first(), row.last(), text("contests.phase." + row.phase()), row.teams(), row.players(), row.winner(), row.ownerName())).toList());
	}

	/** A line for each team, and one for each person in it whose numbers the reader sees. */
	private void standings(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = page();
		var lines = new ArrayList<List<Object>>();
		page.teams().forEach(team -> {
			lines.add(Arrays.asList(team.rank() == 0 ? null : team.rank(), team.name(), null, team.points(), team.perHead(), team.score(), team.today(),
					page.settled() == null ? null : text(page.settled().winners().contains(team.id()) ? "contests.export.yes" : "contests.export.no")));
			team.members().stream().filter(member -> member.points() != null).forEach(member -> lines.add(Arrays.asList(null, team.name(), member.name(), member.points(), null, null, member.today(), null)));
		});
		send(request, response, "standings-" + page.id(), List.of("rank", "team", "person", "points", "per-head", "score", "today", "wins"), lines);
	}

	private void nights(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = page();
		send(request, response, "nights-" + page.id(), List.of("night", "team", "rank", "score", "caught-up"), page.nights().stream()
				.flatMap(night -> IntStream.range(0, page.teams().size()).filter(i -> night.places().get(i) != null).mapToObj(i -> Arrays.<Object>asList(night.night(), page.teams().get(i).name(),
						night.places().get(i), night.scores().get(i), text(night.caughtUp() ? "contests.export.yes" : "contests.export.no")))).toList());
	}

	private void counts(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = page();
		send(request, response, "counts-" + page.id(), List.of("on", "person", "team", "behaviour", "quantity", "divisor"), contests.counts(page.id()).stream()
				.map(row -> Arrays.<Object>asList(row.day(), row.person(), row.team(), words.name(page.counting().get(row.behaviour())), row.quantity(), row.divisor())).toList());
	}

	private void moves(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = page();
		send(request, response, "moves-" + page.id(), List.of("at", "person", "team", "on", "behaviour", "before", "after", "file"), contests.moves(page.id()).stream()
				.map(row -> Arrays.<Object>asList(local(row.at()), row.person(), row.team(), row.day(), words.name(page.counting().get(row.behaviour())), row.before(), row.after(), row.file())).toList());
	}

	private void prizes(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = page();
		send(request, response, "prizes-" + page.id(), List.of("prize", "given", "cost", "currency", "by"), settlement.memories(page.id()).prizes().stream()
				.map(row -> Arrays.<Object>asList(row.what(), row.given(), row.cost(), row.currency(), row.by())).toList());
	}

	private void effects(HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(request, response, "contest-effects",
				List.of("contest", "first", "last", "behaviour", "participants", "outsiders", "comparison", "without", "change", "low", "high", "verdict", "after", "conversion-before", "conversion-during",
						"units", "cost-of-one", "currency"),
				effects.effects().rows().stream().map(row -> {
					var cells = new ArrayList<Object>(Arrays.asList(row.title(), row.first(), row.last(), row.counting().size() > 1 ? text("contests.unit.points") : words.name(row.counting().get(0))));
					if (row.effect() == null) {
						cells.addAll(Arrays.asList(new Object[14]));
						return (List<Object>) cells;
					}
					var during = row.effect().during();
					var extra = row.effect().extra();
					cells.addAll(Arrays.asList(during.participants(), during.outsiders(), during.comparison() == null ? null : text("contests.export.against." + during.comparison()), decimal(during.without()),
							decimal(during.perDay()), during.interval() == null ? null : decimal(during.interval().low()), during.interval() == null ? null : decimal(during.interval().high()),
							text("contests.effect.verdict." + during.verdict()), decimal(row.effect().after().perDay()), decimal(row.effect().spillOver().before()), decimal(row.effect().spillOver().during()),
							decimal(extra.units()), extra.costOfOne() == null ? null : extra.costOfOne().amount(), extra.costOfOne() == null ? null : extra.costOfOne().currency().getCurrencyCode()));
					return cells;
				}).toList());
	}

	private static java.math.BigDecimal decimal(Double number) {
		return number == null ? null : java.math.BigDecimal.valueOf(number).setScale(4, java.math.RoundingMode.HALF_UP);
	}

	private void result(HttpServletResponse response) throws IOException {
		var page = page();
		if (page.phase() != Phase.SETTLED) {
			throw new NotHereException("Contest " + page.id() + " has no result yet");
		}
		send(response, "application/pdf", "result-" + page.id() + ".pdf", pdf.of(page));
	}

	/** Its start, its end, and its settlement: until then that is due on the first working day after the end. What is called off is never settled. */
	private void calendar(HttpServletResponse response) throws IOException {
		var page = page();
		if (!page.phase().isPublic()) {
			throw new NotHereException("Contest " + page.id() + " is a draft");
		}
		var start = page.starts().atZone(page.zone()).toInstant();
		var end = page.ends().atZone(page.zone()).toInstant();
		var url = URI.create(Links.to("/contests/contest?contest=" + page.id()));
		var events = new ArrayList<CalendarFile.Event>();
		events.add(event(page, "start", start, url));
		events.add(event(page, "end", end, url));
		if (page.phase() != Phase.CALLED_OFF) {
			events.add(event(page, "settled", page.settled() == null ? settlementDue(page) : page.settled().at(), url));
		}
		send(response, CalendarFile.TYPE, "contest-" + page.id() + ".ics", CalendarFile.of(page.title(), page.zone(), clock.now(), events));
	}

	private Instant settlementDue(ContestPage page) {
		return people.calendar().onOrAfter(page.lastDay().plusDays(1)).atTime(SETTLED_AT).atZone(here.getCompany().zone()).toInstant();
	}

	private CalendarFile.Event event(ContestPage page, String what, Instant at, URI url) {
		return new CalendarFile.Event("contest-" + page.id() + "-" + what + "@" + url.getHost(), text("contests.calendar." + what, page.title()), page.prize().what() == null ? null
				: text("contests.result.prize", page.prize().what()), at, null, url);
	}

	private static void send(HttpServletResponse response, String type, String name, byte[] content) throws IOException {
		response.setContentType(type);
		response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
		response.getOutputStream().write(content);
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}
}
