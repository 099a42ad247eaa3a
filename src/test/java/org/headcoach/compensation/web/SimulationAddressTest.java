package org.headcoach.compensation.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class SimulationAddressTest {

	/** The parameters of an address, as a server reads them. */
	private static Map<String, String[]> read(String query) {
		var all = new TreeMap<String, List<String>>();
		for (var part : query.substring(1).split("&")) {
			var at = part.indexOf('=');
			all.computeIfAbsent(URLDecoder.decode(part.substring(0, at), StandardCharsets.UTF_8), name -> new ArrayList<>()).add(URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
		}
		var parameters = new TreeMap<String, String[]>();
		all.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
		return parameters;
	}

	@Test
	void whatIsSimulatedIsReadAgainFromItsOwnAddress() {
		var address = new SimulationAddress(List.of(7L, 9L), List.of(2L), List.of(3L, 4L), List.of(40L), 6, new TreeMap<>(Map.of("new & mrr", new BigDecimal("50400.5"))));
		assertEquals(address, SimulationAddress.of(read(address.query())));
	}

	@Test
	void twelveMonthsAreTakenWhereTheAddressNamesNoneOrOnesThatAreNotOffered() {
		assertEquals(12, SimulationAddress.of(Map.of()).months());
		assertEquals(12, SimulationAddress.of(read("?months=7")).months());
		assertEquals(3, SimulationAddress.of(read("?months=3")).months());
		assertTrue(SimulationAddress.of(Map.of()).isEmpty());
	}

	@Test
	void aQuotaIsReadAsPeopleWriteItAndNonsenseIsLeftOut() {
		var address = SimulationAddress.of(read("?quota.a=50,400&quota.b=1 000.25&quota.c=&quota.d=abc&quota.=5&quota.e=,&version=x&version=5&version=5"));
		assertEquals(Map.of("a", new BigDecimal("50400"), "b", new BigDecimal("1000.25")), address.quotas());
		assertEquals(List.of(5L), address.versions());
	}
}
