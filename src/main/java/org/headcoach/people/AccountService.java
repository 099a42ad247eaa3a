package org.headcoach.people;

import static org.headcoach.people.Permission.NOTHING;

import java.util.Optional;

import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Accounts: signing in, passwords, invitations, tokens. */
@ApplicationScoped
@Transactional
public class AccountService {

	/** What a session keeps of a successful sign-in. */
	public record SignedIn(Long accountId, int epoch) {
	}

	/** Who acts by a token, and the account's own row. */
	public record TokenUse(Actor actor, Accounts.SessionRow account) {
	}

	@Inject
	private Accounts accounts;

	@Inject
	private Passwords passwords;

	@Inject
	private BusinessClock clock;

	/**
	 * Signs in with account name or e-mail and password. Anybody may try.
	 *
	 * @throws BusinessException {@code people.sign-in.error.wrong} for an unknown name, a wrong password and a closed account alike
	 */
	@Needs(NOTHING)
	public SignedIn signIn(String loginOrEmail, String password) {
		var account = accounts.find(loginOrEmail).filter(Account::active).orElse(null);
		if (!passwords.matches(password, account == null ? null : account.passwordHash()) || account == null) {
			throw new BusinessException("people.sign-in.error.wrong");
		}
		account.signedIn(clock.now());
		return new SignedIn(account.id(), account.epoch());
	}

	/** Who acts by this token; empty when it is unknown, revoked, over, or its account closed. Anybody may try. */
	@Needs(NOTHING)
	public Optional<TokenUse> useToken(String token) {
		var now = clock.now();
		return accounts.token(token).filter(known -> known.isGoodAt(now)).flatMap(known -> {
			known.usedAt(now);
			return accounts.session(known.account().id()).filter(Accounts.SessionRow::active)
					.map(row -> new TokenUse(new Actor(row.id(), row.name(), row.role(), row.personId(), known.scopes()), row));
		});
	}
}
