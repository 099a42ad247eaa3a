package org.headcoach.compensation.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.headcoach.compensation.PayLine;
import org.headcoach.compensation.StatementPage;
import org.headcoach.shared.BusinessClock;
import org.headcoach.site.Here;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** A statement to print and to keep: tagged, so that it can be read aloud, and with the type of the pages in it. */
@RequestScoped
class StatementPdf {

	private static final String STYLE = "@page { size: %s; margin: 18mm 16mm 20mm; @bottom-left { content: '%s'; font: 8pt Inter; } @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt Inter; } }"
			+ "body { font: 9.5pt/13pt Inter; color: #18201D; } h1 { font-size: 15pt; line-height: 20pt; font-weight: 400; margin: 2pt 0 4pt; } h1 b, b, th { font-weight: 600; }"
			+ "h2 { font-size: 11pt; line-height: 15pt; font-weight: 600; margin: 14pt 0 4pt; border-top: 1pt solid #0A6A58; padding-top: 5pt; } p { margin: 2pt 0; }"
			+ ".s { color: #47514C; font-size: 8.5pt; } table { width: 100%%; border-collapse: collapse; -fs-table-paginate: paginate; } th { text-align: left; font-size: 8.5pt; }"
			+ "td, th { padding: 3pt 4pt; border-bottom: .5pt solid #7F8A83; vertical-align: top; } tr { page-break-inside: avoid; } .n { text-align: right; white-space: nowrap; }";

	@Inject
	private PayWords words;

	@Inject
	private PlanText planText;

	@Inject
	private Here here;

	@Inject
	private BusinessClock clock;

