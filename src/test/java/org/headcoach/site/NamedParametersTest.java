package org.headcoach.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.annotation.Annotation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

class NamedParametersTest {

	/** Parameters of every kind, by place. */
	static void asked(@QueryParam("page") int page, @QueryParam("team") Long team, @QueryParam("commit") boolean commit, @QueryParam("day") LocalDate day,
			@QueryParam("weekday") DayOfWeek weekday, @QueryParam("q") String q, @PathParam("id") long id) {
		throw new IllegalStateException("never called");
	}

	private static Object read(int place, String text) throws NoSuchMethodException {
		var method = NamedParametersTest.class.getDeclaredMethod("asked", int.class, Long.class, boolean.class, LocalDate.class, DayOfWeek.class, String.class, long.class);
		return converter(method.getParameterTypes()[place], method.getParameterAnnotations()[place]).fromString(text);
	}

	private static <T> jakarta.ws.rs.ext.ParamConverter<T> converter(Class<T> type, Annotation... annotations) {
		return new NamedParameters().getConverter(type, type, annotations);
	}

	@Test
	void whatIsRightIsRead() throws NoSuchMethodException {
		assertEquals(List.of(7, 8L, true, false, LocalDate.of(2026, 10, 31), DayOfWeek.MONDAY),
				List.of(read(0, "7"), read(1, "8"), read(2, "true"), read(2, "FALSE"), read(3, "2026-10-31"), read(4, "MONDAY")));
		assertNull(read(3, ""));
	}

	@Test
	void whatIsLeftOutIsNothing() throws NoSuchMethodException {
		assertNull(read(1, null));
		assertNull(read(3, null));
		assertNull(read(4, null));
	}

	@Test
	void textsAndNumbersInPathsAreLeftToTheServer() throws NoSuchMethodException {
		var annotations = NamedParametersTest.class.getDeclaredMethod("asked", int.class, Long.class, boolean.class, LocalDate.class, DayOfWeek.class, String.class, long.class)
				.getParameterAnnotations();
		assertNull(converter(String.class, annotations[5]));
		assertNull(converter(long.class, annotations[6]));
	}
}
