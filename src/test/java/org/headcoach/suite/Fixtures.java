package org.headcoach.suite;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.headcoach.people.Account;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.Company;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Passwords;
import org.headcoach.people.PeopleService;
import org.headcoach.people.PositionHeld;
import org.headcoach.people.Region;
import org.headcoach.people.Role;
import org.headcoach.people.Salesperson;
import org.headcoach.people.Team;
import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** What the in-container tests begin with, as phrases: a company, a team under its manager, an account for a person. */
@ApplicationScoped
@Transactional
public class Fixtures {

	/** A region, a team in it and its line: VP, director, manager, as many reps as asked for. */
	public record Sales(Region region, Team team, Salesperson vp, Salesperson director, Salesperson manager, java.util.List<Salesperson> reps) {
		public Salesperson rep(int index) {
			return reps.get(index);
		}
	}

	private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000);

	@PersistenceContext
	private EntityManager em;

	@Inject
	private PeopleService people;

	@Inject
	private Passwords passwords;

	@Inject
	private BusinessClock clock;

	@Inject
	private CurrentActor current;

	/** A word that no other test has. */
	public String unique(String word) {
		return word + "-" + NEXT.incrementAndGet();
	}

	/** The one company of the suite: dollars, New York, Monday to Friday. */
	public Company theCompany() {
		return people.findCompany().orElseGet(() -> {
			var company = new Company("Suite Company", Currency.getInstance("USD"), ZoneId.of("America/New_York"), 2,
					EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), false);
			em.persist(company);
			return company;
		});
	}

	/** A team of so many reps with its whole line above, all since that day. */
	public Sales aTeamOf(int reps, LocalDate since) {
		theCompany();
		var region = new Region(unique("Region"));
		em.persist(region);
		var team = new Team(unique("Team"), region);
		em.persist(team);
		var vp = aPerson("Vera", Role.VP, null, null, null, since);
		var director = aPerson("Dirk", Role.DIRECTOR, null, region, vp, since);
		var manager = aPerson("Mona", Role.MANAGER, team, region, director, since);
		var list = new java.util.ArrayList<Salesperson>();
		for (int i = 0; i < reps; i++) {
			list.add(aPerson("Rep", Role.REP, team, region, manager, since));
		}
		em.flush();
		return new Sales(region, team, vp, director, manager, list);
	}

	public Salesperson aPerson(String name, Role role, Team team, Region region, Salesperson superior, LocalDate since) {
		var unique = unique(name);
		var person = new Salesperson(unique, unique.toLowerCase(java.util.Locale.ROOT) + "@suite.example", unique, since);
		em.persist(person);
		em.persist(new PositionHeld(person, role, role.name(), null, team, region, superior, since, null));
		return person;
	}

	/** An account with the password "correct horse battery". */
	public Account anAccount(AccountRole role, Salesperson person) {
		var name = person == null ? unique("admin") : person.name();
		var account = new Account(name.toLowerCase(java.util.Locale.ROOT), name, null, role, person == null ? null : em.merge(person), clock.now());
		account.choosePassword(passwords.hash("correct horse battery"));
		em.persist(account);
		em.flush();
		return account;
	}

	/** An account that mail can be sent to. */
	public Account aReader(AccountRole role, Salesperson person) {
		var account = anAccount(role, person);
		account.change(account.name(), account.login() + "@suite.example", role, account.person());
		em.flush();
		return account;
	}

	/** Acts as somebody with that role; the person may be null for an administrator. */
	public Actor actor(AccountRole role, Salesperson person) {
		return new Actor(-NEXT.incrementAndGet(), person == null ? role.name() : person.name(), role, person == null ? null : person.id(), null);
	}

	/** Does the work as that actor. The test calls services inside, each with its own transaction and right. */
	@Transactional(Transactional.TxType.SUPPORTS)
	public <T> T as(Actor actor, Supplier<T> work) {
		return current.as(actor, work);
	}

	@Transactional(Transactional.TxType.SUPPORTS)
	public void as(Actor actor, Runnable work) {
		current.as(actor, () -> {
			work.run();
			return null;
		});
	}
}
