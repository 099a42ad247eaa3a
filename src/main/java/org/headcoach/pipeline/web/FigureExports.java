package org.headcoach.pipeline.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.pipeline.FigurePages;
import org.headcoach.pipeline.FigurePages.FiguresPage;
import org.headcoach.pipeline.FigurePages.Sums;
import org.headcoach.pipeline.FigureService;
import org.headcoach.pipeline.Metric;
import org.headcoach.pipeline.Metric.Kind;
import org.headcoach.site.Here;
import org.headcoach.site.TableDownload;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The tables of the figures and peel pages as CSV and XLSX: the same questions in the address, the same rights. */
@WebServlet(urlPatterns = {"/export/pipeline/figures.csv", "/export/pipeline/figures.xlsx", "/export/pipeline/peel.csv", "/export/pipeline/peel.xlsx"})
public class FigureExports extends HttpServlet {

	private static final long serialVersionUID = 1L;
	private static final int CHUNK = 1000;

	@Inject
	private transient FigureService figures;

	@Inject
	private transient Here here;

	@Inject
	private transient FigureTexts texts;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var path = request.getServletPath();
		if (path.contains("/figures.")) {
			sendFigures(request, response);
		} else if (request.getParameter("side") == null) {
			sendSlices(request, response);
		} else {
			sendBehind(request, response);
		}
	}

	private void sendFigures(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = figures.figures(FiguresView.ask(request, here));
		var columns = new ArrayList<>(List.of(of("pipeline.figures.column.what"), of("pipeline.figures.column.name"), of("pipeline.figures.column.month"),
				of("pipeline.figures.column.working-days")));
		page.metrics().all().forEach(metric -> columns.add(texts.name(metric)));
		page.metrics().of(Kind.VOLUME).forEach(metric -> columns.add(of("pipeline.figures.column.per-day", texts.name(metric))));
		TableDownload.send(request, response, "figures-" + here.getMonth(), columns, writer -> {
			// a rep is told no money of team-mates: an empty cell says so, where 0 would say that there was none
			var stepsOnly = page.scope() == FigurePages.Scope.TEAM && page.company() == null;
			var scope = page.scopeName() == null ? of("pipeline.figures.scope.line") : page.scopeName();
			page.months().stream().limit(Math.max(1, page.months().size() - 1L))
					.forEach(line -> writer.line(cells(page, of("pipeline.figures.scope." + page.scope()), scope, line.month().toString(), line.sums(), stepsOnly)));
			var what = of(page.linesAreTeams() ? "pipeline.figures.scope.TEAM" : "pipeline.figures.scope.PERSON");
			page.lines().forEach(line -> writer.line(cells(page, what, line.name(), here.getMonth().toString(), line.now(), stepsOnly && !line.own())));
		});
	}

	/** Rates as fractions, exactly as they follow; nothing where the divisor is 0. */
	private static List<Object> cells(FiguresPage page, String what, String name, String month, Sums sums, boolean stepsOnly) {
		var cells = new ArrayList<Object>();
		cells.add(what);
		cells.add(name);
		cells.add(month);
		cells.add(sums.workingDays());
		page.metrics().all().forEach(metric -> cells.add(stepsOnly && metric.kind() != Kind.VOLUME && metric.kind() != Kind.CONVERSION ? null : rounded(metric.of(sums.quantities()))));
		page.metrics().of(Kind.VOLUME).forEach(metric -> cells.add(rounded(metric.perDay(sums.quantities(), sums.workingDays()))));
		return cells;
	}

	private static BigDecimal rounded(Metric.Figure figure) {
		if (!figure.isKnown()) {
			return null;
		}
		var plain = figure.value().setScale(Math.min(Math.max(figure.value().scale(), 0), 6), java.math.RoundingMode.HALF_UP).stripTrailingZeros();
		return plain.scale() < 0 ? plain.setScale(0) : plain;
	}

	private void sendSlices(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = figures.peel(PeelView.ask(request, here));
		TableDownload.send(request, response, "peel-" + page.metric().step().code().toLowerCase(java.util.Locale.ROOT), List.of(of("pipeline.peel.by." + page.by()),
				page.by().isShare() ? of("pipeline.peel.count") : texts.name(page.metric().from()),
				page.by().isShare() ? of("pipeline.peel.all") : texts.name(page.metric().step()), of(page.by().isShare() ? "pipeline.peel.share" : "pipeline.peel.rate"),
				of("pipeline.peel.others")), writer -> page.slices().forEach(slice -> writer.line(
						PeelView.name(here.getLocale(), page.by(), slice.key(), slice.name(), texts), slice.from(), slice.to(), rounded(slice.own()),
						slice.others() == null ? null : rounded(slice.others()))));
	}

	private void sendBehind(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var ask = PeelView.behind(request, PeelView.ask(request, here));
		var first = figures.behind(ask, 0, CHUNK);
		TableDownload.send(request, response, "behind-" + ask.peel().step().toLowerCase(java.util.Locale.ROOT), List.of(of("pipeline.peel.column.day"), of("pipeline.peel.column.owner"),
				of("pipeline.peel.column.id"), of("pipeline.peel.column.what"), of("pipeline.peel.column.detail"), of("pipeline.peel.column.company"),
				of("pipeline.peel.column.origin"), of("pipeline.peel.column.persona"), of("pipeline.peel.column.mrr"), of("pipeline.peel.column.currency")), writer -> {
					var chunk = first;
					for (int offset = 0; !chunk.rows().isEmpty(); chunk = figures.behind(ask, offset, CHUNK)) {
						chunk.rows().forEach(row -> writer.line(row.day(), row.owner(), row.externalId(), row.what(), row.detail(), row.company(), row.origin(),
								row.persona(), row.mrr(), row.currency()));
						offset += chunk.rows().size();
						if (offset >= first.total()) {
							return;
						}
					}
				});
	}

	private String of(String key, Object... arguments) {
		return texts.of(key, arguments);
	}
}
