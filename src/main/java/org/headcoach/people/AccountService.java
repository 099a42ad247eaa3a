package org.headcoach.people;

import static org.headcoach.people.Permission.BE_SIGNED_IN;
import static org.headcoach.people.Permission.EDIT_ACCOUNTS;
import static org.headcoach.people.Permission.NOTHING;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Accounts: signing in, passwords, invitations, remembered sign-ins, API tokens. */
@ApplicationScoped
@Transactional
public class AccountService {

	/** What a session keeps of a successful sign-in. */
	public record SignedIn(Long accountId, int epoch) {
	}

	/** Who acts by a token, and the account's own row. */
	public record TokenUse(Actor actor, Accounts.SessionRow account) {
	}

	/** A sign-in by cookie; {@code cookie} is the next one to keep, null when the present one stays. */
	public record RememberedUse(SignedIn signedIn, String cookie) {
	}

	/** The first start: the company and its first administrator. */
	public record SetUp(String company, String currency, String zone, String name, String login, String email, String password) implements Serializable {
	}

	/** Gives somebody an account. Executives and administrators need no person in the line. */
	public record Invite(String name, String login, String email, AccountRole role, Long personId) implements Serializable {
	}

	/** The link's token, readable this once. */
	public record InvitationLink(Long accountId, String name, String token, Instant expiresAt) implements Serializable {
	}

	/** Whom a link invites. */
	public record InvitationPage(String name, String login) implements Serializable {
	}

	public record ChangeAccount(Long id, int version, String name, String email, AccountRole role, Long personId) implements Serializable {
	}

	/** How the own pages look; null means as the reader's system prefers. */
	public record Preferences(String name, String theme, String density) implements Serializable {
	}

	/** The own account and what acts for it. */
	public record AccountPage(String login, String name, String email, AccountRole role, String theme, String density,
			List<Accounts.RememberedRow> remembered, List<Accounts.TokenRow> tokens, List<Permission> scopes) implements Serializable {
	}

	public record CreateToken(String name, Set<Permission> scopes, int days) implements Serializable {
	}

	/** A token's text, readable this once. */
	public record NewToken(Long id, String name, String token, List<String> scopes, Instant expiresAt) implements Serializable {
	}

	/** What the audit log keeps of an account. */
	public record AccountState(String login, String name, String email, AccountRole role, String person, boolean active) {
		static AccountState of(Account account) {
			return new AccountState(account.login(), account.name(), account.email(), account.role(),
					account.person() == null ? null : account.person().name(), account.active());
		}
	}

	private record TokenState(String name, Set<Permission> scopes, Instant expiresAt) {
	}

	private static final int LONGEST_TOKEN_LIFE = 366;
	/** No @, so that a name is never somebody else's e-mail. */
	private static final String LOGIN = "[a-z0-9][a-z0-9._-]{1,39}";
	private static final String EMAIL = "[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+";
	private static final Set<String> THEMES = Set.of("light", "dark");
	private static final Set<String> DENSITIES = Set.of("comfortable", "compact");

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Accounts accounts;

	@Inject
	private SignInAttempts attempts;

	@Inject
	private Passwords passwords;

	@Inject
	private PeopleService people;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	// ------------------------------------------------------------ sign-in

	/**
	 * Compares account name or e-mail and password. Anybody may try, as often as {@link SignInThrottle} lets. Call
	 * {@link #began} with the answer; the hash is compared outside any transaction, because it takes long on purpose.
	 *
	 * @throws BusinessException {@code people.sign-in.error.wrong} for an unknown name, a wrong password and a closed account alike,
	 *         {@code people.sign-in.error.wait} with the minutes to wait, for names that exist and names that do not
	 */
	@Needs(NOTHING)
	@Transactional(TxType.NOT_SUPPORTED)
	public SignedIn signIn(String loginOrEmail, String password) {
		var account = accounts.find(loginOrEmail).orElse(null);
		var key = account == null ? "name " + Secrets.hash(loginOrEmail.strip().toLowerCase(Locale.ROOT)) : "account " + account.id();
		var attempt = letThrough(key);
		if (!isRight(account, password)) {
			throw new BusinessException("people.sign-in.error.wrong");
		}
		attempts.end(attempt, SignInAttempts.Outcome.SUCCEEDED);
		return new SignedIn(account.id(), account.epoch());
	}

