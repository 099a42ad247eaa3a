package org.headcoach.hiring.web;

import static org.headcoach.site.Messages.escape;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.headcoach.hiring.CandidateService;
import org.headcoach.hiring.DebriefPage;
import org.headcoach.hiring.HiringService;
import org.headcoach.hiring.InterviewService;
import org.headcoach.hiring.ScorecardService;
import org.headcoach.hiring.SourcingService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.calendar.CalendarFile;
import org.headcoach.site.Attachment;
import org.headcoach.site.Here;
import org.headcoach.site.Links;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.site.Paper;
import org.headcoach.site.TableDownload;

import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Candidates and cards as CSV, XLSX and PDF, files, interviews for a calendar, all that is kept of somebody; through the services of the pages, so under their rights and as blind as they are. */
@WebServlet("/export/hiring/*")
public class HiringExport extends HttpServlet {

	private static final long serialVersionUID = 1L;
	private static final int MOST = 100_000;

	@Inject
	private transient HiringService hiring;

	@Inject
	private transient ScorecardService cards;

	@Inject
	private transient CandidateService candidates;

	@Inject
	private transient InterviewService interviews;

	@Inject
	private transient SourcingService sourcing;

	@Inject
	private transient HiringWords words;

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
			case "file" -> file(response);
			case "interview.ics" -> calendar(response);
			case "card.pdf" -> pdf(response);
			case "candidate.zip" -> everything(response);
			default -> {
				switch (file.replaceFirst("\\.(csv|xlsx)$", "")) {
					case "candidates" -> candidates(request, response);
					case "cards" -> cards(request, response);
					case "sources" -> sources(request, response);
					default -> throw new NotHereException("No export " + file);
				}
			}
		}
	}

	private long number(String name) {
		var number = list.number(name);
		if (number == null) {
			throw new NotHereException("No " + name + " is asked for");
		}
		return number;
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}

	private void send(HttpServletRequest request, HttpServletResponse response, String name, List<String> columns, List<List<Object>> lines) throws IOException {
		TableDownload.send(request, response, name, columns.stream().map(column -> text("hiring.export." + column)).toList(), table -> lines.forEach(table::line));
	}

	private void file(HttpServletResponse response) throws IOException {
		var file = candidates.file(number("id"));
		Attachment.send(response, file.type(), file.name(), file.content());
	}

	private void calendar(HttpServletResponse response) throws IOException {
		var one = interviews.appointment(number("interview"));
		if (one.candidate() == null) {
			throw new NotHereException("The candidate of interview " + one.id() + " is forgotten");
		}
		var zone = ZoneId.of(one.zone());
		var title = text(one.cancelled() ? "hiring.calendar.cancelled" : "hiring.calendar.title", one.candidate(), one.title());
		var event = new CalendarFile.Event("interview-" + one.id() + "@" + URI.create(Links.to("/")).getHost(), title, one.opening(), one.startsAt(), one.endsAt(), URI.create(Links.to("/hiring/interviews")),
				new CalendarFile.Held(one.sequenceNo(), one.place(), one.cancelled()));
		Attachment.send(response, CalendarFile.TYPE, "interview-" + one.id() + ".ics", CalendarFile.of(title, zone, clock.now(), List.of(event)));
	}

	private void candidates(HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(request, response, "candidates", List.of("candidate", "opening", "stage", "state", "source", "applied", "cards-in", "cards-of"), hiring.export(CandidatesView.search(list, 0, MOST)).stream()
				.map(row -> Arrays.<Object>asList(row.name(), row.opening(), row.stage(), text("hiring.state." + row.state()), text("hiring.source." + row.source()), row.appliedOn(), row.cardsIn(), row.cardsOf())).toList());
	}

	/** A line for each score that the reader may see; for who is blind, none. */
	private void cards(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = cards.debrief(number("candidacy"));
		var lines = new ArrayList<List<Object>>();
		page.topics().forEach(topic -> page.cards().forEach(card -> {
			var said = topic.said().get(card.cardId());
			if (said != null) {
				lines.add(Arrays.asList(page.candidate(), card.interviewer(), topic.name(), topic.weight(), said.first(), said.score(), said.note(), said.selfDiagnosis(), said.praise(), said.improvement(), said.effort(), text("hiring.recommendation." + card.recommendation())));
			}
		}));
		send(request, response, "cards-" + page.candidacyId(), List.of("candidate", "interviewer", "characteristic", "weight", "first", "score", "note", "diagnosis", "praise", "improvement", "effort", "recommendation"), lines);
	}

	private void sources(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var to = list.day("to") == null ? here.getToday() : list.day("to");
		var page = sourcing.sources(list.day("from") == null ? to.minusYears(1).plusDays(1) : list.day("from"), to);
		send(request, response, "sources", List.of("source", "came", "interviewed", "hired", "conversion", "cost", "per-hire"), page.sources().stream().map(row -> Arrays.<Object>asList(text("hiring.source." + row.source()),
				row.result().came(), row.result().interviewed(), row.result().hired(), row.result().conversion().map(BigDecimal::valueOf).orElse(null), row.result().cost() == null ? null : row.result().cost().amount(),
				row.result().costPerHire().map(org.headcoach.shared.Money::amount).orElse(null))).toList());
	}

	private void pdf(HttpServletResponse response) throws IOException {
		var page = cards.debrief(number("candidacy"));
		if (page.blind()) {
			throw new NotHereException("Cards of candidacy " + page.candidacyId() + " are hidden");
		}
		Attachment.send(response, "application/pdf", "card-" + page.candidacyId() + ".pdf", Paper.pdf(here.getLocale(), text("hiring.pdf.title", page.candidate()), "A4",
				text("hiring.pdf.made", clock.now().atZone(here.getCompany().zone()).toLocalDateTime()), html(page)));
	}

	private String html(DebriefPage page) {
		var html = new StringBuilder("<p class=\"s\">").append(escape(here.getCompany().name() + " · " + page.opening() + " · " + text("hiring.model.version", String.valueOf(page.model()), page.versionNo()))).append("</p><h1><b>")
				.append(escape(page.candidate())).append("</b></h1><p>").append(escape(text("hiring.pdf.mark", words.share(page.share()), words.percent(page.coverage()), page.cards().size()))).append("</p>");
		html.append("<h2>").append(escape(text("hiring.debrief.recommendations"))).append("</h2><table><tbody>");
		page.cards().forEach(card -> html.append("<tr><td><b>").append(escape(card.interviewer())).append("</b></td><td>").append(escape(words.recommendation(card.recommendation()))).append("</td><td class=\"n\">")
				.append(escape(words.share(card.share()))).append("</td><td>").append(escape(card.note() == null ? "" : card.note())).append("</td></tr>"));
		html.append("</tbody></table><h2>").append(escape(text("hiring.debrief.topics"))).append("</h2><table><thead><tr><th>").append(escape(text("hiring.export.characteristic"))).append("</th><th class=\"n\">")
				.append(escape(text("hiring.export.weight"))).append("</th><th>").append(escape(text("hiring.debrief.said"))).append("</th><th class=\"n\">").append(escape(text("hiring.debrief.mean"))).append("</th></tr></thead><tbody>");
		page.topics().forEach(topic -> {
			var said = new ArrayList<String>();
			page.cards().forEach(card -> {
				var one = topic.said().get(card.cardId());
				if (one != null) {
					said.add("<b>" + escape(card.interviewer()) + "</b> " + (one.twoPass() ? (one.first() == null ? "–" : one.first()) + " → " : "") + (one.score() == null ? "–" : one.score())
							+ (one.note() == null ? "" : ": " + escape(one.note())) + (one.isCoached() ? "<br/>" + escape(words.between(one)) : ""));
				}
			});
			html.append("<tr><td>").append(escape(topic.name())).append("</td><td class=\"n\">").append(words.weight(topic.weight())).append("</td><td>").append(String.join("<br/>", said)).append("</td><td class=\"n\">")
					.append(escape(words.mean(topic.mean()))).append("</td></tr>");
		});
		html.append("</tbody></table>");
		if (page.decisionReason() != null) {
			html.append("<h2>").append(escape(text("hiring.state." + page.state()))).append("</h2><p>").append(escape(page.decisionReason())).append("</p><p class=\"s\">").append(escape(page.decidedBy())).append("</p>");
		}
		return html.toString();
	}

	/** What is handed over to somebody who asks what is kept: the data as JSON, the files beside them. */
	private void everything(HttpServletResponse response) throws IOException {
		var id = number("id");
		var all = candidates.export(id);
		var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8); var json = JsonbBuilder.create(new JsonbConfig().withFormatting(true).withNullValues(true))) {
			zip.putNextEntry(new ZipEntry("candidate.json"));
			zip.write(json.toJson(all).getBytes(StandardCharsets.UTF_8));
			var number = 1;
			for (var file : candidates.files(id)) {
				zip.putNextEntry(new ZipEntry("files/" + number++ + "-" + file.name()));
				zip.write(file.content());
			}
		} catch (IOException | RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
		Attachment.send(response, "application/zip", "candidate-" + id + ".zip", out.toByteArray());
	}
}
