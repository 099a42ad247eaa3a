package org.headcoach.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * With {@code @Transactional(REQUIRES_NEW)} the server gives a step inside another transaction that one's connection, so the step commits both.
 * {@code OwnTransaction} is for that.
 */
class TransactionsTest {

	/** Asks for what does not hold. */
	static class Nested {
		@Transactional(TxType.REQUIRES_NEW)
		void step() {
			throw new IllegalStateException("never called");
		}
	}

	@Test
	void nobodyAsksForATransactionInsideAnotherByAnnotation() {
		assertEquals(Set.of(), nested(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.headcoach")));
	}

	@Test
	void theRuleBitesOnOneWhoDoes() {
		assertEquals(Set.of("Nested"), nested(new ClassFileImporter().importClasses(Nested.class)));
	}

	private static Set<String> nested(JavaClasses classes) {
		return classes.stream().filter(c -> Stream.concat(c.tryGetAnnotationOfType(Transactional.class).stream(),
				c.getMethods().stream().flatMap(method -> method.tryGetAnnotationOfType(Transactional.class).stream()))
				.anyMatch(annotation -> annotation.value() == TxType.REQUIRES_NEW)).map(c -> c.getSimpleName()).collect(Collectors.toCollection(TreeSet::new));
	}
}