	private Long letThrough(String key) {
		var address = SignInAttempts.counted(current.address());
		var attempt = attempts.begin(key, address);
		attempts.waitUntil(attempt, key, address).ifPresent(until -> {
			attempts.end(attempt, SignInAttempts.Outcome.REFUSED);
			throw new BusinessException("people.sign-in.error.wait", Math.max(1, Duration.between(clock.now(), until).plusSeconds(59).toMinutes()));
		});
		return attempt;
	}

	private boolean isRight(Account account, String password) {
		var typed = password == null || password.length() > PasswordRule.LONGEST ? "" : password;
		var right = passwords.matches(typed, account == null ? null : account.passwordHash());
		return right && account != null && accounts.isOpen(account);
	}

	/** Notes in the account and in the audit log that a sign-in began, and renews an old hash. Anybody, right after {@link #signIn}. */
	@Needs(NOTHING)
	public void began(SignedIn signedIn, String password) {
		var account = em.find(Account.class, signedIn.accountId());
		account.signedIn(clock.now());
		if (password != null && passwords.isOutdated(account.passwordHash())) {
			account.rehash(passwords.hash(password));
		}
		as(account, () -> audit.record("SIGN_IN", "Account", account.id(), account.name(), null, null));
	}

	/** Makes the cookie {@code selector.secret} with which this browser stays signed in for 30 days. Anybody, right after {@link #signIn}. */
	@Needs(NOTHING)
	public String remember(SignedIn signedIn, String userAgent) {
		var account = em.find(Account.class, signedIn.accountId());
		var selector = Secrets.create(16);
		var secret = Secrets.create();
		em.persist(new RememberedSignIn(selector, account, secret, clock.now(), Device.of(userAgent)));
		return selector + "." + secret;
	}

	/**
	 * Signs in by the cookie of {@link #remember} and replaces its secret. Empty when it is unknown or over. A secret that
	 * was replaced before shows that the cookie was copied: all remembered sign-ins and sessions of the account end. Anybody may try.
	 */
	@Needs(NOTHING)
	public Optional<RememberedUse> useRemembered(String cookie) {
		var dot = cookie.indexOf('.');
		var known = dot < 1 || dot > 40 ? null : em.find(RememberedSignIn.class, cookie.substring(0, dot), LockModeType.PESSIMISTIC_WRITE);
		if (known == null) {
			return Optional.empty();
		}
		var account = known.account();
		var now = clock.now();
		switch (known.judge(cookie.substring(dot + 1), now)) {
			case STOLEN -> {
				as(account, () -> audit.record("END_STOLEN_SIGN_INS", "Account", account.id(), account.name(), null, null));
				account.signOutEverywhere();
				em.flush();
				accounts.forgetRemembered(account.id(), null);
				return Optional.empty();
			}
			case OVER -> {
				em.remove(known);
				return Optional.empty();
			}
			case JUST_REPLACED -> {
				return accounts.isOpen(account) ? Optional.of(new RememberedUse(new SignedIn(account.id(), account.epoch()), null)) : Optional.empty();
			}
			default -> {
				if (!accounts.isOpen(account)) {
					return Optional.empty();
				}
				var secret = Secrets.create();
				known.replaceSecret(secret, now);
				account.signedIn(now);
				return Optional.of(new RememberedUse(new SignedIn(account.id(), account.epoch()), known.selector() + "." + secret));
			}
		}
	}

