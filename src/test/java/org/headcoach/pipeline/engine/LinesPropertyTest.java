package org.headcoach.pipeline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LinesPropertyTest {

	private static final String HEADER = "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Create Date,Currency\n";

	@Provide
	Arbitrary<List<String>> lines() {
		var line = Combinators.combine(Arbitraries.of("Closed Won", "Closed Lost", "Contract Sent", "Verbal yes", ""),
				Arbitraries.of("amira@northlight.example", "Kofi Mensah", "N12", "somebody else", ""), Arbitraries.of("10", "12.50", "$1,250.50", "-3", "much", ""),
				Arbitraries.integers().between(0, 900), Arbitraries.of("USD", "EURO", "")).as((stage, owner, amount, day, currency) -> "," + "Deal" + "," + stage + ","
						+ LocalDate.of(2025, 1, 1).plusDays(day) + "," + owner + ",\"" + amount + "\"," + LocalDate.of(2025, 1, 1).plusDays(day / 2) + "," + currency);
		return line.list().ofMinSize(2).ofMaxSize(30).map(list -> {
			var numbered = new ArrayList<String>();
			for (int i = 0; i < list.size(); i++) {
				numbered.add(i + list.get(i));
			}
			return numbered;
		});
	}

	@Property(tries = 200)
	void splittingAFileInTwoGivesTheSameRowsInWhateverOrder(@ForAll("lines") List<String> lines, @ForAll Random random) {
		var decided = Mapping.EMPTY.withStyle("Amount", "DECIMAL_POINT");
		var whole = rows(lines, decided);
		var shuffled = new ArrayList<>(lines);
		Collections.shuffle(shuffled, random);
		var half = random.nextInt(shuffled.size() - 1) + 1;
		var parts = rows(shuffled.subList(0, half), decided);
		parts.putAll(rows(shuffled.subList(half, shuffled.size()), decided));
		assertEquals(whole, parts);
	}

	private static Map<String, String> rows(List<String> lines, Mapping mapping) {
		var rows = new TreeMap<String, String>();
		Csv.read(ImportKind.DEALS, HEADER + String.join("\n", lines) + "\n", mapping).rows.forEach(row -> rows.put(row.identity(), Arrays.toString(row.values()) + row.owner()));
		return rows;
	}
}
