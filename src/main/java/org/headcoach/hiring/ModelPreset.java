package org.headcoach.hiring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hiring models to begin with. Which characteristics stand on them follows what was published of the method (Roberge, The Sales Acceleration Formula, ch. 1 to 3, and talks about it);
 * anchors and questions are our own words, and so are the weights: no source gives them.
 */
public enum ModelPreset {

	/** Five traits; the weights fall as in the worked example H3. */
	FIVE_TRAITS(9, "coachability", "curiosity", "success", "intelligence", "ethic"),
	/** The first card, before coachability was found to be missing on it. Its ten that turned out positive are known in order, the last two less surely. */
	FIRST_TWELVE(0, "preparation", "adaptability", "domain", "intelligence", "passion", "success", "brevity", "rapport", "voice", "technical", "objection", "closing"),
	/** The later card of fourteen, partly confirmed. */
	FOURTEEN(0, "company", "marketing", "brevity", "adaptability", "success", "passion", "needs", "rapport", "voice", "intelligence", "convincing", "technical", "objection", "closing");

	private static final BigDecimal EQUAL = BigDecimal.valueOf(5);

	/** One characteristic of the library. */
	record Line(String code, String name, EvaluatedBy by, boolean twoPass, String meaning, String one, String five, String ten, String questions) {
	}

	private final int highest;
	private final List<String> codes;

	ModelPreset(int highest, String... codes) {
		this.highest = highest;
		this.codes = List.of(codes);
	}

	public List<String> codes() {
		return codes;
	}

	/** Falling by one where the preset says so, equal where nothing is known. */
	BigDecimal weight(int place) {
		return highest == 0 ? EQUAL : BigDecimal.valueOf(highest - place);
	}

	List<Line> lines() {
		var library = library();
		return codes.stream().map(library::get).toList();
	}

	static Map<String, Line> library() {
		var lines = new LinkedHashMap<String, Line>();
		try (var reader = new BufferedReader(new InputStreamReader(ModelPreset.class.getResourceAsStream("characteristics.txt"), StandardCharsets.UTF_8))) {
			reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\\|", -1)).forEach(cell -> lines.put(cell[0],
					new Line(cell[0], cell[1], EvaluatedBy.valueOf(cell[2]), Boolean.parseBoolean(cell[3]), cell[4], cell[5], cell[6], cell[7], cell[8].replace("//", "\n"))));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return lines;
	}
}