	byte[] of(StatementPage page) {
		var out = new ByteArrayOutputStream();
		try {
			var builder = new PdfRendererBuilder();
			builder.usePdfUaAccessibility(true);
			builder.useFont(() -> StatementPdf.class.getResourceAsStream("/org/headcoach/compensation/fonts/inter-regular.ttf"), "Inter", 400, FontStyle.NORMAL, true);
			builder.useFont(() -> StatementPdf.class.getResourceAsStream("/org/headcoach/compensation/fonts/inter-semibold.ttf"), "Inter", 600, FontStyle.NORMAL, true);
			builder.useFont(() -> StatementPdf.class.getResourceAsStream("/org/headcoach/compensation/fonts/inter-semibold.ttf"), "Inter", 700, FontStyle.NORMAL, true);
			builder.withHtmlContent(html(page), null);
			builder.toStream(out);
			builder.run();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return out.toByteArray();
	}

	private String html(StatementPage page) {
		var html = new StringBuilder(8_000);
		var company = here.getCompany();
		var title = words.text("compensation.statement.file-title", page.name(), page.month());
		var paper = company.currency().getCurrencyCode().equals("USD") ? "letter" : "A4";
		html.append("<!DOCTYPE html><html lang=\"").append(here.getLocale().getLanguage()).append("\"><head><title>").append(escaped(title)).append("</title><meta name=\"description\" content=\"")
				.append(escaped(title)).append("\"/><style>").append(STYLE.formatted(paper, escaped(foot(page)).replace("'", "’"))).append("</style></head><body>");
		html.append("<p class=\"s\">").append(escaped(company.name() + " · " + title)).append("</p>");
		html.append("<h1>").append(words.answer(page, false)).append("</h1>");
		paragraph(html, words.difference(page));
		words.zeros(page).forEach(zero -> paragraph(html, zero));
		lines(html, page);
		html.append("<h2>").append(escaped(words.text("compensation.statement.check"))).append("</h2>");
		paragraph(html, page.sum().hash() == null ? words.text("compensation.statement.check.open") : words.text("compensation.statement.check.text"));
		if (page.sum().hash() != null) {
			paragraph(html, words.text("compensation.statement.check.hash") + " " + page.sum().hash() + " · " + words.text("compensation.statement.check.engine") + " " + page.sum().engine());
		}
		page.plans().forEach(plan -> {
			html.append("<h2>").append(escaped(words.text("compensation.pay.plan", plan.name(), plan.number()))).append("</h2>");
			planText.paragraphs(plan.terms()).forEach(said -> paragraph(html, said.component().isEmpty() ? said.text() : said.component() + ": " + said.text()));
			table(html, List.of("setting", "component", "chosen", "why"), words.settings(plan).stream()
					.map(setting -> List.of(setting.name(), setting.component(), setting.chosen(), setting.why())).toList());
		});
		return html.append("</body></html>").toString();
	}

	private String foot(StatementPage page) {
		var plans = page.plans().stream().map(plan -> words.text("compensation.pay.plan", plan.name(), plan.number())).collect(java.util.stream.Collectors.joining(" "));
		return words.text("compensation.statement.made", clock.now().atZone(here.getCompany().zone()).toLocalDateTime()) + " · " + plans
				+ (page.sum().hash() == null ? "" : " · " + words.text("compensation.pay.fingerprint", words.fingerprint(page.sum().hash())));
	}

	private void lines(StringBuilder html, StatementPage page) {
		html.append("<h2>").append(escaped(words.text("compensation.pay.adds-up"))).append("</h2><table><thead><tr><th>").append(escaped(words.text("compensation.statement.column.what")))
				.append("</th><th>").append(escaped(words.text("compensation.statement.column.formula"))).append("</th><th class=\"n\">")
				.append(escaped(words.text("compensation.statement.column.amount", page.sum().currencyCode()))).append("</th></tr></thead><tbody>");
		for (var group : words.groups(page)) {
			row(html, "<b>" + escaped(group.title()) + "</b>", "", "<b>" + escaped(words.plain(group.amount())) + "</b>");
			for (var shown : group.lines()) {
				row(html, escaped(shown.name()), escaped(shown.formula()) + steps(shown.line(), shown.steps()), escaped(words.plain(shown.line().amount())));
			}
		}
		sum(html, "compensation.pay.carried-in", page.sum().carriedIn().isZero() ? null : words.plain(page.sum().carriedIn()));
		sum(html, "compensation.pay.carried-out", page.sum().carriedOut().isZero() ? null : words.plain(page.sum().carriedOut()));
		sum(html, "compensation.pay.draw-debt", page.sum().drawDebt().isZero() ? null : words.plain(page.sum().drawDebt()));
		row(html, "<b>" + escaped(words.text("compensation.pay.to-be-paid")) + "</b>", "", "<b>" + escaped(words.exact(page.sum().pay())) + "</b>");
		if (page.sum().isChanged()) {
			row(html, escaped(words.text("compensation.pay.in-currency", page.sum().payoutRate(), page.sum().payoutRateOn())), "", escaped(words.exact(page.sum().payout())));
		}
		html.append("</tbody></table>");
	}

	/** Only what the formula in short does not say. */
	private static String steps(PayLine line, List<PayWords.Step> steps) {
		return line.explanation().slices().size() < 2 && line.explanation().factors().isEmpty() && !line.isOfClosedMonth() ? ""
				: "<br/><span class=\"s\">" + steps.stream().map(step -> escaped(step.text() + " " + step.amount())).collect(java.util.stream.Collectors.joining("<br/>")) + "</span>";
	}

	private void sum(StringBuilder html, String key, String amount) {
		if (amount != null) {
			row(html, escaped(words.text(key)), "", escaped(amount));
		}
	}

	private static void row(StringBuilder html, String what, String formula, String amount) {
		html.append("<tr><td>").append(what).append("</td><td>").append(formula).append("</td><td class=\"n\">").append(amount).append("</td></tr>");
	}

	private void table(StringBuilder html, List<String> columns, List<List<String>> rows) {
		html.append("<table><thead><tr>");
		columns.forEach(column -> html.append("<th>").append(escaped(words.text("compensation.statement.column." + column))).append("</th>"));
		html.append("</tr></thead><tbody>");
		rows.forEach(row -> {
			html.append("<tr>");
			row.forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
			html.append("</tr>");
		});
		html.append("</tbody></table>");
	}

	private static void paragraph(StringBuilder html, String text) {
		if (!text.isEmpty()) {
			html.append("<p>").append(escaped(text)).append("</p>");
		}
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}
