package org.headcoach.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.headcoach.people.Needs;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import jakarta.transaction.Transactional;

/** Every public method of a service says which right it needs. */
class RightsTest {

	private static final JavaClasses OURS = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("org.headcoach");

	/** Forgets its right on purpose. */
	@Transactional
	static class ForgetfulService {
		public void open() {
			throw new IllegalStateException("never called");
		}
	}

	@Test
	void everyPublicMethodOfAServiceCarriesItsRight() {
		assertFalse(services(OURS).isEmpty());
		assertEquals(Set.of(), withoutRight(OURS));
	}

	@Test
	void theRuleBitesOnAMethodThatForgetsItsRight() {
		assertEquals(Set.of("ForgetfulService.open"), withoutRight(new ClassFileImporter().importClasses(ForgetfulService.class)));
	}

	private static Set<JavaClass> services(JavaClasses classes) {
		return classes.stream().filter(c -> c.getSimpleName().endsWith("Service")).collect(Collectors.toSet());
	}

	private static Set<String> withoutRight(JavaClasses classes) {
		return services(classes).stream().flatMap(service -> service.getMethods().stream())
				.filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC) && !method.getModifiers().contains(JavaModifier.STATIC)
						&& !method.getModifiers().contains(JavaModifier.SYNTHETIC))
				.filter(method -> !method.isAnnotatedWith(Needs.class) && !method.getOwner().isAnnotatedWith(Needs.class))
				.map((JavaMethod method) -> method.getOwner().getSimpleName() + "." + method.getName()).collect(Collectors.toCollection(TreeSet::new));
	}
}