	/** Ends the remembered sign-in of this cookie; nothing happens when it is unknown. Anybody who has the cookie. */
	@Needs(NOTHING)
	public void forget(String cookie) {
		var dot = cookie.indexOf('.');
		var known = dot < 1 ? null : em.find(RememberedSignIn.class, cookie.substring(0, dot));
		if (known != null && known.judge(cookie.substring(dot + 1), clock.now()) != RememberedSignIn.Judgement.STOLEN) {
			em.remove(known);
		}
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

	/**
	 * Makes the company and its first administrator. Anybody, but only while there is no company; of two who do it at once
	 * one wins and the other is refused.
	 */
	@Needs(NOTHING)
	public SignedIn setUp(SetUp setUp) {
		if (people.findCompany().isPresent()) {
			throw new BusinessException("people.set-up.error.exists");
		}
		var company = new Company(checkedName(setUp.company()), PeopleService.currency(setUp.currency()), PeopleService.zone(setUp.zone()), 1,
				EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), false);
		var account = new Account(checkedLogin(setUp.login()), checkedName(setUp.name()), checkedEmail(setUp.email()), AccountRole.ADMINISTRATOR, null, clock.now());
		PasswordRule.check(setUp.password(), account.login(), account.name(), account.email());
		account.choosePassword(passwords.hash(setUp.password()));
		em.persist(company);
		try {
			em.flush();
		} catch (PersistenceException e) {
			// the table holds one company only: somebody else's was there first
			throw new BusinessException("people.set-up.error.exists");
		}
		em.persist(account);
		em.flush();
		as(account, () -> {
			audit.record("SET_UP", "Company", company.id(), company.name(), null, PeopleService.stateOf(company));
			audit.record("SET_UP", "Account", account.id(), account.name(), null, AccountState.of(account));
		});
		return new SignedIn(account.id(), account.epoch());
	}

	// ------------------------------------------------------------ invitations

	/** Makes an account without a password and its one-time link. Needs EDIT_ACCOUNTS; the name and the e-mail must be free. */
	@Needs(EDIT_ACCOUNTS)
	public InvitationLink invite(Invite invite) {
		var login = checkedLogin(invite.login());
		var email = checkedEmail(invite.email());
		if (accounts.isTaken(login, email, null)) {
			throw new BusinessException("people.accounts.error.taken");
		}
		var account = new Account(login, checkedName(invite.name()), email, invite.role(), person(invite.role(), invite.personId(), null), clock.now());
		em.persist(account);
		em.flush();
		audit.record("INVITE", "Account", account.id(), account.name(), null, AccountState.of(account));
		return link(account);
	}

	/** Makes a new one-time link for somebody who lost the password or the link; older links end, the password stays until then. Needs EDIT_ACCOUNTS. */
	@Needs(EDIT_ACCOUNTS)
	public InvitationLink newLink(Long accountId) {
		var account = account(accountId);
		if (!accounts.isOpen(account)) {
			throw new BusinessException("people.accounts.error.closed", account.name());
		}
		audit.record("NEW_LINK", "Account", account.id(), account.name(), null, null);
		return link(account);
	}

	private InvitationLink link(Account account) {
		var token = Secrets.create();
		accounts.endInvitations(account.id());
		var invitation = new Invitation(token, account, current.get().accountId(), clock.now());
		em.persist(invitation);
		return new InvitationLink(account.id(), account.name(), token, invitation.expiresAt());
	}

	/** Whom the link invites; empty when it was used, replaced or is over. Looking uses nothing up. Anybody who has the link. */
	@Needs(NOTHING)
	public Optional<InvitationPage> invitation(String token) {
		return Optional.ofNullable(em.find(Invitation.class, Secrets.hash(token))).filter(known -> known.isGoodAt(clock.now()))
				.map(known -> new InvitationPage(known.account().name(), known.account().login()));
	}

	/**
	 * Chooses the password with the link and ends the link; the account's other sessions and remembered sign-ins end too.
	 * Of two who use it at once one wins. Anybody who has the link.
	 */
	@Needs(NOTHING)
	public SignedIn accept(String token, String password) {
		var known = em.find(Invitation.class, Secrets.hash(token), LockModeType.PESSIMISTIC_WRITE);
		if (known == null || !known.isGoodAt(clock.now())) {
			throw new BusinessException("people.invitation.error.over");
		}
		var account = known.account();
		choose(account, password, null);
		known.end(clock.now());
		account.signedIn(clock.now());
		// failures before this are somebody's who did not know the new password
		attempts.end(attempts.begin("account " + account.id(), SignInAttempts.counted(current.address())), SignInAttempts.Outcome.SUCCEEDED);
		as(account, () -> audit.record("CHOOSE_PASSWORD", "Account", account.id(), account.name(), null, null));
		return new SignedIn(account.id(), account.epoch());
	}

