package org.headcoach.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.people.PeopleService;
import org.headcoach.people.Role;
import org.headcoach.training.engine.LearningPath;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Tells topics above what somebody held on any day. Certificates are never deleted and a path keeps what it was, so the answer for a day that is over changes only with what is entered late for it.
 * It asks for no right: callers pass people whom their account may see, or whose pay rests on it.
 */
@ApplicationScoped
public class HeldCertifications {

	@Inject
	private Certifications certifications;

	@Inject
	private PeopleService people;

	/** A certification by the name that it has now. */
	public record Named(long id, String title, boolean retired) {
	}

	/** The certificates of some people, and all paths; each day is asked without another query. */
	public final class Book {

		private final Collection<Holding.Line> lines;
		private final List<Certifications.Path> paths = certifications.paths();
		private final Map<LocalDate, Map<Long, Map<Long, Holding>>> days = new LinkedHashMap<>();
		private final java.time.ZoneId zone = people.company().zone();

		private Book(Collection<Long> of) {
			lines = certifications.certificates(of);
		}

		/** Whether the certificate held on that day: earned by then, not over, not taken back. */
		public boolean holds(long personId, long certificationId, LocalDate day) {
			return Holding.find(on(day), personId, certificationId).filter(holding -> holding.state().holds()).isPresent();
		}

		/** What the role's path asked for on that day before somebody sells alone, and the person did not hold; null where it asked for nothing. */
		public List<Long> missing(long personId, Role role, LocalDate day) {
			var gate = new ArrayList<Long>();
			paths.stream().filter(path -> path.role() == role && !path.from().isAfter(day)).reduce((before, after) -> after).ifPresent(path -> path.steps().stream().filter(LearningPath.Step::gate)
					.forEach(step -> gate.add(step.certificationId())));
			return gate.isEmpty() ? null : gate.stream().filter(certification -> !holds(personId, certification, day)).toList();
		}

		private Map<Long, Map<Long, Holding>> on(LocalDate day) {
			return days.computeIfAbsent(day, each -> Holding.on(each, zone, lines));
		}
	}

	/** Two queries, however many people. */
	public Book of(Collection<Long> personIds) {
		return new Book(personIds);
	}

	/** Every certification by its number, those that are retired too. */
	public Map<Long, Named> named() {
		var named = new LinkedHashMap<Long, Named>();
		certifications.latest().forEach(version -> named.put(version.certification().id(), new Named(version.certification().id(), version.title(), version.certification().isRetired())));
		return named;
	}
}
