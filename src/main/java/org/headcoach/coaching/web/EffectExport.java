package org.headcoach.coaching.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

import org.headcoach.coaching.EffectRow;
import org.headcoach.coaching.EffectService;
import org.headcoach.shared.tables.TableWriter;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The effects of the page as CSV and XLSX, with the figures behind the words: same month, same rights. */
@WebServlet({"/export/coaching/effect.csv", "/export/coaching/effect.xlsx"})
public class EffectExport extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private static final List<String> COLUMNS = List.of("rep", "manager", "skill", "metric", "month", "from", "until", "n-before", "before", "n-after", "after",
			"expected", "naive", "change", "low", "high", "better", "common", "peers", "verdict");

	@Inject
	private EffectService effects;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		// read before a byte is written, so that a refusal can still be the answer
		var rows = effects.page(here.getMonth()).rows();
		var xlsx = request.getServletPath().endsWith(".xlsx");
		response.setContentType(xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=UTF-8");
		response.setHeader("Content-Disposition", "attachment; filename=\"coaching-effect-" + here.getMonth() + (xlsx ? ".xlsx\"" : ".csv\""));
		var columns = COLUMNS.stream().map(column -> text("coaching.effect.export." + column)).toList();
		try (var table = xlsx ? TableWriter.xlsx(response.getOutputStream(), text("coaching.effect.title"), columns)
				: TableWriter.csv(response.getOutputStream(), columns)) {
			rows.forEach(row -> table.line(cells(row)));
		}
	}

	private List<Object> cells(EffectRow row) {
		return Arrays.<Object>asList(row.personName(), row.managerName(), row.skillName(), wording.metric(row.metric()), row.inMonth(), row.windowFrom(), row.windowUntil(),
				row.trialsBefore(), number(row.plainBefore()), row.trialsAfter(), number(row.plainAfter()), number(row.expected()), number(row.naiveChange()),
				number(row.relativeChange()), number(row.lowChange()), number(row.highChange()), number(row.probabilityBetter()), number(row.commonChange()),
				row.peers(), text("coaching.effect.verdict." + row.verdict()));
	}

	private static BigDecimal number(Double value) {
		return value == null ? null : BigDecimal.valueOf(value).round(new MathContext(6));
	}

	private String text(String key) {
		return Messages.text(here.getLocale(), key);
	}
}
