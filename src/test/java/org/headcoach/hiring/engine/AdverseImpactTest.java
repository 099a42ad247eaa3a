package org.headcoach.hiring.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.headcoach.hiring.engine.AdverseImpact.Group;
import org.junit.jupiter.api.Test;

class AdverseImpactTest {

	/** The example of the Uniform Guidelines: 48 of 80 and 12 of 40 are 60 % and 30 %, half of it and below four fifths. Before, 40 of 80 and 18 of 40 are 50 % and 45 %: 0.9. */
	@Test
	void flagsWhatIsBelowFourFifthsOfTheHighestShare() {
		var groupOf = people(Map.of("white", 80, "black", 40));
		var impact = AdverseImpact.of("race", groupOf, 0, chosen(groupOf, Map.of("white", 40, "black", 18)), chosen(groupOf, Map.of("white", 48, "black", 12)));
		var black = impact.groups().get(0);
		assertEquals("black", black.name());
		assertEquals(0.9, black.before().ratio(), 1e-12);
		assertFalse(black.before().flagged());
		assertEquals(0.5, black.after().ratio(), 1e-12);
		assertTrue(black.after().flagged());
		assertTrue(black.after().chance() < 0.01);
		assertTrue(impact.worse());
		assertEquals(1.0, impact.groups().get(1).after().ratio());
	}

	@Test
	void exactlyFourFifthsIsNoSign() {
		var groupOf = people(Map.of("a", 50, "b", 50));
		var impact = AdverseImpact.of("d", groupOf, 0, Set.of(), chosen(groupOf, Map.of("a", 10, "b", 8)));
		assertFalse(impact.flagged());
		assertNull(impact.groups().get(0).before().ratio());
		assertTrue(AdverseImpact.of("d", groupOf, 0, Set.of(), chosen(groupOf, Map.of("a", 10, "b", 7))).flagged());
	}

	@Test
	void smallGroupsArePutTogetherAndTheNextOneToThemSoThatNobodyIsFound() {
		var groupOf = people(Map.of("a", 40, "b", 30, "c", 12, "d", 3));
		var impact = AdverseImpact.of("d", groupOf, 0, Set.of(), Set.of());
		assertEquals(List.of("a", "b"), impact.groups().stream().map(Group::name).limit(2).toList());
		assertNull(impact.groups().get(2).name());
		assertEquals(15, impact.groups().get(2).people());
	}

	@Test
	void aSmallGroupHidesAmongThoseWhoRecordedNothing() {
		var groupOf = people(Map.of("a", 40, "b", 30, "d", 3));
		assertEquals(List.of("a", "b"), AdverseImpact.of("d", groupOf, 7, Set.of(), Set.of()).groups().stream().map(Group::name).toList());
		assertEquals(33, AdverseImpact.of("d", groupOf, 6, Set.of(), Set.of()).groups().get(1).people());
		assertEquals(List.of("a", "b", "c"), AdverseImpact.of("d", people(Map.of("a", 40, "b", 30, "c", 10)), 1, Set.of(), Set.of()).groups().stream().map(Group::name).toList());
	}

	@Test
	void showsNothingWhereOneGroupIsLeft() {
		assertEquals(List.of(), AdverseImpact.of("d", people(Map.of("a", 40, "b", 9)), 0, Set.of(), Set.of()).groups());
		assertEquals(List.of(), AdverseImpact.of("d", people(Map.of("a", 40)), 0, Set.of(), Set.of()).groups());
		assertEquals(List.of(), AdverseImpact.of("d", people(Map.of("a", 4, "b", 5)), 0, Set.of(), Set.of()).groups());
		assertEquals(List.of(), AdverseImpact.of("d", Map.of(), 0, Set.of(), Set.of()).groups());
	}

	@Property
	void noShownGroupIsSmallerThanTenAndAllTogetherAreEverybody(@ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 25) Integer> sizes) {
		var named = new HashMap<String, Integer>();
		for (int i = 0; i < sizes.size(); i++) {
			named.put("g" + i, sizes.get(i));
		}
		var impact = AdverseImpact.of("d", people(named), 0, Set.of(1L), Set.of(1L));
		impact.groups().forEach(group -> assertTrue(group.people() >= AdverseImpact.SMALLEST));
		if (!impact.groups().isEmpty()) {
			assertEquals(sizes.stream().mapToInt(Integer::intValue).sum(), impact.groups().stream().mapToInt(Group::people).sum());
		}
	}

	private static Map<Long, String> people(Map<String, Integer> sizes) {
		var groupOf = new HashMap<Long, String>();
		sizes.forEach((name, size) -> LongStream.range(0, size).forEach(any -> groupOf.put(groupOf.size() + 1L, name)));
		return groupOf;
	}

	private static Set<Long> chosen(Map<Long, String> groupOf, Map<String, Integer> counts) {
		var chosen = new HashSet<Long>();
		counts.forEach((name, count) -> chosen.addAll(groupOf.entrySet().stream().filter(each -> each.getValue().equals(name)).map(Map.Entry::getKey).limit(count).collect(Collectors.toSet())));
		return chosen;
	}
}
