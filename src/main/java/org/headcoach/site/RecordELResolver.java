package org.headcoach.site;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;

/** Lets pages read the components of a record: {@code #{row.name}}. */
public class RecordELResolver extends ELResolver {

	private final Map<Class<?>, Map<String, RecordComponent>> known = new ConcurrentHashMap<>();

	@Override
	public Object getValue(ELContext context, Object base, Object property) {
		var component = component(base, property);
		if (component == null) {
			return null;
		}
		context.setPropertyResolved(base, property);
		try {
			var accessor = component.getAccessor();
			accessor.setAccessible(true);
			return accessor.invoke(base);
		} catch (ReflectiveOperationException e) {
			throw new ELException(e);
		}
	}

	@Override
	public Class<?> getType(ELContext context, Object base, Object property) {
		var component = component(base, property);
		if (component == null) {
			return null;
		}
		context.setPropertyResolved(base, property);
		return component.getType();
	}

	@Override
	public void setValue(ELContext context, Object base, Object property, Object value) {
		if (component(base, property) != null) {
			throw new ELException("A record cannot be changed: " + base.getClass() + "." + property);
		}
	}

	@Override
	public boolean isReadOnly(ELContext context, Object base, Object property) {
		if (component(base, property) == null) {
			return false;
		}
		context.setPropertyResolved(base, property);
		return true;
	}

	@Override
	public Class<?> getCommonPropertyType(ELContext context, Object base) {
		return base instanceof Record ? String.class : null;
	}

	private RecordComponent component(Object base, Object property) {
		if (!(base instanceof Record) || property == null) {
			return null;
		}
		return known.computeIfAbsent(base.getClass(), type -> Stream.of(type.getRecordComponents())
				.collect(java.util.stream.Collectors.toMap(RecordComponent::getName, c -> c))).get(property.toString());
	}
}
