package org.headcoach.training;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.headcoach.training.engine.LearningPath;
import org.headcoach.training.engine.Validity;

/**
 * What somebody holds of one certification on a day: the certificate that holds longest, or the last one that was taken back.
 *
 * @param firstEarnedOn when it was earned for the first time
 * @param lastDay null: for ever
 */
public record Holding(long certificateId, long certificationId, long personId, String number, LocalDate firstEarnedOn, LocalDate earnedOn, LocalDate lastDay, Validity.State state, int renewalDays)
		implements Serializable {

	/** A certificate as it stands in the database. */
	public record Line(long id, long certificationId, long personId, String number, LocalDate earnedOn, LocalDate lastDay, int renewalDays, java.time.Instant revokedAt) {

		boolean isRevoked(LocalDate day, ZoneId zone) {
			return revokedAt != null && !revokedAt.atZone(zone).toLocalDate().isAfter(day);
		}
	}

	/** By person and certification. */
	static Map<Long, Map<Long, Holding>> on(LocalDate day, ZoneId zone, Collection<Line> lines) {
		var holdings = new HashMap<Long, Map<Long, Holding>>();
		lines.stream().filter(line -> !line.earnedOn().isAfter(day)).collect(Collectors.groupingBy(Line::personId)).forEach((person, own) -> {
			var by = holdings.computeIfAbsent(person, id -> new HashMap<>());
			own.stream().collect(Collectors.groupingBy(Line::certificationId)).forEach((certification, of) -> by.put(certification, of(of, day, zone)));
		});
		return holdings;
	}

	private static Holding of(List<Line> lines, LocalDate day, ZoneId zone) {
		var longest = Comparator.comparing((Line line) -> !line.isRevoked(day, zone)).thenComparing(Line::lastDay, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Line::id);
		var line = lines.stream().max(longest).orElseThrow();
		var first = lines.stream().map(Line::earnedOn).min(Comparator.naturalOrder()).orElseThrow();
		return new Holding(line.id(), line.certificationId(), line.personId(), line.number(), first, line.earnedOn(), line.lastDay(),
				Validity.state(line.lastDay(), line.renewalDays(), line.isRevoked(day, zone), day), line.renewalDays());
	}

	/** What of it a path needs to know. A certificate that was taken back was never earned. */
	static Map<Long, LearningPath.Held> forPath(Map<Long, Holding> holdings) {
		return holdings.values().stream().filter(holding -> holding.state() != Validity.State.REVOKED)
				.collect(Collectors.toMap(Holding::certificationId, holding -> new LearningPath.Held(holding.firstEarnedOn(), holding.lastDay(), holding.state())));
	}

	static Optional<Holding> find(Map<Long, Map<Long, Holding>> holdings, long person, long certification) {
		return Optional.ofNullable(holdings.getOrDefault(person, Map.of()).get(certification));
	}
}
