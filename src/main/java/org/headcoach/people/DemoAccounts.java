package org.headcoach.people;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The accounts that the sign-in page of the demo company offers. In every other company there are none. */
@ApplicationScoped
public class DemoAccounts {

	/** One account to look around with; teams and reps are those that it sees. */
	public record DemoAccount(String login, String name, AccountRole role, Long personId, String jobTitle, String teamName, String regionName, int teams, int reps) {
	}

	private record Found(String login, String name, AccountRole role, Long personId) {
	}

	@PersistenceContext
	private EntityManager em;

	/** By role, the administrator first. The accounts are named for their roles; further accounts are not offered. */
	public List<DemoAccount> in(Company company, Line line) {
		if (!company.demo()) {
			return List.of();
		}
		return em.createQuery("""
				select a.login, a.name, a.role, p.id from Account a left join a.person p where a.active = :active""", Object[].class)
				.setParameter("active", true)
				.getResultStream().map(row -> new Found((String) row[0], (String) row[1], (AccountRole) row[2], (Long) row[3]))
				.filter(account -> account.login().equals(loginOf(account.role()))).sorted(Comparator.comparing(Found::role))
				.map(account -> seen(account, line)).toList();
	}

	private static String loginOf(AccountRole role) {
		return role == AccountRole.ADMINISTRATOR ? "admin" : role.name().toLowerCase(java.util.Locale.ROOT);
	}

	private static DemoAccount seen(Found account, Line line) {
		var place = line.of(account.personId());
		var reps = account.personId() == null ? List.<Line.Place>of() : line.repsBelow(account.personId());
		var teams = (int) reps.stream().map(Line.Place::teamId).distinct().count();
		return new DemoAccount(account.login(), account.name(), account.role(), account.personId(), place == null ? null : place.jobTitle(),
				place == null ? null : place.teamName(), place == null ? null : place.regionName(), teams, reps.size());
	}
}
