package org.headcoach.shared;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** What a plain query gives for a column, which differs by database and provider, as what it means. */
public final class Columns {

	private Columns() {
	}

	/** Null for null. */
	public static LocalDate day(Object value) {
		return value == null ? null : value instanceof LocalDate day ? day : ((Date) value).toLocalDate();
	}

	/** Null for null. */
	public static Instant moment(Object value) {
		return value == null ? null : value instanceof OffsetDateTime moment ? moment.toInstant() : ((Timestamp) value).toInstant();
	}
}
