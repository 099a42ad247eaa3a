package org.headcoach.site;

import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.headcoach.people.NeedsInterceptor;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.validation.Constraint;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/**
 * The document under /openapi, read from the resources themselves: the usual OpenAPI annotations for words, the records
 * for schemas. The server's own reader is switched off, because it writes schemas that nothing can fulfil and fails on
 * bean parameters. What every operation can answer (401, 500; 400 where something can be wrong; 404 where something is looked up
 * or a right is asked for) is added here once. A filter and no model reader: whatever is there before the filters run, the server marks with a property of its
 * own that OpenAPI does not know. Named in microprofile-config.properties.
 */
public class ApiDescription implements OASFilter {

	@Override
	public void filterOpenAPI(OpenAPI api) {
		var schemas = new ApiSchemas();
		var said = Api.class.getAnnotation(OpenAPIDefinition.class).info();
		// relative to where the document was fetched, so that it also holds behind another name
		api.openapi("3.0.3").info(OASFactory.createInfo().title(said.title()).version(said.version()).description(said.description())
				.license(OASFactory.createLicense().name(said.license().name()).url(said.license().url()))
				.contact(OASFactory.createContact().name(said.contact().name())))
				.servers(List.of(OASFactory.createServer().url("/").description("This installation")));
		var components = OASFactory.createComponents();
		for (var scheme : Api.class.getAnnotationsByType(org.eclipse.microprofile.openapi.annotations.security.SecurityScheme.class)) {
			components.addSecurityScheme(scheme.securitySchemeName(), OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme(scheme.scheme())
					.description(scheme.description()));
		}
		var tags = new TreeMap<String, String>();
		var paths = new TreeMap<String, PathItem>();
		for (var resource : resources()) {
			for (var tag : resource.getAnnotationsByType(Tag.class)) {
				tags.merge(tag.name(), tag.description(), (one, other) -> one.isEmpty() ? other : one);
			}
			Arrays.stream(resource.getMethods()).filter(method -> verb(method) != null).sorted(Comparator.comparing(Method::getName)).forEach(method -> {
				var path = pathOf(resource, method);
				paths.computeIfAbsent(path, fresh -> OASFactory.createPathItem()).setOperation(PathItem.HttpMethod.valueOf(verb(method)),
						operation(resource, method, path, schemas));
			});
		}
		api.tags(new ArrayList<>());
		tags.forEach((name, description) -> api.addTag(OASFactory.createTag().name(name).description(description)));
		var all = OASFactory.createPaths();
		paths.forEach(all::addPathItem);
		schemas.named().forEach(components::addSchema);
		api.paths(all).components(components);
	}

	/** Every class with a path, by name. */
	private static List<Class<?>> resources() {
		var found = new ArrayList<Class<?>>();
		CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream().map(bean -> (Class<?>) bean.getBeanClass())
				.filter(type -> type.isAnnotationPresent(Path.class)).distinct().sorted(Comparator.comparing(Class::getName)).forEach(found::add);
		return found;
	}

	private static String verb(Method method) {
		return Arrays.stream(method.getAnnotations()).map(one -> one.annotationType().getAnnotation(HttpMethod.class)).filter(one -> one != null)
				.map(HttpMethod::value).findFirst().orElse(null);
	}

	/** Patterns of path parameters ({@code {id: \d+}}) are the server's business. */
	private static String pathOf(Class<?> resource, Method method) {
		var whole = Api.PATH + resource.getAnnotation(Path.class).value() + "/" + (method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "");
		return whole.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
	}

