package org.headcoach.people.api;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.people.AccountService;
import org.headcoach.people.Permission;
import org.headcoach.site.Api;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The own tokens. One is made with account name and password; with a token they are listed and revoked. */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens", description = "The tokens of one's own account")
public class TokensResource {

	@Schema(description = "A token to be made")
	public record TokenRequest(
			@Schema(description = "What it is for", required = true) @NotBlank @Size(max = 100) String name,
			@Schema(description = "What it may do; at most what the account's role allows", required = true) @NotEmpty List<@NotNull Permission> scopes,
			@Schema(description = "How many days it works", required = true) @Min(1) @Max(366) int days) {
	}

	@Schema(description = "A token with its text, which is told this once")
	public record MadeToken(Long id, String name, String token, List<String> scopes, Instant expiresAt) {
	}

	@Schema(description = "A token that works")
	public record Token(Long id, String name, List<String> scopes, OffsetDateTime createdAt, OffsetDateTime expiresAt, OffsetDateTime lastUsedAt) {
	}

	@Schema(description = "One page of tokens")
	public record TokensPage(List<Token> items, int page, int size, long total) implements Paged {
	}

	@Inject
	private AccountService accounts;

	@GET
	@Operation(operationId = "listTokens", summary = "The own tokens", description = "Those that still work, the newest first. Their text is not kept and not shown.")
	@APIResponse(responseCode = "200", description = "One page of tokens")
	@APIResponse(responseCode = "400", description = "A parameter is wrong")
	public TokensPage list(@Valid @BeanParam Paging paging) {
		var all = accounts.ownTokens();
		return new TokensPage(all.stream().skip(paging.offset()).limit(paging.size())
				.map(row -> new Token(row.id(), row.name(), row.scopeNames(), row.createdAt(), row.expiresAt(), row.lastUsedAt())).toList(), paging.page(),
				paging.size(), all.size());
	}

	@POST
	@Consumes(MediaType.APPLICATION_JSON)
	@SecurityRequirement(name = Api.PASSWORD)
	@Operation(operationId = "createToken", summary = "Make a token", description = "With account name and password (HTTP Basic); a token cannot make another one.")
	@APIResponse(responseCode = "201", description = "The token with its text", content = @Content(schema = @Schema(implementation = MadeToken.class)))
	@APIResponse(responseCode = "400", description = "A field is wrong")
	@APIResponse(responseCode = "401", description = "Name or password is wrong, or too many tries")
	@APIResponse(responseCode = "422", description = "The role does not allow a scope")
	public Response create(@Valid @NotNull @RequestBody(description = "The token to be made", required = true) TokenRequest request) {
		var made = accounts.createToken(new AccountService.CreateToken(request.name(), EnumSet.copyOf(request.scopes()), request.days()));
		return Response.created(URI.create("tokens/" + made.id())).header("Cache-Control", "no-store")
				.entity(new MadeToken(made.id(), made.name(), made.token(), made.scopes(), made.expiresAt())).build();
	}

	@DELETE
	@Path("{id}")
	@Operation(operationId = "revokeToken", summary = "Revoke a token", description = "It stops working at once. A token may revoke itself.")
	@APIResponse(responseCode = "204", description = "Revoked")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public void revoke(@Parameter(description = "Number of the token") @PathParam("id") long id) {
		accounts.revokeToken(id);
	}
}
