package org.headcoach.people;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

/** Queries over accounts, their invitations, remembered sign-ins and tokens. */
@ApplicationScoped
public class Accounts {

	/** What every request of a signed-in account asks: is it still good, and who is it? */
	public record SessionRow(Long id, String login, String name, AccountRole role, Long personId, boolean active, int epoch,
			String language, String theme, String density) {
	}

	/** One line of the accounts page. */
	public record AccountRow(Long id, String login, String name, String email, AccountRole role, Long personId, String personName,
			boolean active, boolean hasPassword, OffsetDateTime lastSignInAt, int version) implements Serializable {

		public AccountRow(Long id, String login, String name, String email, AccountRole role, Long personId, String personName,
				boolean active, String passwordHash, OffsetDateTime lastSignInAt, int version) {
			this(id, login, name, email, role, personId, personName, active, passwordHash != null, lastSignInAt, version);
		}
	}

	/** A browser that stays signed in. */
	public record RememberedRow(String selector, String device, OffsetDateTime createdAt, OffsetDateTime usedAt) implements Serializable {
	}

	/** An API token without its text, which nobody has any more. */
	public record TokenRow(Long id, String name, String scopes, OffsetDateTime createdAt, OffsetDateTime expiresAt, OffsetDateTime lastUsedAt)
			implements Serializable {

		/** Names of permissions. */
		public List<String> scopeNames() {
			return ApiToken.scopesOf(scopes).stream().map(Permission::name).toList();
		}
	}

	/** Which accounts, in which order. All parts but the page may be null. */
	public record AccountSearch(String text, AccountRole role, Boolean active, String sort, boolean descending, int first, int size) {
	}

	/** An open account with an e-mail: whom something can be sent to. Null parts: no place in the line, no language chosen. */
	public record Reader(Long accountId, Long personId, String name, String email, String language) {
	}

	/** An open account; {@code personId} is null without a place in the line. */
	public record Holder(Long accountId, Long personId, String name) implements Serializable {
	}

	private static final Map<String, String> SORTS = Map.of("name", "lower(a.name)", "login", "a.login", "role", "a.role", "seen", "a.lastSignInAt");

	private static final String ROW = """
			select new org.headcoach.people.Accounts.AccountRow(a.id, a.login, a.name, a.email, a.role, p.id, p.name, a.active,
				a.passwordHash, a.lastSignInAt, a.version)
			from Account a left join a.person p
			""";

	@PersistenceContext
	private EntityManager em;

	@Inject
	private BusinessClock clock;

	/** The account, good unless it was closed or its person's last day is over everywhere on earth. */
	public Optional<SessionRow> session(Long accountId) {
		return em.createQuery("""
				select new org.headcoach.people.Accounts.SessionRow(a.id, a.login, a.name, a.role, p.id, a.active, a.epoch,
					a.language, a.theme, a.density)
				from Account a left join a.person p where a.id = :id and (p.leftOn is null or p.leftOn >= :today)""", SessionRow.class)
				.setParameter("id", accountId).setParameter("today", latestToday()).getResultStream().findFirst();
	}

	/** Those of these accounts that are open and have an e-mail, by id. */
	public List<Reader> readers(Collection<Long> accountIds) {
		return readers("a.id", accountIds);
	}

	/** The open accounts with an e-mail of these people, by id. */
	public List<Reader> readersOf(Collection<Long> personIds) {
		return readers("p.id", personIds);
	}

	private List<Reader> readers(String which, Collection<Long> ids) {
		return ids.isEmpty() ? List.of() : em.createQuery("select new org.headcoach.people.Accounts.Reader(a.id, p.id, a.name, a.email, a.language) from Account a left join a.person p"
				+ " where " + which + " in :ids and a.active = :active and a.email is not null and (p.leftOn is null or p.leftOn >= :today) order by a.id", Reader.class)
				.setParameter("ids", ids).setParameter("active", true).setParameter("today", latestToday()).getResultList();
	}

	/** Open accounts whose role has a right, by name. */
	public List<Holder> holders(Permission permission) {
		var roles = Arrays.stream(AccountRole.values()).filter(role -> role.may(permission)).toList();
		return em.createQuery("select new org.headcoach.people.Accounts.Holder(a.id, p.id, a.name) from Account a left join a.person p where a.role in :roles and a.active = :active"
				+ " and (p.leftOn is null or p.leftOn >= :today) order by a.name, a.id", Holder.class).setParameter("roles", roles).setParameter("active", true).setParameter("today", latestToday())
				.getResultList();
	}

	private LocalDate latestToday() {
		return clock.now().atOffset(ZoneOffset.ofHours(-12)).toLocalDate();
	}

	/** By account name or e-mail, without regard to capitals. */
	public Optional<Account> find(String loginOrEmail) {
		return em.createQuery("select a from Account a left join fetch a.person where lower(a.login) = :login or lower(a.email) = :login", Account.class)
				.setParameter("login", loginOrEmail.strip().toLowerCase(Locale.ROOT)).getResultStream().findFirst();
	}

	/** Whether somebody may sign in to it at all: not closed, and its person has not left. */
	boolean isOpen(Account account) {
		return account.active() && (account.person() == null || account.person().leftOn() == null
				|| !account.person().leftOn().isBefore(latestToday()));
	}

