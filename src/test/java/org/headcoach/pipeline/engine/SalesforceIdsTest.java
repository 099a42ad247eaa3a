package org.headcoach.pipeline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforceIdsTest {

	@ParameterizedTest
	@CsvSource({"0055g00000AbCdE, 0055g00000AbCdEAAV", "0055g00000aBcDe, 0055g00000aBcDeAAK", "006A0000000aBcd, 006A0000000aBcdIAE", "00QZZZZZZZZZZZZ, 00QZZZZZZZZZZZZ255"})
	void theShortIdIsTheLongOne(String id, String whole) {
		assertEquals(whole, SalesforceIds.whole(id));
		assertEquals(whole, SalesforceIds.whole(whole));
	}

	@ParameterizedTest
	@CsvSource({"0055g00000AbCd", "123456789012345", "005123456789012", "kofi.mensah@a.b", "006-5g00000AbCd"})
	void anythingElseStaysAsItIs(String text) {
		assertEquals(text, SalesforceIds.whole(text));
	}

	@Test
	void idsThatDifferInTheirCapitalsAreTwoOwners() {
		var owners = new Owners(List.of(new Owners.Known(1, "Amira", null, "0055g00000AbCdEAAV"), new Owners.Known(2, "Jonas", null, null)), Map.of(Mapping.plain("0055g00000aBcDeAAK"), 2L));
		assertEquals(1, owners.find("0055g00000AbCdE"));
		assertEquals(2, owners.find("0055g00000aBcDe"));
		assertEquals(Owners.UNKNOWN, owners.find("0055g00000ABCDE"));
		assertNotEquals(SalesforceIds.whole("0055g00000AbCdE"), SalesforceIds.whole("0055g00000aBcDe"));
	}
}
