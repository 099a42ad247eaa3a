package org.headcoach.pipeline;

/** Raw rows were added, changed or taken away, and the months they touch are marked as due. Fired inside the transaction that did it. */
public record DataImported(Long batchId) {
}
