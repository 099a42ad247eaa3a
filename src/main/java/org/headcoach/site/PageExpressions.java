package org.headcoach.site;

import jakarta.el.CompositeELResolver;
import jakarta.el.ELResolver;
import jakarta.faces.application.Application;
import jakarta.faces.application.ApplicationFactory;
import jakarta.faces.application.ApplicationWrapper;

/**
 * Who is asked what an expression of a page means: our own resolvers, and then all others. Those that faces-config names are asked after the container's, which looks for a bean of every name that stands in a page,
 * names of variables too.
 */
public class PageExpressions extends ApplicationWrapper {

	private volatile ELResolver resolver;

	PageExpressions(Application wrapped) {
		super(wrapped);
	}

	@Override
	public ELResolver getELResolver() {
		if (resolver == null) {
			// two that make it at the same time make the same
			var all = new CompositeELResolver();
			all.add(new NamedBeans());
			all.add(new BeanMethods());
			all.add(new RecordELResolver());
			all.add(getWrapped().getELResolver());
			resolver = all;
		}
		return resolver;
	}

	/** Makes it, once. */
	public static class Factory extends ApplicationFactory {

		private volatile Application application;

		public Factory(ApplicationFactory wrapped) {
			super(wrapped);
		}

		@Override
		public Application getApplication() {
			if (application == null) {
				application = new PageExpressions(getWrapped().getApplication());
			}
			return application;
		}

		@Override
		public void setApplication(Application replaced) {
			application = null;
			getWrapped().setApplication(replaced);
		}
	}
}
