package org.headcoach.training;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.headcoach.training.engine.Methodology;

/**
 * A version of the methodology.
 *
 * @param id null, as {@code content}, before the first one is published
 * @param version of the row, for a draft that is written
 * @param draftNo number of the draft that a trainer works on; null without one, and for whoever does not train
 * @param questions of the bank by part
 */
public record MethodologyPage(Long id, int versionNo, int version, boolean draft, Instant publishedAt, String publishedBy, String whatIsNew, Methodology content, List<VersionLine> versions, Integer draftNo,
		Map<Long, Long> questions) implements Serializable {

	/** One that was published, the latest first. */
	public record VersionLine(int no, Instant publishedAt, String by, String whatIsNew) implements Serializable {
	}
}
