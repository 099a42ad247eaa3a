package org.headcoach.site;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;

/**
 * Finds the bean that a page names, or the line of a loop. A bean of a scope is always reached by the same proxy, so it is looked up once; asking the container anew for each of the
 * some thousand expressions of a page takes a tenth of its time. Whatever has no scope of its own, and what the platform names, is left to the container.
 */
public class NamedBeans extends ELResolver {

	private static final String OURS = "org.headcoach.";

	private final Map<String, Optional<Object>> known = new ConcurrentHashMap<>();

	@Override
	public Object getValue(ELContext context, Object base, Object property) {
		if (base != null || !(property instanceof String name)) {
			return null;
		}
		var bean = known.get(name);
		if (bean == null) {
			// names of variables are as many as the pages have
			bean = known.computeIfAbsent(name, NamedBeans::proxy);
		}
		var value = bean.orElseGet(() -> variable(context, name));
		if (value != null) {
			context.setPropertyResolved(null, property);
		}
		return value;
	}

	/** What a loop has put there for its line; null for all other names. */
	private static Object variable(ELContext context, String name) {
		var faces = (FacesContext) context.getContext(FacesContext.class);
		return faces == null ? null : faces.getExternalContext().getRequestMap().get(name);
	}

	private static Optional<Object> proxy(String name) {
		BeanManager container = CDI.current().getBeanManager();
		var named = container.getBeans(name);
		if (named.isEmpty()) {
			return Optional.empty();
		}
		var bean = container.resolve(named);
		return bean.getBeanClass().getName().startsWith(OURS) && container.isNormalScope(bean.getScope()) ? Optional.of(container.getReference(bean, Object.class, container.createCreationalContext(bean))) : Optional.empty();
	}

	@Override
	public Class<?> getType(ELContext context, Object base, Object property) {
		return null;
	}

	@Override
	public void setValue(ELContext context, Object base, Object property, Object value) {
		// beans are not replaced
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
