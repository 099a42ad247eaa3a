package org.headcoach.compensation.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.headcoach.compensation.PayService;
import org.headcoach.compensation.StatementPage;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;
import org.headcoach.site.TableDownload;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A statement to keep: its lines as a table, the page as PDF, the file that anybody can compute again, and the program that does. The same rights as the page. */
@WebServlet(urlPatterns = {"/export/compensation/statement.csv", "/export/compensation/statement.xlsx", "/export/compensation/statement.pdf", "/export/compensation/statement.json",
		StatementExport.VERIFIER, "/export/compensation/team-pay.csv", "/export/compensation/team-pay.xlsx"})
public class StatementExport extends HttpServlet {

	private static final long serialVersionUID = 1L;

	static final String VERIFIER = "/export/compensation/headcoach-verify.jar";

	@Inject
	private transient PayService pay;

	@Inject
	private transient StatementPdf pdf;

	@Inject
	private transient PayWords words;

	@Inject
	private transient Here here;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var path = request.getServletPath();
		if (path.equals(VERIFIER)) {
			sendVerifier(response);
		} else if (path.contains("/team-pay.")) {
			sendTeam(request, response);
		} else {
			sendStatement(request, response, StatementView.personOf(request, here.getActor().personId()), path.substring(path.lastIndexOf('.') + 1));
		}
	}

	private void sendStatement(HttpServletRequest request, HttpServletResponse response, long person, String ending) throws IOException {
		var month = here.getMonth();
		if (ending.equals("json")) {
			send(response, "application/json; charset=UTF-8", "statement-" + month + ".json", pay.file(person, month).getBytes(StandardCharsets.UTF_8));
			return;
		}
		var page = pay.statement(person, month);
		if (page.sum() == null) {
			throw new NotHereException("No statement of " + person + " in " + month);
		}
		if (ending.equals("pdf")) {
			send(response, "application/pdf", "statement-" + month + ".pdf", pdf.of(page));
			return;
		}
		TableDownload.send(request, response, "statement-" + month, columns("for", "component", "kind", "name", "formula", "amount", "currency", "as-paid", "as-now", "source", "posting"),
				table -> {
					for (var line : page.lines()) {
						table.line(line.month().toString(), line.componentName(), line.kind().name(), line.name(), words.formula(line), line.amount().amount(),
								line.amount().currency().getCurrencyCode(), line.asPaid() == null ? null : line.asPaid().amount(), line.asPaid() == null ? null : line.asNow().amount(),
								line.key().source(), line.postingId());
					}
					sums(page).forEach(sum -> table.line(month.toString(), null, null, sum.name(), null, sum.amount(), page.sum().currencyCode(), null, null, null, null));
				});
	}

	private record Sum(String name, java.math.BigDecimal amount) {
	}

	private List<Sum> sums(StatementPage page) {
		return List.of(new Sum(words.text("compensation.pay.carried-in"), page.sum().carriedIn().amount()), new Sum(words.text("compensation.pay.to-be-paid"), page.sum().pay().amount()),
				new Sum(words.text("compensation.pay.carried-out"), page.sum().carriedOut().amount()));
	}

	private void sendTeam(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = pay.team(here.getMonth());
		TableDownload.send(request, response, "team-pay-" + page.month(), columns("person", "team", "pay", "currency", "before", "attainment", "state", "approved-by", "look"),
				table -> page.rows().forEach(row -> table.line(row.name(), row.teamName(), row.sum() == null ? null : row.sum().pay().amount(), row.sum() == null ? null : row.sum().currencyCode(),
						row.before() == null ? null : row.before().pay().amount(), row.attainment(), page.status().name(), row.sum() == null ? null : row.sum().approvedByName(),
						row.exceptions().stream().map(Enum::name).collect(java.util.stream.Collectors.joining(" ")))));
	}

	private List<String> columns(String... names) {
		return java.util.Arrays.stream(names).map(name -> words.text("compensation.export." + name)).toList();
	}

	/** Everybody who is signed in may have the program: it holds nobody's figures. */
	private void sendVerifier(HttpServletResponse response) throws IOException {
		if (!here.getActor().isSignedIn()) {
			throw new NotHereException("Nobody is signed in");
		}
		try (var jar = getServletContext().getResourceAsStream("/WEB-INF/verifier/headcoach-verify.jar")) {
			if (jar == null) {
				throw new NotHereException("This build has no verifier");
			}
			send(response, "application/java-archive", "headcoach-verify.jar", jar.readAllBytes());
		}
	}

	private static void send(HttpServletResponse response, String type, String name, byte[] bytes) throws IOException {
		response.setContentType(type);
		response.setContentLength(bytes.length);
		response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
		response.getOutputStream().write(bytes);
	}
}
