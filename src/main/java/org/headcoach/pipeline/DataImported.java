package org.headcoach.pipeline;

import java.time.LocalDate;
import java.util.Set;

/**
 * Raw rows were added, changed or taken away, and the months they touch are marked as due. Fired inside the transaction that did it.
 *
 * @param personIds whose pay may be another one: owners of the rows, and who owns or shares the deals that they are about, as it was before and as it is now;
 *                  empty where nothing has changed, and where {@code everybody} is true
 * @param everybody too many people to name, or another line of reporting, which is of account for whoever stands above
 * @param days on which the rows count for their owners, before and now; null where they are too many to name: then any day may be another one
 */
public record DataImported(Long batchId, Set<Long> personIds, boolean everybody, Set<PersonDay> days) {

	/** A day of somebody's work. */
	public record PersonDay(long personId, LocalDate day) {
	}

	/** What the rows of a batch touch. */
	record Touched(Set<Long> personIds, Set<PersonDay> days) {

		static final Touched NOTHING = new Touched(Set.of(), Set.of());
	}

	/** Whoever is told works through fewer people one by one, through more in one go. */
	static final int MOST_NAMED = 2_000;

	/** A nightly export has fewer lines; naming the days of more would cost the import and spare little. */
	static final int MOST_DAYS = 20_000;

	public DataImported {
		personIds = Set.copyOf(personIds);
		days = days == null ? null : Set.copyOf(days);
	}

	/** Of an import that touched these people on these days. */
	static DataImported of(Long batchId, Touched touched) {
		return touched.personIds().size() > MOST_NAMED ? ofEverybody(batchId) : new DataImported(batchId, touched.personIds(), false, touched.days());
	}

	static DataImported ofEverybody(Long batchId) {
		return new DataImported(batchId, Set.of(), true, null);
	}
}
