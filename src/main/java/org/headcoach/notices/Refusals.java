package org.headcoach.notices;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.headcoach.people.Secrets;
import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Who wants no mail about what, and the secret that signs the links by which they say so. */
@ApplicationScoped
@Transactional
class Refusals {

	@PersistenceContext
	private EntityManager em;

	@Inject
	private BusinessClock clock;

	/** The topics that the account refuses. */
	Set<String> of(Long accountId) {
		return new HashSet<>(em.createQuery("select r.topic from NoticeRefusal r where r.accountId = :account", String.class).setParameter("account", accountId).getResultList());
	}

	/** Those of the accounts that refuse the topic. */
	Set<Long> of(Collection<Long> accountIds, String topic) {
		return accountIds.isEmpty() ? Set.of() : new HashSet<>(em.createQuery("select r.accountId from NoticeRefusal r where r.topic = :topic and r.accountId in :accounts", Long.class)
				.setParameter("topic", topic).setParameter("accounts", accountIds).getResultList());
	}

	/** False when it was refused before. Of two clicks at once, such as a reader's and a mail provider's, the second finds the first done. */
	boolean refuse(Long accountId, String topic) {
		em.createNativeQuery("select id from account where id = ? for update").setParameter(1, accountId).getResultList();
		if (of(accountId).contains(topic)) {
			return false;
		}
		em.persist(new NoticeRefusal(accountId, topic, clock.now()));
		return true;
	}

	/** False when it was wanted anyway. */
	boolean want(Long accountId, String topic) {
		return em.createQuery("delete from NoticeRefusal r where r.accountId = :account and r.topic = :topic").setParameter("account", accountId).setParameter("topic", topic)
				.executeUpdate() > 0;
	}

	/** Made by whoever needs it first; of two at once one wins. */
	String secret() {
		var known = known();
		if (known != null) {
			return known;
		}
		em.createNativeQuery("update notice_office set secret = ? where id = 1 and secret is null").setParameter(1, Secrets.create()).executeUpdate();
		return known();
	}

	private String known() {
		return (String) em.createNativeQuery("select secret from notice_office where id = 1").getSingleResult();
	}
}
