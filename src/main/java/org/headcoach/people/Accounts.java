package org.headcoach.people;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over accounts. */
@ApplicationScoped
public class Accounts {

	/** What every request of a signed-in account asks: is it still good, and who is it? */
	public record SessionRow(Long id, String login, String name, AccountRole role, Long personId, boolean active, int epoch,
			String language, String theme, String density) {
	}

	@PersistenceContext
	private EntityManager em;

	public Optional<SessionRow> session(Long accountId) {
		return em.createQuery("""
				select new org.headcoach.people.Accounts.SessionRow(a.id, a.login, a.name, a.role, p.id, a.active, a.epoch,
					a.language, a.theme, a.density)
				from Account a left join a.person p where a.id = :id""", SessionRow.class)
				.setParameter("id", accountId).getResultStream().findFirst();
	}

	/** By account name or e-mail, without regard to capitals. */
	public Optional<Account> find(String loginOrEmail) {
		return em.createQuery("select a from Account a where lower(a.login) = :login or lower(a.email) = :login", Account.class)
				.setParameter("login", loginOrEmail.strip().toLowerCase(java.util.Locale.ROOT)).getResultStream().findFirst();
	}

	/** The token with this text, good or not. */
	Optional<ApiToken> token(String text) {
		return em.createQuery("select t from ApiToken t join fetch t.account where t.hash = :hash", ApiToken.class)
				.setParameter("hash", Secrets.hash(text)).getResultStream().findFirst();
	}
}
