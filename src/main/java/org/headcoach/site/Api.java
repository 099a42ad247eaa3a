package org.headcoach.site;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The REST interface. Resources stand in each topic's {@code api} room and call the same services as the pages, so
 * the same rights hold. {@link SignIn} lets in bearer tokens only; errors are problem details ({@link Problems}).
 */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
		info = @Info(title = "Headcoach", version = "1",
				description = "People, figures, imports and coaching plans of one company, under the same rights as the pages. "
						+ "Every error is a problem detail (RFC 9457). Lists are paged by page and size and carry Link headers.",
				license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.html"),
				contact = @Contact(name = "The administrator of this installation")),
		security = @SecurityRequirement(name = Api.TOKEN))
@SecurityScheme(securitySchemeName = Api.TOKEN, type = SecuritySchemeType.HTTP, scheme = "bearer",
		description = "A token of an account, made on the account page or by POST /api/v1/tokens. Its scopes narrow what the account's role allows.")
@SecurityScheme(securitySchemeName = Api.PASSWORD, type = SecuritySchemeType.HTTP, scheme = "basic",
		description = "Account name and password; only to create a token.")
public class Api extends Application {

	/** Name of the security scheme for everything but creating a token. */
	public static final String TOKEN = "token";
	/** Name of the security scheme that creates a token. */
	public static final String PASSWORD = "password";

	static final String PATH = "/api/v1/";

	/** The description is the one under /openapi; the server's own, told to who asks by OPTIONS, is not. */
	@Override
	public Map<String, Object> getProperties() {
		return Map.of("jersey.config.server.wadl.disableWadl", true);
	}
}
