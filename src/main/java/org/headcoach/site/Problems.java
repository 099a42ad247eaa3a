package org.headcoach.site;

import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * The one place where the REST interface meets exceptions, as {@link PageExceptions} is for pages: a refusal by a rule is
 * 422 (a file that is too large 413), no right is 404, a version conflict 409, a field that is wrong 400, and everything else 500 with a number that
 * stands in the log.
 */
public final class Problems {

	private static final Logger LOG = Logger.getLogger(Problems.class.getName());

	/** The one refusal that HTTP has a status for. */
	private static final String TOO_LARGE = "tables.error.tooLarge";

	private Problems() {
	}

	/** Everything that has no mapper of its own. */
	@Provider
	public static class OfAnything implements ExceptionMapper<Throwable> {
		@Override
		public Response toResponse(Throwable thrown) {
			return answer(thrown);
		}
	}

	/** Nearer than the server's own mapper, which would answer in HTML. */
	@Provider
	public static class OfValidation implements ExceptionMapper<ValidationException> {
		@Override
		public Response toResponse(ValidationException thrown) {
			return answer(thrown);
		}
	}

	/** Nearer than the server's own mapper, which would answer in HTML. */
	@Provider
	public static class OfWeb implements ExceptionMapper<WebApplicationException> {
		@Override
		public Response toResponse(WebApplicationException thrown) {
			return answer(thrown);
		}
	}

	/** A body that is no JSON, or JSON of another shape. */
	@Provider
	public static class OfReading implements ExceptionMapper<ProcessingException> {
		@Override
		public Response toResponse(ProcessingException thrown) {
			return answer(thrown);
		}
	}

	static Response answer(Throwable thrown) {
		var locale = Locale.ENGLISH;
		for (var cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof BusinessException refusal) {
				var status = TOO_LARGE.equals(refusal.key()) ? 413 : 422;
				return response(new Problem("urn:headcoach:refusal:" + refusal.key(), text(locale, status), status,
						Messages.text(locale, refusal), null, null)).build();
			}
			if (cause instanceof WebApplicationException web && web.getResponse().getEntity() instanceof Problem) {
				return web.getResponse();
			}
			if (cause instanceof NotHereException) {
				LOG.fine(cause::getMessage);
				return plain(404);
			}
			if (cause instanceof OptimisticLockException) {
				return response(Problem.of(409, text(locale, 409), Messages.text(locale, "site.error.changed-meanwhile"))).build();
			}
			if (cause instanceof ConstraintViolationException invalid) {
				return fields(invalid.getConstraintViolations().stream().map(Problems::violation)
						.sorted(java.util.Comparator.comparing(Problem.Violation::field)).toList());
			}
		}
		if (thrown instanceof WebApplicationException web) {
			return web(web);
		}
		if (thrown instanceof JsonbException || thrown instanceof JsonException || thrown instanceof ProcessingException) {
			LOG.log(Level.FINE, "A request's body could not be read", thrown);
			return response(Problem.of(400, text(locale, 400), Messages.text(locale, "site.problem.body"))).build();
		}
		var number = Errors.number();
		LOG.log(Level.SEVERE, thrown, () -> number);
		return response(new Problem("about:blank", text(locale, 500), 500, Messages.text(locale, "site.problem.server"), number, null)).build();
	}

	/** A refusal of a request before any rule of the trade is asked. */
	static WebApplicationException refused(Response.Status status, String key, Object... arguments) {
		return new WebApplicationException(response(Problem.of(status.getStatusCode(), text(Locale.ENGLISH, status.getStatusCode()), Messages.text(Locale.ENGLISH, key, arguments))).build());
	}

	/** A field or a parameter that is wrong in a way that no annotation finds: 400 with its name and the sentence under the key. */
	public static WebApplicationException wrong(Throwable cause, String field, String key, Object... arguments) {
		return new WebApplicationException(cause, fields(List.of(new Problem.Violation(field, Messages.text(Locale.ENGLISH, key, arguments)))));
	}

	private static Response fields(List<Problem.Violation> violations) {
		return response(new Problem("about:blank", text(Locale.ENGLISH, 400), 400, Messages.text(Locale.ENGLISH, "site.problem.fields", violations.size()), null, violations)).build();
	}

	private static Response web(WebApplicationException thrown) {
		var status = thrown.getResponse().getStatus();
		if (thrown.getClass().getSimpleName().equals("QueryParamException")) {
			// Jersey says 404 for a parameter that cannot be read; the resource is there, the parameter is wrong
			return response(Problem.of(400, text(Locale.ENGLISH, 400), Messages.text(Locale.ENGLISH, "site.problem.parameter"))).build();
		}
		if (status >= 500) {
			var number = Errors.number();
			LOG.log(Level.SEVERE, thrown, () -> number);
			return response(new Problem("about:blank", text(Locale.ENGLISH, status), status, Messages.text(Locale.ENGLISH, "site.problem.server"), number, null))
					.build();
		}
		if (status < 400) {
			return thrown.getResponse();
		}
		var answer = response(Problem.of(status, text(Locale.ENGLISH, status), status == 400 ? Messages.text(Locale.ENGLISH, "site.problem.parameter") : null));
		// such as Allow of a 405
		thrown.getResponse().getStringHeaders().forEach((name, values) -> {
			if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
				values.forEach(one -> answer.header(name, one));
			}
		});
		return answer.build();
	}

	private static Problem.Violation violation(ConstraintViolation<?> violation) {
		var field = "";
		for (var node : violation.getPropertyPath()) {
			field = node.getName() == null ? field : node.getName();
		}
		return new Problem.Violation(field, violation.getMessage());
	}

	private static Response plain(int status) {
		return response(Problem.of(status, text(Locale.ENGLISH, status), null)).build();
	}

	private static Response.ResponseBuilder response(Problem problem) {
		return Response.status(problem.status(), problem.title()).type(Problem.TYPE).entity(problem).header("Cache-Control", "no-store");
	}

	/** The status in words. */
	static String text(Locale locale, int status) {
		var key = "site.problem.status." + status;
		if (Messages.has(locale, key)) {
			return Messages.text(locale, key);
		}
		var known = Response.Status.fromStatusCode(status);
		return known == null ? String.valueOf(status) : known.getReasonPhrase();
	}
}
