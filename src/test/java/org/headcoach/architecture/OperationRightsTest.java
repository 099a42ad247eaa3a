package org.headcoach.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.headcoach.people.Needs;
import org.headcoach.people.Permission;
import org.headcoach.pipeline.ImportService;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** An operation of the REST interface names the right that its service asks for, so that it can be asked for before the body is read. */
class OperationRightsTest {

	private static final JavaClasses OURS = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.headcoach");
	private static final Set<Permission> EVERYBODY = EnumSet.of(Permission.NOTHING, Permission.BE_SIGNED_IN);
	private static final Pattern SAID = Pattern.compile("Needs ([^.]*)");

	/** Forgets its right on purpose. */
	static class Forgetful {
		private ImportService imports;

		@Operation
		public void undo(long id) {
			imports.undo(id);
		}
	}

	private static Stream<JavaMethod> operations(JavaClasses classes) {
		return classes.stream().flatMap(one -> one.getMethods().stream()).filter(method -> method.isAnnotatedWith(Operation.class));
	}

	private static String name(JavaMethod operation) {
		return operation.getOwner().getFullName().replace("org.headcoach.", "") + "." + operation.getName();
	}

	/** On the method, else on its class; empty when everybody may. */
	private static Set<Permission> needs(JavaCodeUnit method) {
		var needs = method.tryGetAnnotationOfType(Needs.class).or(() -> method.getOwner().tryGetAnnotationOfType(Needs.class)).map(Needs::value);
		return needs.map(all -> Set.copyOf(Arrays.asList(all))).filter(all -> all.stream().noneMatch(EVERYBODY::contains)).orElse(Set.of());
	}

	/** What the services ask for that the operation calls, itself or through methods beside it. */
	private static Set<Set<Permission>> asked(JavaMethod operation) {
		var asked = new HashSet<Set<Permission>>();
		follow(operation, operation, asked, new HashSet<>());
		return asked;
	}

	private static void follow(JavaCodeUnit operation, JavaCodeUnit from, Set<Set<Permission>> asked, Set<JavaCodeUnit> seen) {
		if (!seen.add(from)) {
			return;
		}
		Stream.concat(from.getMethodCallsFromSelf().stream(), from.getMethodReferencesFromSelf().stream()).map(call -> call.getTarget().resolveMember()).flatMap(Optional::stream)
				.forEach(called -> {
					if (called.getOwner().equals(operation.getOwner())) {
						follow(operation, called, asked, seen);
					} else if (called.getOwner().getSimpleName().endsWith("Service") && !needs(called).isEmpty()) {
						asked.add(needs(called));
					}
				});
	}

	@Test
	void everyOperationNamesTheRightOfItsService() {
		assertFalse(operations(OURS).findAny().isEmpty());
		assertEquals(Set.of(), forgetful(OURS));
	}

	@Test
	void theRuleBitesOnAnOperationThatForgetsIt() {
		assertEquals(1, forgetful(new ClassFileImporter().importClasses(Forgetful.class, ImportService.class)).size());
	}

	private static Set<String> forgetful(JavaClasses classes) {
		var wrong = new TreeSet<String>();
		operations(classes).forEach(operation -> {
			var asked = asked(operation);
			if (asked.isEmpty() ? !needs(operation).isEmpty() : !asked.contains(needs(operation))) {
				wrong.add(name(operation) + " names " + needs(operation) + ", its services " + asked);
			}
		});
		return wrong;
	}

	@Test
	void whatItsDescriptionSaysItNeedsItNeeds() {
		var wrong = new TreeSet<String>();
		operations(OURS).forEach(operation -> {
			var said = SAID.matcher(operation.getAnnotationOfType(Operation.class).description()).results()
					.flatMap(sentence -> Arrays.stream(Permission.values()).filter(one -> Pattern.compile("\\b" + one + "\\b").matcher(sentence.group(1)).find())).collect(Collectors.toSet());
			if (!said.isEmpty() && !said.equals(needs(operation))) {
				wrong.add(name(operation) + " says " + said + ", it names " + needs(operation));
			}
		});
		assertEquals(Set.of(), wrong);
	}
}
