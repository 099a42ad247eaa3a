package org.headcoach.site;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

/** Reads parameters of an address, and says which one is wrong and what it may be. The server's own reader says neither, and takes maybe for false. */
@Provider
public class NamedParameters implements ParamConverterProvider {

	@Override
	public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
		var name = Arrays.stream(annotations).filter(QueryParam.class::isInstance).map(one -> ((QueryParam) one).value()).findFirst().orElse(null);
		if (name == null) {
			return null;
		}
		if (type == int.class || type == Integer.class) {
			return of(name, Integer::valueOf, "site.problem.no-number");
		}
		if (type == long.class || type == Long.class) {
			return of(name, Long::valueOf, "site.problem.no-number");
		}
		if (type == boolean.class || type == Boolean.class) {
			return of(name, NamedParameters::flag, "site.problem.no-flag");
		}
		if (type == LocalDate.class) {
			return of(name, text -> text.isBlank() ? null : LocalDate.parse(text), "site.problem.no-day");
		}
		if (type.isEnum()) {
			return of(name, text -> Arrays.stream(type.getEnumConstants()).filter(one -> ((Enum<?>) one).name().equals(text)).findFirst().orElseThrow(IllegalArgumentException::new),
					"site.problem.no-choice", Arrays.stream(type.getEnumConstants()).map(one -> ((Enum<?>) one).name()).collect(Collectors.joining(", ")));
		}
		return null;
	}

	private static Boolean flag(String text) {
		if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
			return Boolean.valueOf(text);
		}
		throw new IllegalArgumentException(text);
	}

	@SuppressWarnings("unchecked") // the reader is chosen by the type that is asked for
	private static <T> ParamConverter<T> of(String name, Function<String, ?> read, String otherwise, Object... arguments) {
		return new ParamConverter<>() {
			@Override
			public T fromString(String text) {
				if (text == null) {
					return null;
				}
				try {
					return (T) read.apply(text);
				} catch (IllegalArgumentException | DateTimeException e) {
					throw Problems.wrong(e, name, otherwise, arguments);
				}
			}

			@Override
			public String toString(T value) {
				return String.valueOf(value);
			}
		};
	}
}