	private static org.eclipse.microprofile.openapi.models.Operation operation(Class<?> resource, Method method, String path, ApiSchemas schemas) {
		var said = method.getAnnotation(Operation.class);
		var operation = OASFactory.createOperation().operationId(said == null || said.operationId().isEmpty() ? method.getName() : said.operationId())
				.summary(said == null ? null : said.summary()).description(said == null || said.description().isEmpty() ? null : said.description());
		var tags = method.getAnnotationsByType(Tag.class).length > 0 ? method.getAnnotationsByType(Tag.class) : resource.getAnnotationsByType(Tag.class);
		Arrays.stream(tags).map(Tag::name).forEach(operation::addTag);
		var scheme = method.isAnnotationPresent(SecurityRequirement.class) ? method.getAnnotation(SecurityRequirement.class).name() : Api.TOKEN;
		operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(scheme));
		for (var parameter : method.getParameters()) {
			add(parameter, method, operation, schemas);
		}
		operation.responses(responses(method, path, schemas));
		return operation;
	}

	private static void add(Parameter parameter, Method method, org.eclipse.microprofile.openapi.models.Operation operation, ApiSchemas schemas) {
		if (parameter.isAnnotationPresent(BeanParam.class)) {
			for (var field : parameter.getType().getDeclaredFields()) {
				if (field.isAnnotationPresent(QueryParam.class)) {
					operation.addParameter(described(field, field.getGenericType(), schemas));
				}
			}
		} else if (parameter.isAnnotationPresent(QueryParam.class) || parameter.isAnnotationPresent(PathParam.class) || parameter.isAnnotationPresent(HeaderParam.class)) {
			operation.addParameter(described(parameter, parameter.getParameterizedType(), schemas));
		} else if (!parameter.isAnnotationPresent(Context.class)) {
			var said = parameter.getAnnotation(RequestBody.class);
			var consumes = method.isAnnotationPresent(Consumes.class) ? method.getAnnotation(Consumes.class)
					: method.getDeclaringClass().getAnnotation(Consumes.class);
			operation.requestBody(OASFactory.createRequestBody().required(true).description(said == null || said.description().isEmpty() ? null : said.description())
					.content(content(consumes == null ? new String[] {MediaType.APPLICATION_JSON} : consumes.value(), parameter.getParameterizedType(), schemas)));
		}
	}

	private static org.eclipse.microprofile.openapi.models.parameters.Parameter described(AnnotatedElement element, Type type, ApiSchemas schemas) {
		var said = element.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
		var isPath = element.isAnnotationPresent(PathParam.class);
		var schema = schemas.limited(schemas.of(type), element);
		if (element.isAnnotationPresent(DefaultValue.class)) {
			schema.defaultValue(schemas.constant(element.getAnnotation(DefaultValue.class).value(), type));
		}
		var isHeader = element.isAnnotationPresent(HeaderParam.class);
		return OASFactory.createParameter()
				.name(isPath ? element.getAnnotation(PathParam.class).value()
						: isHeader ? element.getAnnotation(HeaderParam.class).value() : element.getAnnotation(QueryParam.class).value())
				.in(isPath ? In.PATH : isHeader ? In.HEADER : In.QUERY)
				.required(isPath || said != null && said.required() ? Boolean.TRUE : null).description(said == null || said.description().isEmpty() ? null : said.description())
				.schema(schema);
	}

	private static org.eclipse.microprofile.openapi.models.responses.APIResponses responses(Method method, String path, ApiSchemas schemas) {
		var responses = OASFactory.createAPIResponses();
		var told = new LinkedHashSet<String>();
		for (var said : method.getAnnotationsByType(APIResponse.class)) {
			told.add(said.responseCode());
			responses.addAPIResponse(said.responseCode(), said.responseCode().startsWith("2") ? success(said, method, schemas)
					: problem(said.description(), schemas));
		}
		if (told.stream().noneMatch(code -> code.startsWith("2"))) {
			responses.addAPIResponse(method.getReturnType() == void.class ? "204" : "200", OASFactory.createAPIResponse()
					.description(method.getReturnType() == void.class ? "Done" : "The answer").content(method.getReturnType() == void.class ? null
							: content(produced(method), method.getGenericReturnType(), schemas)));
		}
		usual(method, path).stream().filter(code -> !told.contains(code)).forEach(code -> responses.addAPIResponse(code, problem(Messages.text(java.util.Locale.ENGLISH,
				"site.problem.usual." + code), schemas)));
		return responses;
	}

	private static Set<String> usual(Method method, String path) {
		var codes = new LinkedHashSet<String>();
		if (Arrays.stream(method.getParameters()).anyMatch(ApiDescription::canBeWrong)) {
			codes.add("400");
		}
		codes.add("401");
		if (path.contains("{") || NeedsInterceptor.of(method) != null) {
			codes.add("404");
		}
		codes.add("500");
		return codes;
	}

	/** A body of JSON, and a parameter that is more than a text; a number in a path that is none is 404. */
	private static boolean canBeWrong(Parameter parameter) {
		if (parameter.isAnnotationPresent(Context.class) || parameter.getType() == InputStream.class) {
			return false;
		}
		var isLimited = Arrays.stream(parameter.getAnnotations()).anyMatch(one -> one.annotationType().isAnnotationPresent(Constraint.class));
		return isLimited || !parameter.isAnnotationPresent(PathParam.class) && parameter.getType() != String.class;
	}

	private static org.eclipse.microprofile.openapi.models.responses.APIResponse success(APIResponse said, Method method, ApiSchemas schemas) {
		var response = OASFactory.createAPIResponse().description(said.description());
		var implementation = Stream.of(said.content()).map(content -> content.schema().implementation()).filter(type -> type != Void.class).findFirst();
		var isArray = said.content().length > 0 && said.content()[0].schema().type() == org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;
		if (implementation.isPresent() && !isArray) {
			response.content(content(produced(method), implementation.get(), schemas));
		} else if (method.getReturnType() != void.class && method.getReturnType() != jakarta.ws.rs.core.Response.class) {
			response.content(content(produced(method), method.getGenericReturnType(), schemas));
		}
		return response;
	}

	private static String[] produced(Method method) {
		var produces = method.isAnnotationPresent(Produces.class) ? method.getAnnotation(Produces.class) : method.getDeclaringClass().getAnnotation(Produces.class);
		return produces == null ? new String[] {MediaType.APPLICATION_JSON} : produces.value();
	}

	private static org.eclipse.microprofile.openapi.models.responses.APIResponse problem(String description, ApiSchemas schemas) {
		return OASFactory.createAPIResponse().description(description).content(content(new String[] {Problem.TYPE}, Problem.class, schemas));
	}

	private static Content content(String[] mediaTypes, Type type, ApiSchemas schemas) {
		var content = OASFactory.createContent();
		for (var mediaType : mediaTypes) {
			content.addMediaType(mediaType, OASFactory.createMediaType().schema(schemas.of(type)));
		}
		return content;
	}
}
