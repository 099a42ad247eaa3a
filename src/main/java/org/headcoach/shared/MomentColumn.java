package org.headcoach.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A moment as both databases keep it, in UTC. */
@Converter(autoApply = true)
public class MomentColumn implements AttributeConverter<Instant, OffsetDateTime> {

	@Override
	public OffsetDateTime convertToDatabaseColumn(Instant moment) {
		return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
	}

	@Override
	public Instant convertToEntityAttribute(OffsetDateTime column) {
		return column == null ? null : column.toInstant();
	}
}
