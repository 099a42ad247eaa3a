package org.headcoach.training.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.ListAddress;
import org.headcoach.site.TableDownload;
import org.headcoach.training.MattersPage.Measure;
import org.headcoach.training.MattersService;
import org.headcoach.training.StrengthService;
import org.headcoach.training.SurveyService;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What results told, what surveys say and who is good at what, as CSV and XLSX; with the rights of the pages. */
@WebServlet("/export/training-matters/*")
public class MattersExport extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private transient MattersService matters;

	@Inject
	private transient SurveyService surveys;

	@Inject
	private transient StrengthService strengths;

	@Inject
	private transient CertWords certWords;

	@Inject
	private transient MattersWords words;

	@Inject
	private transient ListAddress list;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var file = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
		switch (file.replaceFirst("\\.(csv|xlsx)$", "")) {
			case "matters" -> matters(request, response);
			case "survey" -> survey(request, response);
			case "strengths" -> strengths(request, response);
			case "best" -> best(request, response);
			default -> throw new NotHereException("No export " + file);
		}
	}

	private void matters(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = matters.matters(list.oneOf(Measure.class, "measure"));
		var lines = Stream.concat(page.subjects().stream(), page.before().stream()).map(line -> Arrays.<Object>asList(line.name(), words.text("kind." + line.kind(), line.of()), line.of(),
				words.text("measure." + page.measure()), line.foresight().rank(), line.foresight().interval() == null ? null : line.foresight().interval().low(),
				line.foresight().interval() == null ? null : line.foresight().interval().high(), line.foresight().people(), line.foresight().without(), words.reading(line.foresight().reading()))).toList();
		TableDownload.send(request, response, "training-matters", columns("what", "kind", "of", "measure", "rank", "low", "high", "people", "without", "reading"), table -> lines.forEach(table::line));
	}

	private void survey(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var id = list.number("survey");
		if (id == null) {
			throw new NotHereException("No survey is asked for");
		}
		var page = surveys.result(id);
		TableDownload.send(request, response, "survey", columns("part", "mean-place", "first", "last", "answers"),
				table -> page.parts().forEach(line -> table.line(Arrays.<Object>asList(line.part(), line.meanPlace(), line.first(), line.last(), page.survey().answered()))));
	}

	private void strengths(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = strengths.strengths(list.number("person"));
		if (page == null) {
			throw new NotHereException("No strengths are asked for");
		}
		TableDownload.send(request, response, "strengths", columns("what", "of", "own", "all", "better", "people", "strength"), table -> page.lines()
				.forEach(line -> table.line(Arrays.<Object>asList(line.name() == null ? certWords.stage(line.stage()) : line.name(), line.of(), line.strength().value(), line.strength().median(),
						line.strength().better(), line.strength().n(), yes(line.strength().clear())))));
	}

	private void best(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = strengths.best(list.text("stage"));
		TableDownload.send(request, response, "best", columns("person", "team", "own", "better", "strength", "strong", "certified"), table -> page.lines().forEach(line -> table.line(
				Arrays.<Object>asList(line.person(), line.team(), line.conversion() == null ? null : line.conversion().value(), line.conversion() == null ? null : line.conversion().better(),
						yes(line.conversion() != null && line.conversion().clear()), String.join(", ", line.strong()), yes(line.certified())))));
	}

	private String yes(boolean is) {
		return words.text(is ? "export.yes" : "export.no");
	}

	private List<String> columns(String... names) {
		return Arrays.stream(names).map(name -> words.text("export." + name)).toList();
	}
}
