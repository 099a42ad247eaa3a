package org.headcoach.compensation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.engine.Json;
import org.headcoach.shared.Money;

/** What fills the sentence that says why somebody could not be paid, as text: numbers, days and amounts come back as what they were. */
final class ParkedArguments {

	private ParkedArguments() {
	}

	static String write(List<Object> arguments) {
		var all = new ArrayList<Map<String, String>>();
		for (var argument : arguments) {
			all.add(argument instanceof Money money ? Map.of("money", money.toString()) : argument instanceof LocalDate day ? Map.of("day", day.toString())
					: argument instanceof Number number ? Map.of("number", number.toString()) : Map.of("text", String.valueOf(argument)));
		}
		return Json.write(all);
	}

	static List<Object> read(String text) {
		var arguments = new ArrayList<Object>();
		for (var each : Json.readAll(text, Map.class)) {
			var entry = (Map.Entry<?, ?>) each.entrySet().iterator().next();
			var said = (String) entry.getValue();
			arguments.add(switch ((String) entry.getKey()) {
				case "money" -> Money.of(said.substring(0, said.indexOf(' ')), said.substring(said.indexOf(' ') + 1));
				case "day" -> LocalDate.parse(said);
				case "number" -> new BigDecimal(said);
				default -> said;
			});
		}
		return arguments;
	}
}
