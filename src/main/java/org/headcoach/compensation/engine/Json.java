package org.headcoach.compensation.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

import org.headcoach.shared.Money;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Terms and facts as JSON, to be kept and to be read again by anybody. The same records give the same text: fields in the order in which they are declared, keys of
 * maps sorted, numbers as exact text ({@code "0.10"}), money as {@code "2.00 USD"}, days and months as in ISO 8601.
 */
public final class Json {

	private static final ObjectMapper MAPPER = JsonMapper.builder()
			.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
					DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			// questions that records answer, such as isZero, are no fields
			.disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.addModule(module()).build();

	private Json() {
	}

	/** On one line. */
	public static String write(Object records) {
		try {
			return MAPPER.writeValueAsString(records);
		} catch (JsonProcessingException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** On as many lines as a person likes to read. */
	public static String print(Object records) {
		try {
			return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(records).replace("\r\n", "\n") + "\n";
		} catch (JsonProcessingException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @throws IllegalArgumentException when the text is no JSON, has a field too many or lacks what the record needs; the message says where */
	public static <T> T read(String text, Class<T> type) {
		return read(text, MAPPER.constructType(type));
	}

	/** @throws IllegalArgumentException as {@link #read} */
	public static <T> List<T> readAll(String text, Class<T> type) {
		return read(text, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
	}

	private static <T> T read(String text, JavaType type) {
		try {
			T read = MAPPER.readValue(text, type);
			if (read == null) {
				throw new IllegalArgumentException("null where " + type.getRawClass().getSimpleName() + " is wanted");
			}
			return read;
		} catch (JsonProcessingException e) {
			throw new IllegalArgumentException(e.getOriginalMessage() + (e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")"), e);
		}
	}

	private static SimpleModule module() {
		var module = new SimpleModule();
		asText(module, BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new);
		asText(module, Money.class, Money::toString, Json::money);
		asText(module, LocalDate.class, LocalDate::toString, LocalDate::parse);
		asText(module, YearMonth.class, YearMonth::toString, YearMonth::parse);
		module.addKeyDeserializer(YearMonth.class, new KeyDeserializer() {
			@Override
			public Object deserializeKey(String key, DeserializationContext context) {
				return YearMonth.parse(key);
			}
		});
		return module;
	}

	private static Money money(String text) {
		var words = text.split(" ");
		if (words.length != 2) {
			throw new IllegalArgumentException(text + " is no money such as 2.00 USD");
		}
		return Money.of(words[0], words[1]);
	}

	private static <T> void asText(SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
		module.addSerializer(type, new JsonSerializer<T>() {
			@Override
			public void serialize(T given, JsonGenerator out, SerializerProvider serializers) throws IOException {
				out.writeString(write.apply(given));
			}
		});
		module.addDeserializer(type, new FromStringDeserializer<T>(type) {

			private static final long serialVersionUID = 1L;

			@Override
			protected T _deserialize(String text, DeserializationContext context) throws IOException {
				try {
					return read.apply(text);
				} catch (java.time.DateTimeException | IllegalArgumentException e) {
					return type.cast(context.handleWeirdStringValue(type, text, e.getMessage() == null ? "not readable" : e.getMessage()));
				}
			}

			@Override
			protected boolean _shouldTrim() {
				return false;
			}
		});
	}
}
