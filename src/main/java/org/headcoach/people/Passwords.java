package org.headcoach.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

import jakarta.enterprise.context.ApplicationScoped;

/** Password hashes: Argon2id with 19 MiB, two passes, one lane (OWASP's first recommendation). */
@ApplicationScoped
public class Passwords {

	private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

	/** Checked when no account has the name, so that a wrong name takes as long as a wrong password. */
	private final String decoy = hash("nobody has this password");

	public String hash(String password) {
		return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
	}

	/** False for an account without a password too, after the same time. */
	public boolean matches(String password, String hash) {
		var right = Password.check(password, hash == null ? decoy : hash).with(Argon2Function.getInstanceFromHash(hash == null ? decoy : hash));
		return right && hash != null;
	}

	/** Whether the hash was made with a lower cost than today's. */
	public boolean isOutdated(String hash) {
		return !Argon2Function.getInstanceFromHash(hash).equals(ARGON2ID);
	}
}
