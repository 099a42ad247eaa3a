package org.headcoach.coaching.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

import org.headcoach.coaching.EffectRow;
import org.headcoach.coaching.EffectService;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.site.TableDownload;

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
		var rows = effects.page(here.getMonth()).rows();
		var columns = COLUMNS.stream().map(column -> text("coaching.effect.export." + column)).toList();
		TableDownload.send(request, response, "coaching-effect-" + here.getMonth(), columns, table -> rows.forEach(row -> table.line(cells(row))));
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
