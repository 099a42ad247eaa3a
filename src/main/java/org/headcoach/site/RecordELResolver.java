package org.headcoach.site;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;

/** Lets pages read the components of a record: {@code #{row.name}}. */
public class RecordELResolver extends ELResolver {

	private final Map<Class<?>, Map<String, Method>> known = new ConcurrentHashMap<>();

	@Override
	public Object getValue(ELContext context, Object base, Object property) {
		var accessor = accessor(base, property);
		if (accessor == null) {
			return null;
		}
		context.setPropertyResolved(base, property);
		try {
			return accessor.invoke(base);
		} catch (ReflectiveOperationException e) {
			throw new ELException(e);
		}
	}

	@Override
	public Class<?> getType(ELContext context, Object base, Object property) {
		var accessor = accessor(base, property);
		if (accessor == null) {
			return null;
		}
		context.setPropertyResolved(base, property);
		return accessor.getReturnType();
	}

	@Override
	public void setValue(ELContext context, Object base, Object property, Object value) {
		if (accessor(base, property) != null) {
			throw new ELException("A record cannot be changed: " + base.getClass() + "." + property);
		}
	}

	@Override
	public boolean isReadOnly(ELContext context, Object base, Object property) {
		if (accessor(base, property) == null) {
			return false;
		}
		context.setPropertyResolved(base, property);
		return true;
	}

	@Override
	public Class<?> getCommonPropertyType(ELContext context, Object base) {
		return base instanceof Record ? String.class : null;
	}

	private Method accessor(Object base, Object property) {
		return base instanceof Record && property != null ? known.computeIfAbsent(base.getClass(), RecordELResolver::accessors).get(property.toString()) : null;
	}

	private static Map<String, Method> accessors(Class<?> type) {
		return Stream.of(type.getRecordComponents()).collect(Collectors.toMap(RecordComponent::getName, component -> {
			// the record itself need not be public
			component.getAccessor().setAccessible(true);
			return component.getAccessor();
		}));
	}
}
