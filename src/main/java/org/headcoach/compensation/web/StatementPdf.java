package org.headcoach.compensation.web;

import static org.headcoach.site.Messages.escape;

import java.util.List;

import org.headcoach.compensation.PayLine;
import org.headcoach.compensation.StatementPage;
import org.headcoach.shared.BusinessClock;
import org.headcoach.site.Here;
import org.headcoach.site.Paper;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** A statement to print and to keep: tagged, so that it can be read aloud, and with the type of the pages in it. */
@RequestScoped
class StatementPdf {

	@Inject
	private PayWords words;

	@Inject
	private PlanText planText;

	@Inject
	private Here here;

	@Inject
	private BusinessClock clock;

	byte[] of(StatementPage page) {
		var company = here.getCompany();
		var title = words.text("compensation.statement.file-title", page.name(), page.month());
		return Paper.pdf(here.getLocale(), title, company.currency().getCurrencyCode().equals("USD") ? "letter" : "A4", foot(page), html(page, company.name() + " · " + title));
	}

	private String html(StatementPage page, String head) {
		var html = new StringBuilder(8_000);
		html.append("<p class=\"s\">").append(escape(head)).append("</p>");
		html.append("<h1>").append(words.answer(page, false)).append("</h1>");
		paragraph(html, words.difference(page));
		words.zeros(page).forEach(zero -> paragraph(html, zero));
		words.unheld(page).forEach(unheld -> paragraph(html, unheld));
		lines(html, page);
		html.append("<h2>").append(escape(words.text("compensation.statement.check"))).append("</h2>");
		paragraph(html, page.sum().hash() == null ? words.text("compensation.statement.check.open") : words.text("compensation.statement.check.text"));
		if (page.sum().hash() != null) {
			paragraph(html, words.text("compensation.statement.check.hash") + " " + page.sum().hash() + " · " + words.text("compensation.statement.check.engine") + " " + page.sum().engine());
		}
		page.plans().forEach(plan -> {
			html.append("<h2>").append(escape(words.text("compensation.pay.plan", plan.name(), plan.number()))).append("</h2>");
			planText.paragraphs(plan.terms()).forEach(said -> paragraph(html, said.component().isEmpty() ? said.text() : said.component() + ": " + said.text()));
			table(html, List.of("setting", "component", "chosen", "why"), words.settings(plan).stream()
					.map(setting -> List.of(setting.name(), setting.component(), setting.chosen(), setting.why())).toList());
		});
		return html.toString();
	}

	private String foot(StatementPage page) {
		var plans = page.plans().stream().map(plan -> words.text("compensation.pay.plan", plan.name(), plan.number())).collect(java.util.stream.Collectors.joining(" "));
		return words.text("compensation.statement.made", clock.now().atZone(here.getCompany().zone()).toLocalDateTime()) + " · " + plans
				+ (page.sum().hash() == null ? "" : " · " + words.text("compensation.pay.fingerprint", words.fingerprint(page.sum().hash())));
	}

	private void lines(StringBuilder html, StatementPage page) {
		html.append("<h2>").append(escape(words.text("compensation.pay.adds-up"))).append("</h2><table><thead><tr><th>").append(escape(words.text("compensation.statement.column.what")))
				.append("</th><th>").append(escape(words.text("compensation.statement.column.formula"))).append("</th><th class=\"n\">")
				.append(escape(words.text("compensation.statement.column.amount", page.sum().currencyCode()))).append("</th></tr></thead><tbody>");
		for (var group : words.groups(page)) {
			row(html, "<b>" + escape(group.title()) + "</b>", "", "<b>" + escape(words.plain(group.amount())) + "</b>");
			for (var shown : group.lines()) {
				row(html, escape(shown.name()), escape(shown.formula()) + steps(shown.line(), shown.steps()), escape(words.plain(shown.line().amount())));
			}
		}
		sum(html, "compensation.pay.carried-in", page.sum().carriedIn().isZero() ? null : words.plain(page.sum().carriedIn()));
		sum(html, "compensation.pay.carried-out", page.sum().carriedOut().isZero() ? null : words.plain(page.sum().carriedOut()));
		sum(html, "compensation.pay.draw-debt", page.sum().drawDebt().isZero() ? null : words.plain(page.sum().drawDebt()));
		row(html, "<b>" + escape(words.text("compensation.pay.to-be-paid")) + "</b>", "", "<b>" + escape(words.exact(page.sum().pay())) + "</b>");
		if (page.sum().isChanged()) {
			row(html, escape(words.text("compensation.pay.in-currency", page.sum().payoutRate(), page.sum().payoutRateOn())), "", escape(words.exact(page.sum().payout())));
		}
		html.append("</tbody></table>");
	}

	/** Only what the formula in short does not say. */
	private static String steps(PayLine line, List<PayWords.Step> steps) {
		return line.explanation().slices().size() < 2 && line.explanation().factors().isEmpty() && !line.isOfClosedMonth() ? ""
				: "<br/><span class=\"s\">" + steps.stream().map(step -> escape(step.text() + " " + step.amount())).collect(java.util.stream.Collectors.joining("<br/>")) + "</span>";
	}

	private void sum(StringBuilder html, String key, String amount) {
		if (amount != null) {
			row(html, escape(words.text(key)), "", escape(amount));
		}
	}

	private static void row(StringBuilder html, String what, String formula, String amount) {
		html.append("<tr><td>").append(what).append("</td><td>").append(formula).append("</td><td class=\"n\">").append(amount).append("</td></tr>");
	}

	private void table(StringBuilder html, List<String> columns, List<List<String>> rows) {
		html.append("<table><thead><tr>");
		columns.forEach(column -> html.append("<th>").append(escape(words.text("compensation.statement.column." + column))).append("</th>"));
		html.append("</tr></thead><tbody>");
		rows.forEach(row -> {
			html.append("<tr>");
			row.forEach(cell -> html.append("<td>").append(escape(cell)).append("</td>"));
			html.append("</tr>");
		});
		html.append("</tbody></table>");
	}

	private static void paragraph(StringBuilder html, String text) {
		if (!text.isEmpty()) {
			html.append("<p>").append(escape(text)).append("</p>");
		}
	}
}
