package org.headcoach.site;

import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Types as the JSON that {@link JsonShape} makes of them; records are named and described once. */
final class ApiSchemas {

	private static final Map<Class<?>, String> TEXTS = Map.of(LocalDate.class, "date", Instant.class, "date-time", OffsetDateTime.class, "date-time");

	private final Map<String, Schema> named = new TreeMap<>();
	private final Map<String, Class<?>> types = new HashMap<>();

	/** The records met so far, by name. */
	Map<String, Schema> named() {
		return named;
	}

	Schema of(Type type) {
		if (type instanceof ParameterizedType generic) {
			var raw = (Class<?>) generic.getRawType();
			var arguments = generic.getActualTypeArguments();
			if (Collection.class.isAssignableFrom(raw)) {
				return OASFactory.createSchema().type(SchemaType.ARRAY).items(of(arguments[0]));
			}
			return OASFactory.createSchema().type(SchemaType.OBJECT).additionalPropertiesSchema(of(arguments[arguments.length - 1]));
		}
		return type instanceof Class<?> plain ? of(plain) : OASFactory.createSchema().type(SchemaType.OBJECT);
	}

	private Schema of(Class<?> type) {
		if (type == String.class) {
			return OASFactory.createSchema().type(SchemaType.STRING);
		}
		if (TEXTS.containsKey(type)) {
			return OASFactory.createSchema().type(SchemaType.STRING).format(TEXTS.get(type));
		}
		if (type == LocalDateTime.class) {
			return OASFactory.createSchema().type(SchemaType.STRING).description("A moment by the company's clock: 2026-10-31T14:30:00");
		}
		if (type == YearMonth.class) {
			return OASFactory.createSchema().type(SchemaType.STRING).pattern("^\\d{4}-\\d{2}$");
		}
		if (type == InputStream.class || type == byte[].class || type == java.io.File.class) {
			return OASFactory.createSchema().type(SchemaType.STRING).format("binary");
		}
		if (type == int.class || type == Integer.class || type == short.class || type == Short.class) {
			return OASFactory.createSchema().type(SchemaType.INTEGER).format("int32");
		}
		if (type == long.class || type == Long.class || type == BigInteger.class) {
			return OASFactory.createSchema().type(SchemaType.INTEGER).format("int64");
		}
		if (type == BigDecimal.class || type == double.class || type == Double.class) {
			return OASFactory.createSchema().type(SchemaType.NUMBER);
		}
		if (type == boolean.class || type == Boolean.class) {
			return OASFactory.createSchema().type(SchemaType.BOOLEAN);
		}
		if (type.isEnum()) {
			return OASFactory.createSchema().type(SchemaType.STRING).enumeration(Arrays.stream(type.getEnumConstants()).map(one -> (Object) ((Enum<?>) one).name()).toList());
		}
		if (type.isArray()) {
			return OASFactory.createSchema().type(SchemaType.ARRAY).items(of(type.getComponentType()));
		}
		return type.isRecord() ? OASFactory.createSchema().ref("#/components/schemas/" + name(type)) : OASFactory.createSchema().type(SchemaType.OBJECT);
	}

	/** Names the record's schema; two records of one name would be told apart by their topic. */
	private String name(Class<?> type) {
		var name = type.getSimpleName();
		if (types.containsKey(name) && types.get(name) != type) {
			name = type.getEnclosingClass() == null ? type.getName().replaceAll(".*\\.(\\w+)\\.\\w+$", "$1") + name
					: type.getEnclosingClass().getSimpleName().replace("Resource", "") + name;
		}
		if (!named.containsKey(name)) {
			var schema = OASFactory.createSchema().type(SchemaType.OBJECT);
			types.put(name, type);
			named.put(name, schema);
			describe(type, schema);
		}
		return name;
	}

	private void describe(Class<?> type, Schema schema) {
		var said = type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
		if (said != null && !said.description().isEmpty()) {
			schema.description(said.description());
		}
		for (var component : type.getRecordComponents()) {
			var field = field(type, component.getName());
			var property = limited(of(component.getGenericType()), field);
			var word = field.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
			if (word != null && !word.description().isEmpty() && property.getRef() == null) {
				property.description(word.description());
			}
			schema.addProperty(component.getName(), property);
			if (component.getType().isPrimitive() || word != null && word.required() || field.isAnnotationPresent(NotNull.class)
					|| field.isAnnotationPresent(NotBlank.class) || field.isAnnotationPresent(NotEmpty.class)) {
				schema.addRequired(component.getName());
			}
		}
	}

	private static java.lang.reflect.Field field(Class<?> type, String name) {
		try {
			return type.getDeclaredField(name);
		} catch (NoSuchFieldException e) {
			throw new IllegalStateException("A record has a field for each component", e);
		}
	}

	/** The limits that Bean Validation holds it to. */
	Schema limited(Schema schema, AnnotatedElement element) {
		if (element.isAnnotationPresent(Min.class)) {
			schema.minimum(BigDecimal.valueOf(element.getAnnotation(Min.class).value()));
		}
		if (element.isAnnotationPresent(Max.class)) {
			schema.maximum(BigDecimal.valueOf(element.getAnnotation(Max.class).value()));
		}
		if (element.isAnnotationPresent(Size.class) && schema.getType() == SchemaType.STRING && element.getAnnotation(Size.class).max() < Integer.MAX_VALUE) {
			schema.maxLength(element.getAnnotation(Size.class).max());
		}
		if (element.isAnnotationPresent(NotEmpty.class) && schema.getType() == SchemaType.ARRAY) {
			schema.minItems(1);
		}
		return schema;
	}

	/** A default as JSON has it. */
	Object constant(String text, Type type) {
		if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
			return Long.valueOf(text);
		}
		return type == boolean.class || type == Boolean.class ? (Object) Boolean.valueOf(text) : text;
	}
}
