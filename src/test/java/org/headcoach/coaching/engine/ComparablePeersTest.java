package org.headcoach.coaching.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is compared with whom. */
class ComparablePeersTest {

	private record Rep(int id, String role, TenureBand band) {
	}

	@ParameterizedTest(name = "started {0}: {1}")
	@CsvSource({ "2026-06-01, RAMPING", "2026-05-02, RAMPING", "2026-05-01, SETTLED", "2024-11-02, SETTLED", "2024-11-01, SENIOR", "2027-01-01, RAMPING" })
	void bandsByFullMonthsOnTheFirstOfNovember(LocalDate started, TenureBand band) {
		assertEquals(band, TenureBand.at(started, LocalDate.of(2026, 11, 1)));
	}

	@Test
	void joinsASmallBandToTheNextLongerOne() {
		List<Rep> reps = new ArrayList<>();
		add(reps, "AE", TenureBand.RAMPING, 3);
		add(reps, "AE", TenureBand.SETTLED, 6);
		add(reps, "AE", TenureBand.SENIOR, 6);
		assertEquals(List.of(9, 6), sizes(reps));
	}

	@Test
	void joinsASmallLastBandToTheOneBefore() {
		List<Rep> reps = new ArrayList<>();
		add(reps, "AE", TenureBand.RAMPING, 7);
		add(reps, "AE", TenureBand.SENIOR, 2);
		add(reps, "SDR", TenureBand.RAMPING, 2);
		assertEquals(List.of(9, 2), sizes(reps));
	}

	@Property
	void everybodyStandsInExactlyOneGroupOfTheOwnRole(@ForAll @Size(max = 40) List<@IntRange(max = 5) Integer> kinds) {
		List<Rep> reps = new ArrayList<>();
		kinds.forEach(kind -> reps.add(new Rep(reps.size(), kind % 2 == 0 ? "AE" : "SDR", TenureBand.values()[kind / 2])));
		List<List<Rep>> groups = ComparablePeers.byRoleAndTenure(reps, Rep::role, Rep::band, DiagnosisRules.standard());
		assertEquals(reps.size(), groups.stream().mapToInt(List::size).sum());
		assertEquals(Set.copyOf(reps), groups.stream().flatMap(List::stream).collect(Collectors.toSet()));
		for (List<Rep> group : groups) {
			assertEquals(1, group.stream().map(Rep::role).distinct().count());
			boolean wholeRole = group.size() == reps.stream().filter(r -> r.role().equals(group.get(0).role())).count();
			assertTrue(group.size() >= 6 || wholeRole);
		}
	}

	private static void add(List<Rep> reps, String role, TenureBand band, int count) {
		for (int i = 0; i < count; i++) {
			reps.add(new Rep(reps.size(), role, band));
		}
	}

	private static List<Integer> sizes(List<Rep> reps) {
		return ComparablePeers.byRoleAndTenure(reps, Rep::role, Rep::band, DiagnosisRules.standard()).stream().map(List::size).toList();
	}
}
