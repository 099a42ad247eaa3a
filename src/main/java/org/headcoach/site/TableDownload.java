package org.headcoach.site;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import org.headcoach.shared.NotHereException;
import org.headcoach.shared.tables.TableWriter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A table of a page as a file to keep, CSV or XLSX as the address ends. What it shows must be asked for before, so that a refusal can still be the answer. */
public final class TableDownload {

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
	/** Excel takes no longer name for a sheet. */
	private static final int LONGEST_SHEET = 31;

	private TableDownload() {
	}

	/**
	 * Answers with the file.
	 *
	 * @param name of the file without its ending; letters, digits and hyphens
	 * @param columns their heads
	 * @throws NotHereException when the address ends in neither .csv nor .xlsx
	 */
	public static void send(HttpServletRequest request, HttpServletResponse response, String name, List<String> columns, Consumer<TableWriter> lines) throws IOException {
		var address = request.getRequestURI();
		var xlsx = address.endsWith(".xlsx");
		if (!xlsx && !address.endsWith(".csv")) {
			throw new NotHereException("No export " + address);
		}
		response.setContentType(xlsx ? XLSX : "text/csv; charset=UTF-8");
		response.setHeader("Content-Disposition", "attachment; filename=\"" + name + (xlsx ? ".xlsx\"" : ".csv\""));
		try (var table = xlsx ? TableWriter.xlsx(response.getOutputStream(), name.substring(0, Math.min(LONGEST_SHEET, name.length())), columns)
				: TableWriter.csv(response.getOutputStream(), columns)) {
			lines.accept(table);
		}
	}
}
