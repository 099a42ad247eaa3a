package org.headcoach.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** An enterprise bean is known by the simple name of its class. Of two with the same name the server takes one and says nothing, so the other one's timers never come. */
class EnterpriseBeanNamesTest {

	static class One {
		@Singleton
		static class Clock {
		}
	}

	static class Other {
		@Singleton
		static class Clock {
		}
	}

	@Test
	void noTwoEnterpriseBeansShareAName() {
		assertEquals(Set.of(), shared(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.headcoach")));
	}

	@Test
	void theRuleBitesOnTwoWhoDo() {
		assertEquals(Set.of("Clock"), shared(new ClassFileImporter().importClasses(One.Clock.class, Other.Clock.class)));
	}

	private static Set<String> shared(JavaClasses classes) {
		return classes.stream().filter(c -> c.isAnnotatedWith(Singleton.class) || c.isAnnotatedWith(Stateless.class) || c.isAnnotatedWith(Stateful.class))
				.collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting())).entrySet().stream().filter(name -> name.getValue() > 1).map(java.util.Map.Entry::getKey)
				.collect(Collectors.toSet());
	}
}
