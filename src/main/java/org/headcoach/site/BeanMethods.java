package org.headcoach.site;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;

/**
 * Calls the method that a page names: {@code #{fmt.percent(row.rate)}}. Where a class has one public method of that name with so many parameters it is looked up
 * once; the resolver of the platform has all methods of the class copied for each call. Methods that share a name and a number of parameters are left to it.
 */
public class BeanMethods extends ELResolver {

	private record Call(Class<?> type, String name, int parameters) {
	}

	private final Map<Call, Optional<Method>> known = new ConcurrentHashMap<>();

	@Override
	public Object invoke(ELContext context, Object base, Object method, Class<?>[] parameterTypes, Object[] parameters) {
		if (base == null || method == null || parameterTypes != null) {
			return null;
		}
		var given = parameters == null ? new Object[0] : parameters;
		var found = known.computeIfAbsent(new Call(base.getClass(), method.toString(), given.length), BeanMethods::only);
		if (found.isEmpty()) {
			return null;
		}
		var types = found.get().getParameterTypes();
		var converted = new Object[types.length];
		for (int i = 0; i < types.length; i++) {
			converted[i] = given[i] == null && !types[i].isPrimitive() && types[i] != String.class ? null : context.convertToType(given[i], types[i]);
		}
		try {
			var result = found.get().invoke(base, converted);
			context.setPropertyResolved(base, method);
			return result;
		} catch (InvocationTargetException e) {
			throw new ELException(e.getCause());
		} catch (IllegalAccessException e) {
			throw new ELException(e);
		}
	}

	/** Methods without parameters are properties to the platform as well; both come here. */
	private static Optional<Method> only(Call call) {
		if (!Modifier.isPublic(call.type().getModifiers())) {
			return Optional.empty();
		}
		var candidates = Arrays.stream(call.type().getMethods())
				.filter(method -> method.getName().equals(call.name()) && !method.isBridge() && (method.getParameterCount() == call.parameters() || method.isVarArgs())).toList();
		return candidates.size() == 1 && !candidates.get(0).isVarArgs() ? Optional.of(candidates.get(0)) : Optional.empty();
	}

	@Override
	public Object getValue(ELContext context, Object base, Object property) {
		return null;
	}

	@Override
	public Class<?> getType(ELContext context, Object base, Object property) {
		return null;
	}

	@Override
	public void setValue(ELContext context, Object base, Object property, Object value) {
		// only calls come here
	}

	@Override
	public boolean isReadOnly(ELContext context, Object base, Object property) {
		return false;
	}

	@Override
	public Class<?> getCommonPropertyType(ELContext context, Object base) {
		return null;
	}
}
