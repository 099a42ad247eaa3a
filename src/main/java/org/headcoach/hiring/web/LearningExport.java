package org.headcoach.hiring.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.hiring.LearningPage.WeightLine;
import org.headcoach.hiring.LearningService;
import org.headcoach.hiring.engine.AdverseImpact;
import org.headcoach.hiring.engine.Calibration;
import org.headcoach.hiring.engine.Outcomes.Measure;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.statistics.Interval;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.site.TableDownload;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What hires have taught and how interviewers score, as CSV and XLSX, with the rights of the pages; groups as sums only, as on the page. */
@WebServlet({"/export/hiring/learning.csv", "/export/hiring/learning.xlsx", "/export/hiring/fairness.csv", "/export/hiring/fairness.xlsx", "/export/hiring/calibration.csv",
		"/export/hiring/calibration.xlsx"})
public class LearningExport extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private transient LearningService learning;

	@Inject
	private transient LearningWords words;

	@Inject
	private transient ListAddress list;

	@Inject
	private transient Here here;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var file = request.getServletPath();
		if (file.contains("/calibration.")) {
			calibration(request, response);
		} else if (file.contains("/fairness.")) {
			fairness(request, response);
		} else {
			learning(request, response);
		}
	}

	private void send(HttpServletRequest request, HttpServletResponse response, String name, List<String> columns, List<List<Object>> lines) throws IOException {
		TableDownload.send(request, response, name, columns.stream().map(column -> Messages.text(here.getLocale(), "hiring-learning.export." + column)).toList(), table -> lines.forEach(table::line));
	}

	private void learning(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = learning.learn(list.number("model"), list.oneOf(Measure.class, "measure"));
		if (page == null) {
			throw new NotHereException("No model is published");
		}
		var weights = page.proposal() == null ? Map.<String, WeightLine>of() : page.proposal().weights().stream().collect(Collectors.toMap(WeightLine::code, line -> line));
		send(request, response, "hiring-learning-" + page.modelId(),
				List.of("characteristic", "people", "missing", "rank", "rank-low", "rank-high", "share", "share-low", "share-high", "spread", "unrestricted", "reading", "weight", "proposed"),
				page.learning().characteristics().stream().map(relation -> {
					var weight = weights.get(relation.code());
					return Arrays.<Object>asList(page.names().get(relation.code()), relation.people(), relation.missing(), relation.rank(), low(relation.rankInterval()), high(relation.rankInterval()),
							relation.share(), low(relation.shareInterval()), high(relation.shareInterval()), relation.spreadRatio(), relation.unrestricted(), words.reading(relation.reading()),
							weight == null ? null : weight.before(), weight == null ? null : weight.after());
				}).toList());
	}

	private void fairness(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = learning.learn(list.number("model"), list.oneOf(Measure.class, "measure"));
		if (page == null) {
			throw new NotHereException("No model is published");
		}
		var impacts = page.proposal() == null ? List.<AdverseImpact>of() : page.proposal().impacts();
		send(request, response, "hiring-fairness-" + page.modelId(), List.of("dimension", "group", "people", "chosen-before", "ratio-before", "chosen-after", "ratio-after", "chance"),
				impacts.stream().flatMap(impact -> impact.groups().stream().map(group -> Arrays.<Object>asList(impact.dimension(),
						group.name() == null ? Messages.text(here.getLocale(), "hiring-learning.fair.together") : group.name(), group.people(), group.before().chosen(), group.before().ratio(), group.after().chosen(),
						group.after().ratio(), group.after().chance()))).toList());
	}

	private void calibration(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = learning.calibration(list.number("model"), list.oneOf(Measure.class, "measure"));
		if (page == null) {
			throw new NotHereException("No model is published");
		}
		var columns = Stream.concat(Stream.of("interviewer", "cards", "compared", "leniency", "leniency-estimate", "leniency-low", "leniency-high", "spread-own", "spread-estimate", "spread-low", "spread-high"),
				page.withValidity() ? Stream.of("hires", "validity", "validity-estimate", "validity-low", "validity-high") : Stream.of()).toList();
		send(request, response, "interviewers-" + page.modelId(), columns, page.rows().stream().map(row -> Stream.of(
				Arrays.<Object>asList(row.name(), row.cards(), row.leniency().people(), row.leniency().plain(), row.leniency().estimate(), low(row.leniency().interval()), high(row.leniency().interval())),
				Arrays.<Object>asList(row.spread().plain(), row.spread().estimate(), low(row.spread().interval()), high(row.spread().interval())),
				page.withValidity() ? ofValidity(row.validity()) : List.of()).flatMap(List::stream).collect(Collectors.toCollection(ArrayList<Object>::new))).map(line -> (List<Object>) line).toList());
	}

	private static List<Object> ofValidity(Calibration.Figure figure) {
		return Arrays.asList(figure.people(), figure.plain(), figure.estimate(), low(figure.interval()), high(figure.interval()));
	}

	private static Double low(Interval interval) {
		return interval == null ? null : (Double) interval.low();
	}

	private static Double high(Interval interval) {
		return interval == null ? null : (Double) interval.high();
	}
}
