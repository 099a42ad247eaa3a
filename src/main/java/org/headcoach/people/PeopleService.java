package org.headcoach.people;

import static org.headcoach.people.Permission.NOTHING;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The door to people: the company and its calendar, the line, accounts. */
@ApplicationScoped
@Transactional
public class PeopleService {

	@PersistenceContext
	private EntityManager em;

	@Inject
	private BusinessClock clock;

	/** The company; only the set-up page is reached before there is one. Anybody may ask. */
	@Needs(NOTHING)
	public Company company() {
		return findCompany().orElseThrow(() -> new IllegalStateException("The company has not been set up."));
	}

	/** Empty until the set-up page or the demo company has made it. Anybody may ask. */
	@Needs(NOTHING)
	public Optional<Company> findCompany() {
		return em.createQuery("select c from Company c", Company.class).getResultStream().findFirst();
	}

	/** Today in the company's zone. Anybody may ask. */
	@Needs(NOTHING)
	public LocalDate today() {
		return company().dayOf(clock.now());
	}

	/** Days on which nobody works although the week says so. Anybody may ask. */
	@Needs(NOTHING)
	public Set<LocalDate> holidays() {
		return new TreeSet<>(em.createQuery("select h.on from Holiday h", LocalDate.class).getResultList());
	}
}
