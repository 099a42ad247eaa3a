package org.headcoach.shared;

import java.util.List;

import jakarta.ejb.ApplicationException;

/**
 * A refusal that a person can act upon. The key names a sentence in the message bundle
 * ({@code folder.page.error.what} or {@code folder.error.what}); the arguments fill it.
 * A transaction that meets one is rolled back. Pages show the sentence at the top, REST answers 422 with it.
 */
@ApplicationException(rollback = true)
public class BusinessException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String key;
	private final transient List<Object> arguments;

	public BusinessException(String key, Object... arguments) {
		super(key + (arguments.length == 0 ? "" : " " + List.of(arguments)));
		this.key = key;
		this.arguments = List.of(arguments);
	}

	/** The key of the sentence in the message bundle. */
	public String key() {
		return key;
	}

	/** What fills the sentence, in its order; numbers and dates are formatted for the reader's language. */
	public List<Object> arguments() {
		return arguments == null ? List.of() : arguments;
	}
}