	Optional<AccountRow> row(Long accountId) {
		return em.createQuery(ROW + "where a.id = :id", AccountRow.class).setParameter("id", accountId).getResultStream().findFirst();
	}

	List<AccountRow> search(AccountSearch search) {
		var order = (search.sort() == null ? "lower(a.name)" : SORTS.getOrDefault(search.sort(), "lower(a.name)")) + (search.descending() ? " desc nulls last" : " asc nulls last");
		var query = em.createQuery(ROW + where(search) + " order by " + order + ", a.id", AccountRow.class);
		return fill(query, search).setFirstResult(search.first()).setMaxResults(search.size()).getResultList();
	}

	long count(AccountSearch search) {
		return fill(em.createQuery("select count(a) from Account a " + where(search), Long.class), search).getSingleResult();
	}

	private static String where(AccountSearch search) {
		// a comparison of constants such as 1 = 1 would make EclipseLink write all parameters into the text
		return "where a.id is not null"
				+ (Like.contains(search.text()) == null ? "" : " and (lower(a.name) like :text or lower(a.login) like :text"
						+ " or lower(a.email) like :text)")
				+ (search.role() == null ? "" : " and a.role = :role")
				+ (search.active() == null ? "" : " and a.active = :active");
	}

	private static <T> TypedQuery<T> fill(TypedQuery<T> query, AccountSearch search) {
		if (Like.contains(search.text()) != null) {
			query.setParameter("text", Like.contains(search.text()));
		}
		if (search.role() != null) {
			query.setParameter("role", search.role());
		}
		if (search.active() != null) {
			query.setParameter("active", search.active());
		}
		return query;
	}

	long activeAdministrators() {
		return em.createQuery("select count(a) from Account a where a.role = org.headcoach.people.AccountRole.ADMINISTRATOR and a.active = :active", Long.class)
				.setParameter("active", true).getSingleResult();
	}

	boolean isTaken(String login, String email, Long exceptAccount) {
		var query = em.createQuery("select count(a) from Account a where a.id <> :except and (lower(a.login) = :login"
				+ (email == null ? ")" : " or lower(a.email) = :email)"), Long.class)
				.setParameter("except", exceptAccount == null ? -1L : exceptAccount).setParameter("login", login.toLowerCase(Locale.ROOT));
		return (email == null ? query : query.setParameter("email", email.toLowerCase(Locale.ROOT))).getSingleResult() > 0;
	}

	Optional<String> accountNameOf(Long personId, Long exceptAccount) {
		return em.createQuery("select a.name from Account a where a.person.id = :person and a.id <> :except", String.class)
				.setParameter("person", personId).setParameter("except", exceptAccount == null ? -1L : exceptAccount).getResultStream().findFirst();
	}

	/** The token with this text, good or not. */
	Optional<ApiToken> token(String text) {
		return em.createQuery("select t from ApiToken t join fetch t.account where t.hash = :hash", ApiToken.class)
				.setParameter("hash", Secrets.hash(text)).getResultStream().findFirst();
	}

	/** Tokens of the account that still work, newest first. */
	List<TokenRow> tokensOf(Long accountId) {
		return em.createQuery("""
				select new org.headcoach.people.Accounts.TokenRow(t.id, t.name, t.scopes, t.createdAt, t.expiresAt, t.lastUsedAt)
				from ApiToken t where t.account.id = :account and t.revokedAt is null and t.expiresAt > :now order by t.createdAt desc, t.id desc""", TokenRow.class)
				.setParameter("account", accountId).setParameter("now", now()).getResultList();
	}

	List<RememberedRow> rememberedOf(Long accountId) {
		return em.createQuery("""
				select new org.headcoach.people.Accounts.RememberedRow(r.selector, r.device, r.createdAt, r.rotatedAt)
				from RememberedSignIn r where r.account.id = :account and r.expiresAt > :now order by r.rotatedAt desc, r.selector""", RememberedRow.class)
				.setParameter("account", accountId).setParameter("now", now()).getResultList();
	}

	/** Ends all but one; null ends all. */
	void forgetRemembered(Long accountId, String exceptSelector) {
		em.createQuery("delete from RememberedSignIn r where r.account.id = :account and r.selector <> :except")
				.setParameter("account", accountId).setParameter("except", exceptSelector == null ? "" : exceptSelector).executeUpdate();
	}

	/** Ends every token: a closed account's programs stop too. */
	void revokeTokens(Long accountId) {
		em.createQuery("update ApiToken t set t.revokedAt = :now where t.account.id = :account and t.revokedAt is null")
				.setParameter("account", accountId).setParameter("now", now()).executeUpdate();
	}

	void endInvitations(Long accountId) {
		em.createQuery("update Invitation i set i.usedAt = :now where i.account.id = :account and i.usedAt is null")
				.setParameter("account", accountId).setParameter("now", now()).executeUpdate();
	}

	/** Removes what is over since long. */
	void forgetOver() {
		var then = clock.now().minus(java.time.Duration.ofDays(30)).atOffset(ZoneOffset.UTC);
		em.createQuery("delete from RememberedSignIn r where r.expiresAt < :now").setParameter("now", now()).executeUpdate();
		em.createQuery("delete from Invitation i where i.expiresAt < :then").setParameter("then", then).executeUpdate();
	}

	private OffsetDateTime now() {
		return clock.now().atOffset(ZoneOffset.UTC);
	}
}
