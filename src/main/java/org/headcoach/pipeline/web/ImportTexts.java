package org.headcoach.pipeline.web;

import java.util.List;
import java.util.Locale;

import org.headcoach.pipeline.ImportStatus;
import org.headcoach.pipeline.Imports;
import org.headcoach.site.Messages;

/** How the parts of an import read: states, reasons, fields. */
final class ImportTexts {

	private ImportTexts() {
	}

	static String reason(Locale locale, String key, List<String> arguments) {
		return Messages.text(locale, key, arguments.toArray());
	}

	/** The kind of {@code s:state} for a state of an import. */
	static String stateKind(ImportStatus status) {
		return switch (status) {
			case IMPORTED -> "done";
			case MAPPING, READY -> "waiting";
			case CHECKING, IMPORTING -> "open";
			case FAILED, INTERRUPTED -> "refused";
			case UNDONE, CANCELLED -> "closed";
		};
	}

	static String state(Locale locale, Imports.BatchRow row) {
		return Messages.text(locale, "pipeline.import.status." + row.status().name());
	}
}
