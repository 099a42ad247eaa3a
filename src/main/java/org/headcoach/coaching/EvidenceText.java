package org.headcoach.coaching;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Evidence stands in its table as JSON: it is kept and shown, never searched. */
@Converter
public class EvidenceText implements AttributeConverter<Evidence, String> {

	private static final Jsonb JSON = JsonbBuilder.create();

	@Override
	public String convertToDatabaseColumn(Evidence evidence) {
		return evidence == null ? null : JSON.toJson(evidence);
	}

	@Override
	public Evidence convertToEntityAttribute(String text) {
		return text == null ? null : JSON.fromJson(text, Evidence.class);
	}
}