	private void choose(Account account, String password, String keepSelector) {
		PasswordRule.check(password, account.login(), account.name(), account.email());
		account.choosePassword(passwords.hash(password));
		em.flush();
		accounts.forgetRemembered(account.id(), keepSelector);
	}

	// ------------------------------------------------------------ accounts, for administrators

	/** The accounts that match, one page of them. Needs EDIT_ACCOUNTS. */
	@Needs(EDIT_ACCOUNTS)
	public List<Accounts.AccountRow> search(Accounts.AccountSearch search) {
		return accounts.search(search);
	}

	/** How many accounts match. Needs EDIT_ACCOUNTS. */
	@Needs(EDIT_ACCOUNTS)
	public long count(Accounts.AccountSearch search) {
		return accounts.count(search);
	}

	/** One account. Needs EDIT_ACCOUNTS. */
	@Needs(EDIT_ACCOUNTS)
	public Accounts.AccountRow get(Long accountId) {
		return accounts.row(accountId).orElseThrow(() -> new NotHereException("No account " + accountId));
	}

	/** Changes name, e-mail, role and person; another role or person ends the sessions. The last administrator stays one. Needs EDIT_ACCOUNTS. */
	@Needs(EDIT_ACCOUNTS)
	public void change(ChangeAccount change) {
		var account = account(change.id());
		if (account.version() != change.version()) {
			throw new OptimisticLockException("Account " + account.id() + " was changed meanwhile", null, account);
		}
		var before = AccountState.of(account);
		var email = checkedEmail(change.email());
		if (accounts.isTaken(account.login(), email, account.id())) {
			throw new BusinessException("people.accounts.error.taken");
		}
		if (change.role() != AccountRole.ADMINISTRATOR) {
			keepAnAdministrator(account);
		}
		account.change(checkedName(change.name()), email, change.role(), person(change.role(), change.personId(), account.id()));
		audit.record("CHANGE", "Account", account.id(), account.name(), before, AccountState.of(account));
	}

	/** Ends the account: sessions, remembered sign-ins, tokens and links at once. What it did stays in its name. Needs EDIT_ACCOUNTS. */
	@Needs(EDIT_ACCOUNTS)
	public void close(Long accountId) {
		var account = account(accountId);
		if (!account.active()) {
			return;
		}
		keepAnAdministrator(account);
		var before = AccountState.of(account);
		account.close();
		em.flush();
		endEverything(account);
		audit.record("CLOSE", "Account", account.id(), account.name(), before, AccountState.of(account));
	}

	private void endEverything(Account account) {
		accounts.forgetRemembered(account.id(), null);
		accounts.revokeTokens(account.id());
		accounts.endInvitations(account.id());
	}

	/** Lets a closed account sign in again with its old password; tokens stay revoked. Needs EDIT_ACCOUNTS. */
	@Needs(EDIT_ACCOUNTS)
	public void reopen(Long accountId) {
		var account = account(accountId);
		var before = AccountState.of(account);
		account.reopen();
		audit.record("REOPEN", "Account", account.id(), account.name(), before, AccountState.of(account));
	}

	/** Ends all sessions and remembered sign-ins of the account from its next click on; tokens stay. Needs EDIT_ACCOUNTS. */
	@Needs(EDIT_ACCOUNTS)
	public void signOutEverywhere(Long accountId) {
		signOutEverywhere(account(accountId));
	}

	private void signOutEverywhere(Account account) {
		account.signOutEverywhere();
		em.flush();
		accounts.forgetRemembered(account.id(), null);
		audit.record("SIGN_OUT_EVERYWHERE", "Account", account.id(), account.name(), null, null);
	}

	// ------------------------------------------------------------ the own account

