package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** What a learning record store is told; the store is a small server of the test. This node tells only when the test says so. */
class StatementIT extends CertificationCase {

	/** One request as it came. */
	private record Got(String method, String path, String query, String version, String authorization, String body) {
	}

	@Inject
	private StatementWatch watch;

	@Inject
	private ExamService exams;

	@Inject
	private XapiSettings settings;

	private final List<Got> got = Collections.synchronizedList(new ArrayList<>());
	private HttpServer store;
	private volatile int answers;

	@BeforeEach
	void aStore() throws Exception {
		run("delete from xapi_statement");
		answers = 204;
		store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		store.createContext("/", exchange -> {
			got.add(new Got(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), exchange.getRequestURI().getQuery(), exchange.getRequestHeaders().getFirst("X-Experience-API-Version"),
					exchange.getRequestHeaders().getFirst("Authorization"), new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
			exchange.sendResponseHeaders(answers, -1);
			exchange.close();
		});
		store.start();
		use(URI.create("http://127.0.0.1:" + store.getAddress().getPort() + "/xapi"));
		// what other tests have left has happened before: it is told and forgotten
		watch.tell();
		got.clear();
	}

	@AfterEach
	void noStore() {
		store.stop(0);
		settings.read();
		run("delete from xapi_statement");
	}

	private void use(URI endpoint) {
		settings.set(new XapiSettings.Values(endpoint, "key", "secret", "https://headcoach.suite.example", false, Duration.ofSeconds(5)));
	}

	@Test
	void aPassedRolePlayIsToldOnceUnderItsOwnId() {
		earned(published("Discovery"), sales.rep(0));
		assertEquals(1, watch.tell());
		assertEquals(0, watch.tell());
		assertEquals(1, got.size());
		var one = got.get(0);
		assertEquals("PUT", one.method());
		assertEquals("/xapi/statements", one.path());
		assertEquals("1.0.3", one.version());
		assertEquals("Basic a2V5OnNlY3JldA==", one.authorization());
		var statement = jakarta.json.Json.createReader(new java.io.StringReader(one.body())).readObject();
		assertEquals("statementId=" + UUID.fromString(statement.getString("id")), one.query());
		assertEquals("http://adlnet.gov/expapi/verbs/passed", statement.getJsonObject("verb").getString("id"));
		assertEquals("person-" + sales.rep(0).id(), statement.getJsonObject("actor").getJsonObject("account").getString("name"));
		assertFalse(one.body().contains(sales.rep(0).name()), "the store learns no name");
		assertTrue(statement.getJsonObject("result").getBoolean("success"));
		assertEquals("0.85", statement.getJsonObject("result").getJsonObject("score").getJsonNumber("scaled").bigDecimalValue().stripTrailingZeros().toPlainString());
	}

	@Test
	void aFailedOneAndAnEndedCertificateAreToldToo() {
		var certification = published("Discovery");
		var assessment = appointed(certification, sales.rep(1), outsider());
		handIn(trainer, assessment, 1, 7);
		earned(certification, sales.rep(0));
		watch.tell();
		assertEquals(List.of("failed", "passed"), verbs());
		at(LocalDate.of(2027, 11, 15));
		watch.tell();
		assertEquals(2, got.size(), "its last day");
		at(LocalDate.of(2027, 11, 16));
		watch.tell();
		assertEquals(List.of("expired", "failed", "passed"), verbs());
		assertEquals(3, got.stream().map(Got::query).distinct().count());
	}

	private List<String> verbs() {
		return got.stream().map(one -> one.body().replaceAll("(?s).*verbs/([a-z]+).*", "$1")).sorted().toList();
	}

	@Test
	void aStoreThatIsDownGetsItLaterUnderTheSameIdAndARefusalIsNotRepeated() {
		answers = 503;
		earned(published("Discovery"), sales.rep(0));
		assertEquals(0, watch.tell());
		watch.tell();
		assertEquals(1, got.size(), "there is a pause");
		answers = 204;
		clock.set(java.time.Clock.offset(clock.clock(), Duration.ofMinutes(2)));
		assertEquals(1, watch.tell());
		assertEquals(2, got.size());
		assertEquals(got.get(0), got.get(1), "word for word");

		answers = 400;
		earned(published("Demo"), sales.rep(0));
		watch.tell();
		clock.set(java.time.Clock.offset(clock.clock(), Duration.ofDays(3)));
		watch.tell();
		assertEquals(3, got.size());
		assertEquals(1, count("xapi_statement where state = 'FAILED' and detail like 'HTTP 400%'"));
		var told = given.as(trainer, () -> exams.desk()).givenUp();
		assertEquals(1, told.statements());
		assertTrue(told.detail().startsWith("HTTP 400"), told.detail());
	}

	@Test
	void whatAProcessThatDiedHadBegunIsSentAgainAndAConflictMeansThatItIsThere() {
		answers = 503;
		earned(published("Discovery"), sales.rep(0));
		watch.tell();
		run("update xapi_statement set state = 'SENDING', claim = 'gone' where state = 'WAITING'");
		answers = 409;
		assertEquals(0, watch.tell(), "the other one may still be at it");
		clock.set(java.time.Clock.offset(clock.clock(), Duration.ofMinutes(11)));
		assertEquals(1, watch.tell());
		assertEquals(1, count("xapi_statement where state = 'SENT' and body like '%verbs/passed%' and claim <> 'gone'"));
	}

	@Test
	void withoutAStoreNothingIsWrittenDown() {
		use(null);
		earned(published("Discovery"), sales.rep(0));
		var before = count("xapi_statement");
		assertEquals(0, watch.tell());
		assertEquals(before, count("xapi_statement"));
	}
}
