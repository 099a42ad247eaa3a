package org.headcoach.pipeline.engine;

/**
 * A line that can be imported.
 *
 * @param values as many as the kind has columns, in their order: String, LocalDate, LocalDateTime, BigDecimal, Integer, Long or null
 * @param owner  the owner's text where nobody is known by it yet; then the line waits until somebody says who it is
 */
public record Row(long line, Object[] values, String owner) {

	public String identity() {
		return (String) values[0];
	}
}
