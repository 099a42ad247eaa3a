package org.headcoach.people;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

	@ParameterizedTest
	@CsvSource({"eleven sign, short", "password1234, common", "123PassWord456!, common", "qwertyuiop12, common", "passwordpassword, common",
		"aaaaaaaaaaaa, common", "123456789012, common", "my mona.miller is, name", "xx MonaMiller xx, name", "mona@sales.example, name"})
	void refusesWhatOthersWouldTryFirst(String password, String reason) {
		var refusal = assertThrows(BusinessException.class, () -> PasswordRule.check(password, "mona.miller", "Mona Miller", "mona@sales.example"));
		assertEquals("people.password.error." + reason, refusal.key());
	}

	@ParameterizedTest
	@ValueSource(strings = {"nine silver spoons", "correct horse battery", "zwölf kühle Tage", "Tr0ub4dor&3xyz"})
	void takesALongOneOfAnyKindOfSigns(String password) {
		assertDoesNotThrow(() -> PasswordRule.check(password, "mona", "Mona Miller", null));
	}

	@Test
	void refusesMoreThanAnybodyTypes() {
		assertEquals("people.password.error.long", assertThrows(BusinessException.class, () -> PasswordRule.check("ab cd ef".repeat(30))).key());
	}

	@Test
	void aHashFitsItsOwnPasswordOnlyAndAMissingOneFitsNone() {
		var passwords = new Passwords();
		var hash = passwords.hash("nine silver spoons");
		assertTrue(passwords.matches("nine silver spoons", hash));
		assertFalse(passwords.matches("nine silver spoon", hash));
		assertFalse(passwords.matches("nobody has this password", null));
		assertFalse(passwords.isOutdated(hash));
	}
}
