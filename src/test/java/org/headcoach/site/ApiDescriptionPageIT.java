package org.headcoach.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

/** The document under /openapi as other people's tools read it. */
class ApiDescriptionPageIT {

	private static SwaggerParseResult parsed(String format) {
		var options = new ParseOptions();
		options.setResolve(true);
		return new OpenAPIV3Parser().readContents(Rest.withoutToken(RunningApplication.address()).get(RunningApplication.address() + "/openapi?format=" + format).body(), null, options);
	}

	private record Named(String name, Operation operation) {
	}

	private static List<Named> operations(OpenAPI api) {
		var all = new ArrayList<Named>();
		api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> all.add(new Named(method + " " + path, operation))));
		return all;
	}

	@ParameterizedTest(name = "as {0}")
	@ValueSource(strings = {"YAML", "JSON"})
	void aParserHasNothingToSayAboutIt(String format) {
		var result = parsed(format);
		assertEquals(List.of(), result.getMessages());
		assertEquals("Headcoach", result.getOpenAPI().getInfo().getTitle());
	}

	@Test
	void everyOperationSaysWhatItDoesWhatItNeedsAndHowItFails() {
		var problems = new ArrayList<String>();
		var ids = new HashSet<String>();
		var api = parsed("JSON").getOpenAPI();
		for (var one : operations(api)) {
			var operation = one.operation();
			if (operation.getOperationId() == null || !ids.add(operation.getOperationId())) {
				problems.add(one.name() + " has no id of its own");
			}
			if (operation.getSummary() == null || operation.getDescription() == null || operation.getTags() == null || operation.getTags().size() != 1) {
				problems.add(one.name() + " lacks a summary, a description or its one tag");
			}
			if (operation.getSecurity() == null || operation.getSecurity().size() != 1 || !operation.getResponses().containsKey("401")) {
				problems.add(one.name() + " does not say who may call it");
			}
			if (operation.getResponses().keySet().stream().noneMatch(code -> code.startsWith("2"))) {
				problems.add(one.name() + " does not say how it succeeds");
			}
			operation.getResponses().forEach((code, response) -> {
				if (!code.startsWith("2") && !response.getContent().containsKey("application/problem+json")) {
					problems.add(one.name() + " fails with " + code + " and no problem");
				}
			});
			if (operation.getParameters() != null) {
				operation.getParameters().stream().filter(parameter -> parameter.getDescription() == null)
						.forEach(parameter -> problems.add(one.name() + " does not describe " + parameter.getName()));
			}
		}
		api.getComponents().getSchemas().forEach((name, schema) -> {
			if (schema.getDescription() == null) {
				problems.add("The schema " + name + " has no description");
			}
		});
		assertEquals(List.of(), problems);
	}

	/** Whatever is more than a text can be wrong. */
	private static boolean canBeWrong(Operation operation) {
		var isJson = operation.getRequestBody() != null && operation.getRequestBody().getContent().containsKey("application/json");
		return isJson || operation.getParameters() != null && operation.getParameters().stream().filter(parameter -> parameter.getIn().equals("query")).map(Parameter::getSchema)
				.anyMatch(schema -> !"string".equals(schema.getType()) || schema.getEnum() != null || schema.getPattern() != null || schema.getFormat() != null || schema.getMaxLength() != null);
	}

	@Test
	void whatCanBeWrongListsBadRequestAndWhatNeedsARightListsNotFound() {
		var problems = new ArrayList<String>();
		var all = operations(parsed("JSON").getOpenAPI());
		for (var one : all) {
			if (canBeWrong(one.operation()) && !one.operation().getResponses().containsKey("400")) {
				problems.add(one.name() + " does not say that it can be wrong");
			}
			if (one.operation().getDescription().matches("(?s).*Needs [A-Z]+_?[A-Z]+.*") && !one.operation().getResponses().containsKey("404")) {
				problems.add(one.name() + " does not say how a missing right reads");
			}
		}
		assertEquals(List.of(), problems);
		// a text that nobody limits and a file cannot be wrong, and the own account is everybody's
		assertEquals(Set.of("401", "500", "200"), all.stream().filter(one -> one.name().equals("GET /api/v1/me")).findFirst().orElseThrow().operation().getResponses().keySet());
	}

	@Test
	void itListsEveryKindOfFileThatCanBeImported() {
		var kinds = parsed("JSON").getOpenAPI().getPaths().get("/api/v1/imports").getPost().getParameters().stream().filter(parameter -> parameter.getName().equals("kind"))
				.findFirst().orElseThrow().getSchema();
		assertEquals(Arrays.stream(ImportKind.values()).map(Enum::name).toList(), kinds.getEnum());
	}

	@Test
	void itNamesItsLicenceItsContactAndBothWaysIn() {
		var api = parsed("JSON").getOpenAPI();
		assertEquals("Apache-2.0", api.getInfo().getLicense().getName());
		assertEquals("The administrator of this installation", api.getInfo().getContact().getName());
		assertEquals(List.of("password", "token"), api.getComponents().getSecuritySchemes().keySet().stream().sorted().toList());
		assertEquals(api.getTags().stream().map(tag -> tag.getName()).sorted().toList(),
				operations(api).stream().map(one -> one.operation().getTags().get(0)).distinct().sorted().toList());
	}
}
