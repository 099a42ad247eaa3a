package org.headcoach.pipeline.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.headcoach.pipeline.engine.Field;
import org.headcoach.pipeline.engine.Mapping;
import org.headcoach.shared.BusinessException;

/**
 * A column of the file, as it came, with the field of ours that it feeds. A column feeds one field by its own choice; what else it is needed for is said beside the table or by REST, and stays
 * as long as that choice does.
 */
public class FileColumn implements Serializable {

	private static final long serialVersionUID = 1L;
	private static final int SHOWN = 2;
	private static final int LENGTH = 40;

	private final String header;
	private final String sample;
	private final List<String> before;
	private String feeds;

	FileColumn(String header, String sample, List<String> before) {
		this.header = header;
		this.sample = sample;
		this.before = before;
		this.feeds = before.isEmpty() ? "" : before.get(0);
	}

	/** All columns in the order of the file, each with the first texts that stand in it. */
	static List<FileColumn> of(Mapping mapping, List<String> headers, List<List<String>> lines, List<Field> fields) {
		var columns = new ArrayList<FileColumn>();
		for (int i = 0; i < headers.size(); i++) {
			var at = i;
			var header = headers.get(i);
			var sample = lines.stream().filter(line -> line.size() > at && line.get(at) != null && !line.get(at).isBlank()).map(line -> cut(line.get(at).strip())).distinct().limit(SHOWN)
					.collect(Collectors.joining(" · "));
			columns.add(new FileColumn(header, sample, List.copyOf(fields.stream().map(Field::name).filter(field -> header.equals(mapping.header(field))).toList())));
		}
		return columns;
	}

	private static String cut(String text) {
		return text.length() <= LENGTH ? text : text.substring(0, text.offsetByCodePoints(0, Math.min(LENGTH, text.codePointCount(0, text.length())))) + "…";
	}

	/**
	 * The mapping that the answers give.
	 *
	 * @param needed field to the column that feeds it although it feeds another one too
	 * @throws BusinessException where two columns were given the same field
	 */
	static Mapping answered(Mapping mapping, List<FileColumn> columns, Map<String, String> needed, List<Field> fields) {
		var chosen = new LinkedHashMap<String, String>();
		for (var column : columns) {
			if (column.isFeeding()) {
				var other = chosen.putIfAbsent(column.feeds, column.header);
				if (other != null) {
					throw new BusinessException("pipeline.import.error.fed-twice", other, column.header);
				}
			}
		}
		columns.stream().filter(FileColumn::isUnchanged).forEach(column -> column.before.forEach(field -> chosen.putIfAbsent(field, column.header)));
		needed.forEach((field, header) -> {
			if (header != null && !header.isBlank()) {
				chosen.putIfAbsent(field, header);
			}
		});
		var answered = mapping;
		for (var field : fields) {
			answered = answered.withColumn(field.name(), chosen.get(field.name()));
		}
		return answered;
	}

	private boolean isFeeding() {
		return feeds != null && !feeds.isBlank();
	}

	private boolean isUnchanged() {
		return !before.isEmpty() && before.get(0).equals(feeds);
	}

	/** Other fields that the column feeds too. */
	public List<String> getAlso() {
		return before.isEmpty() ? List.of() : before.subList(1, before.size());
	}

	public String getHeader() {
		return header;
	}

	public String getSample() {
		return sample;
	}

	public String getFeeds() {
		return feeds;
	}

	public void setFeeds(String feeds) {
		this.feeds = feeds;
	}
}
