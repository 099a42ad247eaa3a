package org.headcoach.site;

import java.util.Set;

import org.eclipse.microprofile.config.ConfigProvider;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;

/** Sets what web.xml cannot read from the configuration. */
public class WebStart implements ServletContainerInitializer {

	@Override
	public void onStartup(Set<Class<?>> classes, ServletContext context) {
		var config = ConfigProvider.getConfig();
		context.setInitParameter("jakarta.faces.PROJECT_STAGE", config.getValue("headcoach.stage", String.class));
		context.setInitParameter("primefaces.CSP_POLICY", SecurityHeaders.POLICY);
		context.getSessionCookieConfig().setSecure(config.getValue("headcoach.url", String.class).startsWith("https:"));
	}
}
