package org.headcoach.pipeline;

import java.util.Set;

/**
 * Raw rows were added, changed or taken away, and the months they touch are marked as due. Fired inside the transaction that did it.
 *
 * @param personIds whose pay may be another one: owners of the rows, and who owns or shares the deals that they are about, as it was before and as it is now;
 *                  empty where nothing has changed, and where {@code everybody} is true
 * @param everybody too many people to name, or another line of reporting, which is of account for whoever stands above
 */
public record DataImported(Long batchId, Set<Long> personIds, boolean everybody) {

	/** Whoever is told works through fewer people one by one, through more in one go. */
	static final int MOST_NAMED = 2_000;

	public DataImported {
		personIds = Set.copyOf(personIds);
	}

	/** Of an import that touched these people. */
	static DataImported of(Long batchId, Set<Long> personIds) {
		return personIds.size() > MOST_NAMED ? ofEverybody(batchId) : new DataImported(batchId, personIds, false);
	}

	static DataImported ofEverybody(Long batchId) {
		return new DataImported(batchId, Set.of(), true);
	}
}