	/** The own account with what acts for it. Everybody who is signed in. */
	@Needs(BE_SIGNED_IN)
	public AccountPage own() {
		var account = ownAccount();
		return new AccountPage(account.login(), account.name(), account.email(), account.role(), account.theme(), account.density(),
				accounts.rememberedOf(account.id()), accounts.tokensOf(account.id()), scopesOf(account.role()));
	}

	/** What a token of this role may be given, in the order of the permissions. */
	private static List<Permission> scopesOf(AccountRole role) {
		return role.permissions().stream().filter(permission -> permission != NOTHING && permission != BE_SIGNED_IN).toList();
	}

	/** Changes the own name, theme ({@code light}, {@code dark}, null) and density ({@code comfortable}, {@code compact}, null). Everybody who is signed in. */
	@Needs(BE_SIGNED_IN)
	public void prefer(Preferences preferences) {
		var account = ownAccount();
		var before = new Preferences(account.name(), account.theme(), account.density());
		account.change(checkedName(preferences.name()), account.email(), account.role(), account.person());
		account.prefer(account.language(), oneOf(THEMES, preferences.theme()), oneOf(DENSITIES, preferences.density()));
		audit.record("PREFER", "Account", account.id(), account.name(), before, new Preferences(account.name(), account.theme(), account.density()));
	}

	private static String oneOf(Set<String> possible, String chosen) {
		return chosen != null && possible.contains(chosen) ? chosen : null;
	}

	/**
	 * Changes the own password. The old one is asked and its failures count like a sign-in's. All other sessions and
	 * remembered sign-ins end; the answer is for the present session, the present cookie stays. Everybody who is signed in.
	 *
	 * @param cookie this browser's remember-me cookie, or null
	 */
	@Needs(BE_SIGNED_IN)
	public SignedIn changePassword(String old, String chosen, String cookie) {
		var account = ownAccount();
		var attempt = letThrough("account " + account.id());
		if (!isRight(account, old)) {
			throw new BusinessException("people.account.error.old-password");
		}
		attempts.end(attempt, SignInAttempts.Outcome.SUCCEEDED);
		if (old.equals(chosen)) {
			throw new BusinessException("people.account.error.same-password");
		}
		choose(account, chosen, cookie == null ? null : cookie.replaceFirst("\\..*", ""));
		audit.record("CHANGE_PASSWORD", "Account", account.id(), account.name(), null, null);
		return new SignedIn(account.id(), account.epoch());
	}

	/** Ends one remembered sign-in of the own account. Everybody who is signed in. */
	@Needs(BE_SIGNED_IN)
	public void forgetOwn(String selector) {
		var known = em.find(RememberedSignIn.class, selector);
		if (known == null || !known.account().id().equals(ownAccount().id())) {
			throw new NotHereException("No remembered sign-in of one's own");
		}
		em.remove(known);
		audit.record("FORGET_DEVICE", "Account", known.account().id(), known.account().name(), java.util.Map.of("device", String.valueOf(known.device())), null);
	}

	/** Ends all own sessions and remembered sign-ins, the present one too. Everybody who is signed in. */
	@Needs(BE_SIGNED_IN)
	public void signOutOwnEverywhere() {
		signOutEverywhere(ownAccount());
	}

	/** The own tokens that still work. Everybody who is signed in. */
	@Needs(BE_SIGNED_IN)
	public List<Accounts.TokenRow> ownTokens() {
		return accounts.tokensOf(ownAccount().id());
	}

