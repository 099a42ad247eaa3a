package org.headcoach.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.headcoach.people.PeopleService.HolidayRow;
import org.headcoach.shared.BusinessException;

/** A list of days off as people paste it: one a line, the date as 2026-12-25, then its name. */
public final class HolidayList {

	private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[\\s,;|]+(.+)");

	private HolidayList() {
	}

	/** @throws BusinessException with the first line that cannot be read; then nothing is read */
	public static List<HolidayRow> read(String text) {
		var days = new ArrayList<HolidayRow>();
		var lines = text == null ? new String[0] : text.split("\\R");
		for (int i = 0; i < lines.length; i++) {
			var line = lines[i].strip();
			if (!line.isEmpty()) {
				days.add(day(line, i + 1));
			}
		}
		return days;
	}

	private static HolidayRow day(String line, int number) {
		var parts = LINE.matcher(line);
		if (parts.matches()) {
			try {
				return new HolidayRow(LocalDate.parse(parts.group(1)), parts.group(2).strip().replaceAll("^\"|\"$", ""));
			} catch (DateTimeException e) {
				throw new BusinessException("people.company.error.holiday-line", number, line);
			}
		}
		throw new BusinessException("people.company.error.holiday-line", number, line);
	}
}
