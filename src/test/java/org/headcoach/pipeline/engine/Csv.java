package org.headcoach.pipeline.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.headcoach.pipeline.engine.Owners.Known;
import org.headcoach.shared.tables.TableFile;
import org.headcoach.shared.tables.TableLimits;
import org.headcoach.shared.tables.TableWriter;

/** A file as a test writes it down, read the way an import reads it: header known, walked through, every line checked. */
final class Csv {

	static final Known AMIRA = new Known(12, "Amira Nasser", "amira@northlight.example", "N12");
	static final Known KOFI = new Known(16, "Kofi Mensah", "kofi.mensah@northlight.example", "N16");
	static final LineReader.Place NEW_YORK = new LineReader.Place(ZoneId.of("America/New_York"), "USD");

	final List<String> headers;
	final Mapping mapping;
	final Survey.Finding finding;
	final List<Row> rows = new ArrayList<>();
	final List<Rejection> rejections = new ArrayList<>();

	private Csv(ImportKind kind, byte[] content, Mapping given, Owners owners) {
		try {
			var path = Files.createTempFile("import", "");
			try {
				Files.write(path, content);
				var file = TableFile.examine(path, "test", TableLimits.STANDARD);
				try (var reader = file.read()) {
					headers = reader.columns();
					mapping = given.orElse(Headers.mapping(Headers.system(headers, kind), kind, headers));
					var survey = new Survey(kind, headers, mapping);
					reader.forEach(survey::add);
					finding = survey.finding();
				}
				try (var reader = file.read()) {
					var lines = new LineReader(kind, headers, mapping, finding.styles(), owners, NEW_YORK, java.time.LocalDate.of(2099, 1, 1));
					reader.forEach(line -> {
						var row = lines.read(line);
						if (row == null) {
							rejections.addAll(lines.rejections());
						} else {
							rows.add(row);
						}
					});
				}
			} finally {
				Files.delete(path);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static Csv read(ImportKind kind, String text) {
		return read(kind, text, Mapping.EMPTY);
	}

	static Csv read(ImportKind kind, String text, Mapping given) {
		return read(kind, text.getBytes(StandardCharsets.UTF_8), given);
	}

	/** The same out of a workbook, whose numbers and days are typed cells. */
	static Csv workbook(ImportKind kind, List<String> columns, List<List<?>> lines, Mapping given) {
		var content = new ByteArrayOutputStream();
		try (var table = TableWriter.xlsx(content, "Sheet", columns)) {
			lines.forEach(table::line);
		}
		return read(kind, content.toByteArray(), given);
	}

	private static Csv read(ImportKind kind, byte[] content, Mapping given) {
		return new Csv(kind, content, given, new Owners(List.of(AMIRA, KOFI), Map.of()));
	}

	/** The value of a column in a row. */
	Object value(ImportKind kind, int row, String column) {
		var columns = kind.columns();
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).name().equals(column)) {
				return rows.get(row).values()[i];
			}
		}
		throw new IllegalArgumentException(column);
	}

	/** The one reason why the one rejected line is rejected, without the words that all reasons share. */
	String reason() {
		if (rejections.size() != 1) {
			throw new AssertionError("Not one rejection but " + rejections);
		}
		return rejections.get(0).key().replace("pipeline.import.reason.", "");
	}
}
