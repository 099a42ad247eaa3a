package org.headcoach.people;

import java.io.Serializable;
import java.util.Set;

/**
 * Who acts: an account with its role, or the system itself (timers, start-up).
 * {@code personId} is the person in the sales line whom the account belongs to, null for an administrator.
 * {@code scopes} narrows the role for an API token; null means all of the role.
 */
public record Actor(Long accountId, String name, AccountRole role, Long personId, Set<Permission> scopes) implements Serializable {

	public static final Actor NOBODY = new Actor(null, "", null, null, null);
	public static final Actor SYSTEM = new Actor(null, "Headcoach", null, null, null);

	/** The system may do everything, nobody only what needs nothing. */
	public boolean may(Permission permission) {
		if (permission == Permission.NOTHING || this == SYSTEM) {
			return true;
		}
		return role != null && role.may(permission)
				&& (scopes == null || permission == Permission.BE_SIGNED_IN || scopes.contains(permission));
	}

	public boolean isSignedIn() {
		return accountId != null;
	}
}
