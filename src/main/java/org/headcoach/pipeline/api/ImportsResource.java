package org.headcoach.pipeline.api;

import static org.headcoach.people.Permission.IMPORT_DATA;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.people.Needs;
import org.headcoach.pipeline.ImportService;
import org.headcoach.pipeline.Imports;
import org.headcoach.pipeline.engine.Field;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.pipeline.engine.Mapping;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.tables.TableLimits;
import org.headcoach.site.Messages;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;
import org.headcoach.site.WholeJson;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/** Files of the CRM, taken in by a nightly job as they are on the page. */
@Path("imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Needs(IMPORT_DATA)
@Tag(name = "Imports", description = "Files of the CRM: taken in, checked, written in one transaction, taken back")
public class ImportsResource {

	private static final int REASONS_SHOWN = 100;

	@Schema(description = "How an import stands. Counts are lines of the file")
	public record ImportResult(Long id, String source, String kind, String fileName, String status, long added, long changed, long same, long waitingForOwner,
			long rejected, String by, Instant createdAt, Instant committedAt, Instant undoneAt) {
	}

	@Schema(description = "Why a line was not imported")
	public record RejectedLine(long line, String column, String value, String reason) {
	}

	@Schema(description = "What has to be answered before the file can be imported")
	public record OpenQuestions(List<String> missingFields, List<String> ambiguousColumns, List<String> unknownOwners) {
	}

	@Schema(description = "An import with what is open and the first reasons why lines were rejected")
	public record ImportDetail(ImportResult result, OpenQuestions open, String problem, List<RejectedLine> rejectedLines,
			@Schema(description = "Cancellations, payments and shares that count nowhere yet: their source has sent no deal with the id that they name") long linesWithoutDeal) {
	}

	@Schema(description = "One page of imports")
	public record ImportList(List<ImportResult> items, int page, int size, long total) implements Paged {
	}

	private static final List<String> STYLES = List.of("US", "EUROPEAN", "DECIMAL_POINT", "DECIMAL_COMMA", "SHARE", "PER_CENT");

	private static final Jsonb JSON = JsonbBuilder.create();

	@Inject
	private ImportService imports;

	@POST
	@Consumes({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", MediaType.APPLICATION_OCTET_STREAM, MediaType.WILDCARD})
	@Operation(operationId = "importFile", summary = "Import a file",
			description = "The body is the file itself, CSV or XLSX. Without source and kind the header says what it is; the answers that were once given for a source are used again. Needs IMPORT_DATA.")
	@APIResponse(responseCode = "201", description = "Taken in; status says how far it came: IMPORTED, READY (commit=false), MAPPING (something has to be answered on the page), FAILED",
			content = @Content(schema = @Schema(implementation = ImportDetail.class)))
	@APIResponse(responseCode = "400", description = "A parameter or X-Mapping cannot be read")
	@APIResponse(responseCode = "404", description = "The token may not import")
	@APIResponse(responseCode = "413", description = "The file is larger than 1 GB")
	@APIResponse(responseCode = "422", description = "The file is no table, has no lines, or is harmful; the detail says what to do")
	public Response upload(
			@Parameter(description = "Where the file comes from, as HubSpot; remembered with its mapping") @QueryParam("source") String source,
			@Parameter(description = "What its lines are; found out when it is left out") @QueryParam("kind") ImportKind kind,
			@Parameter(description = "The file's name, for the list") @QueryParam("fileName") String fileName,
			@Parameter(description = "false checks only") @QueryParam("commit") @DefaultValue("true") boolean commit,
			@Parameter(description = "Answers about columns, texts and styles as JSON: {columns:{field:header}, values:{field:{text:meaning}}, styles:{header:style}}. A meaning is one of the field's words, such as WON, LOST, OPEN for what a stage says; a style is US, EUROPEAN, DECIMAL_POINT, DECIMAL_COMMA, SHARE or PER_CENT. Letters beyond ASCII are written as \\u escapes. A name that is no field is refused") @HeaderParam("X-Mapping") String mapping,
			@Context HttpHeaders headers, @RequestBody(description = "The file itself, at most 1 GB", required = true) InputStream file) {
		var length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
		if (length != null && Long.parseLong(length) > TableLimits.STANDARD.bytes()) {
			throw TableLimits.STANDARD.tooLarge();
		}
		var answers = mapping == null ? null : told(WholeJson.read(JSON, mapping, Mapping.class));
		var batch = imports.importAll(new ImportService.Upload(file, fileName == null ? "rest-upload" : fileName, source, kind, answers), commit);
		return Response.created(UriBuilder.fromPath("/api/v1/imports/{id}").build(batch.id())).entity(detail(batch.id())).build();
	}

	/** A name that nobody knows would be left out without a word. What a stage means is asked of its field or of the state that it tells. */
	private static Mapping told(Mapping told) {
		var fields = Stream.of(ImportKind.values()).flatMap(kind -> kind.fields().stream()).map(Field::name).collect(Collectors.toCollection(TreeSet::new));
		Stream.of(told.columns(), told.fixed(), told.values()).flatMap(answers -> answers.keySet().stream()).filter(name -> !fields.contains(name)).findFirst().ifPresent(name -> {
			throw new BusinessException("pipeline.import.error.no-field", name, String.join(", ", fields));
		});
		told.styles().values().stream().filter(style -> !STYLES.contains(style)).findFirst().ifPresent(style -> {
			throw new BusinessException("pipeline.import.error.no-style", style, String.join(", ", STYLES));
		});
		var stages = new Mapping(Map.of(), Map.of(), Map.of("state", told.values().getOrDefault("stage", Map.of())), Map.of());
		return told.orElse(stages);
	}

	@GET
	@Operation(operationId = "listImports", summary = "The imports, newest first", description = "Needs IMPORT_DATA.")
	@APIResponse(responseCode = "200", description = "One page of imports")
	@APIResponse(responseCode = "400", description = "A parameter is wrong")
	@APIResponse(responseCode = "404", description = "The token may not import")
	public ImportList list(@Valid @BeanParam Paging paging) {
		return new ImportList(imports.list(paging.offset(), paging.size()).stream().map(ImportsResource::result).toList(), paging.page(), paging.size(), imports.count());
	}

	@GET
	@Path("{id}")
	@Operation(operationId = "getImport", summary = "One import with what is open and why lines were rejected", description = "At most 100 reasons; all of them stand in rejected.csv. Needs IMPORT_DATA.")
	public ImportDetail detail(@Parameter(description = "Number of the import") @PathParam("id") Long id) {
		var page = imports.page(id);
		var questions = page.survey() == null ? List.<String>of() : page.survey().questions().stream().filter(question -> !page.survey().styles().containsKey(question.styleName())).map(question -> question.header()).toList();
		return new ImportDetail(result(page.batch()), new OpenQuestions(page.missing(), questions, page.owners().stream().map(ImportService.OwnerQuestion::text).toList()),
				page.problemKey() == null ? null : Messages.text(Locale.ENGLISH, page.problemKey(), page.problemArguments().toArray()),
				imports.rejected(id, 0, REASONS_SHOWN).stream()
						.map(one -> new RejectedLine(one.line(), one.column(), one.value(), Messages.text(Locale.ENGLISH, one.reasonKey(), one.arguments().toArray()))).toList(),
				page.withoutDeal());
	}

	@GET
	@Path("{id}/rejected.csv")
	@Produces("text/csv")
	@Operation(operationId = "getRejectedLines", summary = "The lines that were not imported, with their reasons in a last column", description = "Needs IMPORT_DATA.")
	public byte[] rejected(@Parameter(description = "Number of the import") @PathParam("id") Long id) {
		var out = new ByteArrayOutputStream();
		imports.writeRejected(id, out, Messages.text(Locale.ENGLISH, "pipeline.import.reason-column"),
				(key, arguments) -> Messages.text(Locale.ENGLISH, key, arguments.toArray()));
		return out.toByteArray();
	}

	@POST
	@Path("{id}/undo")
	@Operation(operationId = "undoImport", summary = "Take an import back", description = "New records go, changed ones get their former values. Refused when a later import touched the same records, which the detail then names, or after 30 days. Needs IMPORT_DATA.")
	@APIResponse(responseCode = "200", description = "The import, taken back")
	@APIResponse(responseCode = "422", description = "It is not imported, is too old, or was touched by a later one")
	public ImportDetail undo(@Parameter(description = "Number of the import") @PathParam("id") Long id) {
		imports.undo(id);
		return detail(id);
	}

	private static ImportResult result(Imports.BatchRow row) {
		return new ImportResult(row.id(), row.source(), row.kind().name(), row.fileName(), row.status().name(), row.added(), row.changed(), row.same(), row.waiting(),
				row.rejected(), row.by(), row.createdAt(), row.committedAt(), row.undoneAt());
	}
}
