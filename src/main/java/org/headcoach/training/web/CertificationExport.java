package org.headcoach.training.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;
import org.headcoach.site.Links;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.site.TableDownload;
import org.headcoach.training.BadgeService;
import org.headcoach.training.CertificationService;
import org.headcoach.training.ReadinessService;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Certifications, results and the matrix as CSV and XLSX, certificates as PDF and as badges; with the rights of the pages. */
@WebServlet("/export/certifications/*")
public class CertificationExport extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private transient CertificationService certifications;

	@Inject
	private transient ReadinessService readiness;

	@Inject
	private transient BadgeService badges;

	@Inject
	private transient CertificatePdf pdf;

	@Inject
	private transient CertWords words;

	@Inject
	private transient ListAddress list;

	@Inject
	private transient Here here;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var file = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
		switch (file) {
			case "certificate.pdf" -> send(response, "application/pdf", "certificate.pdf", pdf.of(certifications.certificate(list.text("number"))));
			case "badge.jwt" -> send(response, "application/vc+jwt", "badge.jwt", badges.badge(list.text("number"), Links.to("")).getBytes(StandardCharsets.US_ASCII));
			default -> {
				switch (file.replaceFirst("\\.(csv|xlsx)$", "")) {
					case "certifications" -> catalogue(request, response);
					case "results" -> results(request, response);
					case "readiness" -> matrix(request, response);
					default -> throw new NotHereException("No export " + file);
				}
			}
		}
	}

	private void catalogue(HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(request, response, "certifications", columns("certification", "level", "stage", "version", "behaviours", "pass-mark", "months", "retired"),
				certifications.catalogue().stream().map(row -> Arrays.<Object>asList(row.title(), text("training.cert.level." + row.level()), words.stage(row.stage()), row.versionNo(), row.behaviours(),
						row.passMark(), row.validMonths(), yes(row.retired()))).toList());
	}

	private void results(HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(request, response, "role-plays", columns("person", "certification", "at", "score", "passed", "evaluators"), certifications.results().stream()
				.map(row -> Arrays.<Object>asList(row.person(), row.title(), row.meetsAt(), row.score(), yes(row.passed()), String.join(", ", row.evaluators()))).toList());
	}

	private void matrix(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = readiness.matrix(here.getTeamId());
		var columns = new ArrayList<>(columns("person", "team"));
		page.columns().forEach(column -> columns.add(column.title()));
		columns.addAll(columns("ready", "next"));
		send(request, response, "readiness", columns, page.lines().stream().map(line -> {
			var cells = new ArrayList<Object>(Arrays.asList(line.person(), line.team()));
			line.cells().forEach(cell -> cells.add(words.cell(cell)));
			cells.add(line.ready() == null ? null : yes(line.ready()));
			cells.add(line.next());
			return (List<Object>) cells;
		}).toList());
	}

	private List<String> columns(String... names) {
		return Arrays.stream(names).map(name -> text("training.cert.export." + name)).toList();
	}

	private static void send(HttpServletRequest request, HttpServletResponse response, String name, List<String> columns, List<List<Object>> lines) throws IOException {
		TableDownload.send(request, response, name, columns, table -> lines.forEach(table::line));
	}

	private static void send(HttpServletResponse response, String type, String name, byte[] content) throws IOException {
		response.setContentType(type);
		response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
		response.getOutputStream().write(content);
	}

	private String yes(boolean is) {
		return text(is ? "training.cert.export.yes" : "training.cert.export.no");
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}
}
