package org.headcoach.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * Who may import whom: an allow-list. A topic that is not on the ladder may import nothing, so a new folder fails until
 * somebody decides.
 */
class LadderTest {

	private static final String ROOT = "org.headcoach.";

	/** Everybody may import shared. */
	private static final Map<String, Set<String>> LADDER = Map.ofEntries(
			Map.entry("shared", Set.of()),
			Map.entry("people", Set.of()),
			Map.entry("site", Set.of("people")),
			Map.entry("notices", Set.of("people")),
			Map.entry("pipeline", Set.of("people")),
			Map.entry("training", Set.of("people", "pipeline", "notices")),
			Map.entry("qualification", Set.of("people", "pipeline")),
			Map.entry("demand", Set.of("people", "pipeline", "qualification")),
			Map.entry("hiring", Set.of("people", "pipeline", "training", "notices")),
			Map.entry("coaching", Set.of("people", "pipeline", "training")),
			Map.entry("compensation", Set.of("people", "pipeline", "training")),
			Map.entry("contests", Set.of("people", "pipeline", "notices")),
			Map.entry("experiments", Set.of("people", "pipeline")),
			Map.entry("leadership", Set.of("people", "pipeline", "training", "coaching")),
			Map.entry("flywheel", Set.of("people", "pipeline", "demand")),
			Map.entry("home", Set.of("site", "people", "notices", "pipeline", "training", "coaching", "compensation", "contests", "hiring", "setup")),
			Map.entry("setup", Set.of("site", "people", "notices", "pipeline", "training", "coaching", "compensation", "contests", "hiring", "home")));

	private static final Set<String> ROOMS = Set.of("", "web", "api", "engine");
	private static final Set<String> ROOMS_OF_SHARED = Set.of("", "calendar", "statistics", "tables");
	/** The project's own page tags are drawn in a room of their own. */
	private static final Set<String> ROOMS_OF_SITE = Set.of("", "tags");

	private static final JavaClasses OURS = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("org.headcoach");

	@Test
	void everyTopicImportsOnlyWhatItsRungAllows() {
		assertEquals(Set.of(), wrongImports(OURS));
	}

	@Test
	void aTopicOutsideTheLadderMayImportNothing() {
		assertTrue(isWrong("fresh", "web", "people"));
		assertTrue(isWrong("people", "", "pipeline"));
		assertTrue(isWrong("coaching", "", "site"));
		assertTrue(!isWrong("coaching", "web", "site"));
	}

	@Test
	void theRuleBitesOnAnOffender() {
		var offender = new ClassFileImporter().importClasses(org.headcoach.people.climbing.Offender.class, org.headcoach.suite.Fixtures.class);
		assertEquals(Set.of("people.climbing imports suite"), wrongImports(offender).stream().filter(line -> line.startsWith("people")).collect(Collectors.toSet()));
	}

	@Test
	void aTopicHasAtMostItsFourRooms() {
		assertEquals(Set.of(), OURS.stream().map(JavaClass::getPackageName).distinct()
				.filter(name -> !roomsOf(topic(name)).contains(room(name))).collect(Collectors.toCollection(TreeSet::new)));
	}

	private static Set<String> roomsOf(String topic) {
		return switch (topic) {
			case "shared" -> ROOMS_OF_SHARED;
			case "site" -> ROOMS_OF_SITE;
			default -> ROOMS;
		};
	}

	@Test
	void noClassHasANameThatSaysNothing() {
		var endings = List.of("Impl", "Manager", "Helper", "Util", "Utils", "DTO", "Controller", "Bean");
		assertEquals(Set.of(), OURS.stream().map(JavaClass::getSimpleName).filter(name -> endings.stream().anyMatch(name::endsWith))
				.collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void everyPackageSaysWhatItIs() {
		assertEquals(Set.of(), packagesWithout(OURS, "package-info"));
	}

	private static Set<String> packagesWithout(JavaClasses classes, String simpleName) {
		var told = classes.stream().filter(c -> c.getSimpleName().equals(simpleName)).map(JavaClass::getPackageName).collect(Collectors.toSet());
		return classes.stream().map(JavaClass::getPackageName).filter(Predicate.not(told::contains)).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> wrongImports(JavaClasses classes) {
		var wrong = new TreeSet<String>();
		for (var type : classes) {
			for (var dependency : type.getDirectDependenciesFromSelf()) {
				var target = dependency.getTargetClass().getBaseComponentType();
				if (target.getPackageName().startsWith("org.headcoach.") && isWrong(topic(type.getPackageName()), room(type.getPackageName()), topic(target.getPackageName()))) {
					wrong.add(type.getPackageName().substring(ROOT.length()) + " imports " + topic(target.getPackageName()));
				}
			}
		}
		return wrong;
	}

	private static boolean isWrong(String topic, String room, String imported) {
		return !(imported.equals(topic) || imported.equals("shared")
				|| LADDER.getOrDefault(topic, Set.of()).contains(imported)
				|| LADDER.containsKey(topic) && imported.equals("site") && Set.of("web", "api").contains(room));
	}

	private static String topic(String packageName) {
		var rest = packageName.substring(ROOT.length());
		return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
	}

	private static String room(String packageName) {
		var rest = packageName.substring(ROOT.length());
		return rest.contains(".") ? rest.substring(rest.indexOf('.') + 1) : "";
	}
}
