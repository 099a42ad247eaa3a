package org.headcoach.shared.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;

/**
 * Tells the delimiter of a CSV text: the one with which most lines have as many cells as the header. A decimal comma or
 * a list of values inside a cell does not repeat itself that evenly.
 */
final class DelimiterGuess {

	private static final int RECORDS = 200;

	private DelimiterGuess() {
	}

	/**
	 * The delimiter of the text; a comma when nothing speaks for any.
	 *
	 * @param cut whether the text ends in the middle of the file, so that its last record may be half a record
	 */
	static Delimiter of(String text, boolean cut) {
		Delimiter best = Delimiter.COMMA;
		int bestLike = 0;
		int bestOf = 1;
		int bestCells = 1;
		for (Delimiter delimiter : Delimiter.values()) {
			List<Integer> counts = cellCounts(text, delimiter, cut);
			int cells = counts.isEmpty() ? 0 : counts.get(0);
			if (cells < 2) {
				continue;
			}
			int like = (int) counts.stream().filter(count -> count == cells).count();
			int difference = Integer.compare(like * bestOf, bestLike * counts.size());
			if (difference > 0 || difference == 0 && cells > bestCells) {
				best = delimiter;
				bestLike = like;
				bestOf = counts.size();
				bestCells = cells;
			}
		}
		return best;
	}

	private static List<Integer> cellCounts(String text, Delimiter delimiter, boolean cut) {
		List<Integer> counts = new ArrayList<>();
		CsvReader<String[]> reader = CsvSource.builder(delimiter).build(StringArrayHandler.builder().build(), text);
		boolean whole = false;
		try (CloseableIterator<String[]> records = reader.iterator()) {
			while (counts.size() < RECORDS && records.hasNext()) {
				counts.add(records.next().length);
			}
			whole = !records.hasNext();
		} catch (CsvParseException e) {
			// what could be read up to here is what there is to judge by
			return counts;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		if (cut && whole && counts.size() > 1) {
			counts.remove(counts.size() - 1);
		}
		return counts;
	}
}
