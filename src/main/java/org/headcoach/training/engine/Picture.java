package org.headcoach.training.engine;

import java.io.Serializable;

import org.headcoach.shared.BusinessException;

/**
 * A picture that a question shows.
 *
 * @param print of what stands in its file: the same picture is the same print, wherever it came from
 * @param alt what it shows, in words, for who cannot see it
 */
public record Picture(String print, String alt) implements Serializable {

	public static final int LONGEST_ALT = 300;

	public Picture {
		alt = alt == null ? "" : alt.strip().replaceAll("\\s+", " ");
		if (alt.isEmpty()) {
			throw new BusinessException("training.error.alt");
		}
		if (alt.length() > LONGEST_ALT) {
			throw new BusinessException("training.error.too-long", LONGEST_ALT);
		}
		if (print == null || !print.matches("[0-9a-f]{64}")) {
			throw new BusinessException("training.error.picture-kind");
		}
	}
}