	/**
	 * Makes a token for programs. It may do at most what the own role allows, now and later. Its text is in the answer
	 * and nowhere else. Everybody who is signed in.
	 */
	@Needs(BE_SIGNED_IN)
	public NewToken createToken(CreateToken create) {
		var account = ownAccount();
		var name = create.name() == null ? "" : create.name().strip();
		if (name.isEmpty() || name.length() > 100) {
			throw new BusinessException("people.account.error.token-name");
		}
		if (create.scopes() == null || create.scopes().isEmpty()) {
			throw new BusinessException("people.account.error.token-scopes");
		}
		if (create.days() < 1 || create.days() > LONGEST_TOKEN_LIFE) {
			throw new BusinessException("people.account.error.token-days", LONGEST_TOKEN_LIFE);
		}
		var actor = current.get();
		var allowed = EnumSet.noneOf(Permission.class);
		scopesOf(account.role()).stream().filter(actor::may).forEach(allowed::add);
		var beyond = create.scopes().stream().filter(scope -> !allowed.contains(scope)).sorted().map(Permission::name).toList();
		if (!beyond.isEmpty()) {
			throw new BusinessException("people.account.error.token-beyond", beyond);
		}
		var text = "hc_" + Secrets.create();
		var token = new ApiToken(account, name, text, create.scopes(), clock.now(), clock.now().plus(Duration.ofDays(create.days())));
		em.persist(token);
		audit.record("CREATE_TOKEN", "ApiToken", token.id(), name, null, new TokenState(name, token.scopes(), token.expiresAt()));
		return new NewToken(token.id(), name, text, token.scopes().stream().map(Permission::name).toList(), token.expiresAt());
	}

	/** Ends an own token at once. Everybody who is signed in. */
	@Needs(BE_SIGNED_IN)
	public void revokeToken(Long tokenId) {
		var token = em.find(ApiToken.class, tokenId);
		if (token == null || !token.account().id().equals(ownAccount().id()) || token.isRevoked()) {
			throw new NotHereException("No token " + tokenId + " of one's own");
		}
		token.revoke(clock.now());
		audit.record("REVOKE_TOKEN", "ApiToken", tokenId, token.name(), new TokenState(token.name(), token.scopes(), token.expiresAt()), null);
	}

	// ------------------------------------------------------------ rules

	private Account account(Long accountId) {
		var account = em.find(Account.class, accountId);
		if (account == null) {
			throw new NotHereException("No account " + accountId);
		}
		return account;
	}

	private Account ownAccount() {
		return account(current.get().accountId());
	}

	/** Without an administrator nobody could ever invite one again. Both of two who close each other wait for this lock. */
	private void keepAnAdministrator(Account account) {
		if (account.role() != AccountRole.ADMINISTRATOR || !account.active()) {
			return;
		}
		em.createQuery("select a from Account a where a.role = org.headcoach.people.AccountRole.ADMINISTRATOR order by a.id", Account.class)
				.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
		if (accounts.activeAdministrators() < 2) {
			throw new BusinessException("people.accounts.error.last-administrator");
		}
	}

	private Salesperson person(AccountRole role, Long personId, Long accountId) {
		if (personId == null) {
			if (role == AccountRole.MANAGER || role == AccountRole.DIRECTOR || role == AccountRole.REP) {
				throw new BusinessException("people.accounts.error.person-needed");
			}
			return null;
		}
		var person = em.find(Salesperson.class, personId);
		if (person == null) {
			throw new NotHereException("No person " + personId);
		}
		accounts.accountNameOf(personId, accountId).ifPresent(name -> {
			throw new BusinessException("people.accounts.error.person-taken", person.name(), name);
		});
		return person;
	}

	static String checkedLogin(String login) {
		var plain = login == null ? "" : login.strip().toLowerCase(Locale.ROOT);
		if (!plain.matches(LOGIN)) {
			throw new BusinessException("people.accounts.error.login");
		}
		return plain;
	}

	static String checkedName(String name) {
		var plain = name == null ? "" : name.strip();
		if (plain.isEmpty() || plain.length() > 200) {
			throw new BusinessException("people.error.name");
		}
		return plain;
	}

	/** Null for nothing. */
	static String checkedEmail(String email) {
		if (email == null || email.isBlank()) {
			return null;
		}
		var plain = email.strip();
		if (plain.length() > 254 || !plain.matches(EMAIL)) {
			throw new BusinessException("people.error.email", plain);
		}
		return plain;
	}

	private void as(Account account, Runnable work) {
		current.as(new Actor(account.id(), account.name(), account.role(), null, null), () -> {
			work.run();
			return null;
		});
	}
}
