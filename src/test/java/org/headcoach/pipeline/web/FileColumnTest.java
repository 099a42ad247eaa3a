package org.headcoach.pipeline.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.headcoach.pipeline.engine.Field;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.pipeline.engine.Mapping;
import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;

/** What the columns of a file feed, as it is answered on the page. */
class FileColumnTest {

	private static final List<Field> FIELDS = ImportKind.DEALS.fields();
	private static final List<String> HEADERS = List.of("No", "Who", "Day", "Step");
	private static final Mapping MAPPING = new Mapping(Map.of("id", "No", "createdOn", "Day", "closedOn", "Day"), Map.of(), Map.of(), Map.of());

	private static List<FileColumn> columns(Mapping mapping) {
		return FileColumn.of(mapping, HEADERS, List.of(List.of("1", "Ada", " ", "Won"), Arrays.asList("2", "Ada", null, "Lost"), List.of("3")), FIELDS);
	}

	@Test
	void aColumnStandsWithItsFirstTextsAndAllThatItFeeds() {
		var columns = columns(MAPPING);
		assertEquals(List.of("1 · 2", "Ada", "", "Won · Lost"), columns.stream().map(FileColumn::getSample).toList());
		assertEquals(List.of("id", "", "createdOn", ""), columns.stream().map(FileColumn::getFeeds).toList());
		assertEquals(List.of("closedOn"), columns.get(2).getAlso());
	}

	@Test
	void aLongTextIsCutBetweenItsLetters() {
		var text = "😀".repeat(41);
		assertEquals("😀".repeat(40) + "…", FileColumn.of(Mapping.EMPTY, List.of("A"), List.of(List.of(text)), FIELDS).get(0).getSample());
	}

	@Test
	void whatIsLeftAsItWasStaysAsItWas() {
		assertEquals(MAPPING, FileColumn.answered(MAPPING, columns(MAPPING), Map.of(), FIELDS));
	}

	@Test
	void aColumnThatFeedsSomethingElseNoLongerFeedsWhatItFedBesides() {
		var columns = columns(MAPPING);
		columns.get(2).setFeeds("lead");
		assertEquals(Map.of("id", "No", "lead", "Day"), FileColumn.answered(MAPPING, columns, Map.of(), FIELDS).columns());
	}

	@Test
	void aFieldGivenToAnotherColumnIsTakenFromTheFirst() {
		var columns = columns(MAPPING);
		columns.get(1).setFeeds("closedOn");
		assertEquals(Map.of("id", "No", "createdOn", "Day", "closedOn", "Who"), FileColumn.answered(MAPPING, columns, Map.of(), FIELDS).columns());
	}

	@Test
	void aColumnServesTwiceWhereThatIsAskedFor() {
		var mapping = new Mapping(Map.of("createdOn", "Day"), Map.of(), Map.of(), Map.of());
		var columns = columns(mapping);
		columns.get(1).setFeeds("owner");
		assertEquals(Map.of("createdOn", "Day", "closedOn", "Day", "owner", "Who"), FileColumn.answered(mapping, columns, Map.of("closedOn", "Day", "owner", "No", "mrr", ""), FIELDS).columns(),
				"a column's own choice goes before");
	}

	@Test
	void twoColumnsForOneFieldAreRefused() {
		var columns = columns(MAPPING);
		columns.get(1).setFeeds("id");
		var refused = assertThrows(BusinessException.class, () -> FileColumn.answered(MAPPING, columns, Map.of(), FIELDS));
		assertEquals("pipeline.import.error.fed-twice", refused.key());
	}
}
