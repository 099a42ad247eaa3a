package org.headcoach.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.headcoach.suite.BadFiles;
import org.headcoach.suite.Rest;
import org.headcoach.suite.Rest.Answer;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

/** The REST interface over HTTP, against the application with the demo company: rights, errors, pages of lists, imports. */
class RestPageIT {

	private static final String HOME = RunningApplication.address();
	/** Nobody owns it, so no figure of the demo company moves. */
	private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));

	private static final String CALLS = "Record ID,Activity type,Activity date,Activity assigned to\n";

	private static Rest as(String login, String... scopes) {
		return Rest.of(HOME, login, scopes);
	}

	/** One field is wrong, and that is said of it. */
	private static void assertWrong(String field, String message, Answer answer) {
		assertProblem(400, answer);
		assertEquals(1, answer.json().getJsonArray("violations").size(), answer.body());
		assertEquals(field, answer.json().getJsonArray("violations").getJsonObject(0).getString("field"));
		assertTrue(answer.json().getJsonArray("violations").getJsonObject(0).getString("message").startsWith(message), answer.body());
	}

	private static void assertProblem(int status, Answer answer) {
		assertEquals(status + " application/problem+json", answer.status() + " " + answer.type(), answer.body());
		assertEquals(status, answer.json().getInt("status"));
		assertTrue(answer.json().containsKey("type") && answer.json().containsKey("title"), answer.body());
	}

	// ------------------------------------------------------------ tokens

	@Test
	void nothingIsToldWithoutAToken() {
		for (var path : List.of("me", "people", "people/1", "teams", "figures", "funnel", "coaching-plans", "coaching-plans/1", "coaching-effects", "inspections", "imports",
				"imports/1", "imports/1/rejected.csv", "tokens", "statements", "statements/1", "statements/1/file", "pay-questions", "pay-months", "pay-runs", "pay-adjustments",
				"pay-plans", "pay-plans/1", "pay-assignments", "there-is-no-such-thing")) {
			var answer = Rest.withoutToken(HOME).get(path);
			assertProblem(401, answer);
			assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"), path);
			assertProblem(401, Rest.withToken(HOME, "hc_guessed").get(path));
		}
	}

	@Test
	void aPasswordMakesATokenAndDoesNothingElse() {
		assertProblem(401, Rest.withPassword(HOME, "admin", "demo").get("me"));
		var wrong = Rest.withPassword(HOME, "executive", "wrong").makeToken("SEE_COMPANY");
		assertProblem(401, wrong);
		assertTrue(wrong.header("WWW-Authenticate").startsWith("Basic"));
		var made = Rest.withPassword(HOME, "executive", "demo").makeToken("SEE_COMPANY");
		assertEquals(201, made.status());
		assertEquals(List.of("SEE_COMPANY"), made.json().getJsonArray("scopes").getValuesAs(JsonString::getString));
		assertEquals("no-store", made.header("Cache-Control"));
	}

	@Test
	void aTokenMakesNoOtherTokenAndStopsWhenItIsRevoked() {
		var made = Rest.withPassword(HOME, "director", "demo").makeToken("SEE_LINE");
		var rest = Rest.withToken(HOME, made.json().getString("token"));
		assertProblem(401, rest.makeToken("SEE_LINE"));
		assertEquals(200, rest.get("me").status());
		assertEquals(204, rest.send("DELETE", "tokens/" + made.json().getInt("id"), BodyPublishers.noBody()).status());
		assertProblem(401, rest.get("me"));
	}

	@Test
	void aScopeBeyondTheRoleIsRefusedByARule() {
		var answer = Rest.withPassword(HOME, "rep", "demo").makeToken("IMPORT_DATA");
		assertProblem(422, answer);
		assertEquals("urn:headcoach:refusal:people.account.error.token-beyond", answer.json().getString("type"));
	}

	@Test
	void aTokenDoesWhatItsScopesSayAndNoMore() {
		var imports = as("admin", "IMPORT_DATA");
		assertEquals(200, imports.get("imports").status());
		assertProblem(404, imports.get("people"));
		assertProblem(404, imports.get("figures"));
		var line = as("manager", "SEE_LINE");
		assertEquals(200, line.get("figures").status());
		assertProblem(404, line.get("imports"));
		assertProblem(404, line.post("imports?kind=ACTIVITIES", "text/csv", CALLS + "1,Call,2026-10-05,\n"));
		assertEquals(List.of("SEE_LINE"), line.get("me").json().getJsonArray("permissions").getValuesAs(JsonString::getString));
	}

	@Test
	void onesOwnTokensAreNobodyElses() {
		var made = Rest.withPassword(HOME, "manager", "demo").makeToken("SEE_LINE");
		var other = as("rep", "SEE_OWN_MONTH");
		assertProblem(404, other.send("DELETE", "tokens/" + made.json().getInt("id"), BodyPublishers.noBody()));
		assertTrue(other.get("tokens?size=200").items().stream().noneMatch(token -> token.getInt("id") == made.json().getInt("id")));
	}

	// ------------------------------------------------------------ errors

	@ParameterizedTest(name = "{0} {1} is {2}")
	@CsvSource({"GET, imports?size=0, 400", "GET, imports?size=201, 400", "GET, imports?page=x, 400", "GET, imports?page=0, 400", "GET, imports/999999999, 404", "GET, imports/abc, 404",
			"GET, imports/-1, 404", "GET, imports/999999999/rejected.csv, 404", "POST, imports/999999999/undo, 404", "GET, nothing, 404", "GET, ../../api/v2/imports, 404",
			"PUT, imports, 405", "DELETE, imports/1, 405", "PATCH, me, 405", "POST, imports?kind=NONSENSE, 400", "POST, imports?commit=false, 422"})
	void everyErrorIsAProblem(String method, String path, int status) {
		assertProblem(status, as("admin", "IMPORT_DATA").send(method, path, BodyPublishers.noBody()));
	}

	@Test
	void aMethodThatIsNotThereNamesThoseThatAre() {
		assertTrue(as("admin", "IMPORT_DATA").send("PUT", "imports", BodyPublishers.noBody()).header("Allow").contains("POST"));
	}

	@Test
	void whatIsWrongWithAFieldStandsBesideItsName() {
		var password = Rest.withPassword(HOME, "admin", "demo");
		var answer = password.post("tokens", "application/json", "{\"name\":\" \",\"scopes\":[],\"days\":400}");
		assertProblem(400, answer);
		assertEquals(List.of("days", "name", "scopes"), answer.json().getJsonArray("violations").getValuesAs(JsonObject.class).stream().map(one -> one.getString("field")).toList());
		assertProblem(400, password.post("tokens", "application/json", "{"));
		var scope = password.post("tokens", "application/json", "{\"name\":\"x\",\"scopes\":[\"NONSENSE\"],\"days\":1}");
		assertWrong("scopes", "NONSENSE is no scope; the scopes are SEE_OWN_MONTH, SEE_LINE,", scope);
		assertProblem(415, password.post("tokens", "text/plain", "x"));
		assertProblem(406, as("admin", "IMPORT_DATA").get("imports", "Accept", "application/xml"));
	}

	@Test
	void aParameterThatIsWrongIsNamedWithWhatItMayBe() {
		var executive = as("executive", "SEE_COMPANY");
		assertWrong("role", "must be one of REP, MANAGER, DIRECTOR, VP", executive.get("people?role=NOPE"));
		assertWrong("page", "must be a whole number", executive.get("people?page=abc"));
		assertWrong("team", "must be a whole number", executive.get("people?team=x"));
		assertWrong("day", "must be a day, as 2026-10-31", executive.get("teams?day=2026-02-31"));
		assertWrong("size", "must be less than or equal to 200", executive.get("people?size=201"));
		assertEquals(200, executive.get("people?day=&size=1").status());
		var imports = as("admin", "IMPORT_DATA");
		assertWrong("kind", "must be one of ", imports.post("imports?kind=NOPE", "text/csv", CALLS));
		assertWrong("commit", "must be true or false", imports.post("imports?kind=ACTIVITIES&commit=maybe", "text/csv", CALLS));
	}

	@Test
	void aBodyThatIsMissingIsCalledMissing() {
		var editor = as("executive", "RUN_CONTESTS");
		for (var answer : List.of(editor.post("contests", "application/json", ""), Rest.withPassword(HOME, "executive", "demo").post("tokens", "application/json", ""))) {
			assertProblem(400, answer);
			assertTrue(answer.json().getString("detail").startsWith("The body is missing."), answer.body());
		}
	}

	@Test
	void whoAsksForOptionsHearsTheMethodsAndNothingAboutTheServer() {
		var answer = as("admin", "IMPORT_DATA").send("OPTIONS", "imports", BodyPublishers.noBody());
		assertTrue(answer.header("Allow").contains("POST"), answer.header("Allow"));
		assertFalse(answer.body().contains("jersey"), answer.body());
	}

	@Test
	void aBodyThatBreaksOffIsAnsweredAtOnce() {
		var editors = Map.of("contests", as("executive", "RUN_CONTESTS"), "pay-simulations", as("admin", "EDIT_PLANS"));
		var imports = as("admin", "IMPORT_DATA");
		for (var body : List.of("{\"name\":123,\"x\":[1,2", "{\"name\":123,\"x\":{\"y\":[{", "{\"title\":\"x\"", "{}]", "[".repeat(500))) {
			editors.forEach((path, editor) -> {
				var answer = editor.post(path, "application/json", body);
				assertProblem(400, answer);
				assertTrue(answer.json().getString("detail").startsWith("The body is not what this request expects"), answer.body());
			});
			assertProblem(400, imports.post("imports?kind=ACTIVITIES&commit=false", "text/csv", CALLS, "X-Mapping", body));
		}
		assertProblem(413, editors.get("contests").post("contests", "application/json", "{\"title\":\"" + "x".repeat(10_000_000) + "\"}"));
	}

	/** Every operation that names a right, with a body, a page and a month that are wrong. */
	@Test
	void whoHasNoRightLearnsNothingAboutFieldsAndParameters() {
		var stranger = as("admin", "READ_METRICS");
		var described = stranger.get(HOME + "/openapi?format=JSON").json().getJsonObject("paths");
		var asked = new TreeMap<String, Integer>();
		var told = new TreeSet<String>();
		described.forEach((path, methods) -> methods.asJsonObject().forEach((method, operation) -> {
			if (operation.asJsonObject().getString("description").matches("(?s).*Needs [A-Z]+_?[A-Z]+.*") && !operation.asJsonObject().getString("description").contains("INTERVIEW")) {
				var address = HOME + path.replaceAll("\\{[^}]*}", "1") + "?page=x&size=0&month=x";
				var answer = method.equals("get") || method.equals("delete") ? stranger.send(method.toUpperCase(Locale.ROOT), address, BodyPublishers.noBody())
						: stranger.send(method.toUpperCase(Locale.ROOT), address, BodyPublishers.ofString("{\"x\":["), "Content-Type", "application/json");
				asked.merge(method, 1, Integer::sum);
				if (answer.status() != 404 || answer.json().containsKey("violations")) {
					told.add(method + " " + path + ": " + answer.body());
				}
			}
		}));
		assertEquals(Set.of(), told);
		assertTrue(asked.get("get") > 30 && asked.get("post") > 20 && asked.get("put") > 4, asked.toString());
	}

	@Test
	void theCallersNumberComesBack() {
		var rest = as("admin", "IMPORT_DATA");
		assertEquals("night-42", rest.get("imports", "X-Request-Id", "night-42").header("X-Request-Id"));
		assertNotEquals("<script>", rest.get("imports", "X-Request-Id", "<script>").header("X-Request-Id"));
	}

	// ------------------------------------------------------------ reading

	@Test
	void aListIsWalkedPageByPageByItsLinks() {
		var rest = as("executive", "SEE_COMPANY");
		var seen = new ArrayList<Integer>();
		var pages = 0;
		var total = 0;
		for (var next = HOME + "/api/v1/people?size=7"; next != null; pages++) {
			var answer = rest.get(next);
			answer.items().forEach(person -> seen.add(person.getInt("id")));
			total = answer.json().getInt("total");
			next = answer.whole().headers().allValues("Link").stream().flatMap(line -> Pattern.compile("<([^>]+)>;\\s*rel=\"next\"").matcher(line).results())
					.map(found -> URI.create(HOME).resolve(found.group(1)).toString()).findFirst().orElse(null);
		}
		assertEquals(total, seen.size());
		assertEquals(total, Set.copyOf(seen).size());
		assertEquals((total + 6) / 7, pages);
	}

	/** Everybody below a person in the line of the demo company on that day, as the executive sees it, with the person. */
	private static Set<Integer> lineOf(int person, LocalDate day) {
		var superiors = as("executive", "SEE_COMPANY").get("people?size=200&day=" + day).items().stream().filter(one -> one.containsKey("superiorId"))
				.collect(Collectors.toMap(one -> one.getInt("id"), one -> one.getInt("superiorId")));
		var line = new TreeSet<>(Set.of(person));
		for (var before = -1; before != line.size();) {
			before = line.size();
			superiors.forEach((below, above) -> {
				if (line.contains(above)) {
					line.add(below);
				}
			});
		}
		return line;
	}

	/** Everybody whom a leader may see in figures and plans of the demo company: who is in the line now or was at the end of a month of the data. */
	private static Set<Integer> everInLineOf(int person) {
		var line = lineOf(person, TODAY);
		for (var month = YearMonth.from(TODAY).minusMonths(14); month.isBefore(YearMonth.from(TODAY)); month = month.plusMonths(1)) {
			line.addAll(lineOf(person, month.atEndOfMonth()));
		}
		return line;
	}

	private static Set<Integer> ids(Answer answer, String name) {
		assertEquals(200, answer.status(), answer.body());
		return answer.items().stream().map(one -> one.getInt(name)).collect(Collectors.toCollection(TreeSet::new));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({"director", "manager"})
	void aLeaderSeesTheOwnLineAndNobodyElse(String login) {
		var rest = as(login, "SEE_LINE", "SEE_OWN_MONTH");
		var own = rest.get("me").json().getInt("personId");
		var line = lineOf(own, TODAY);
		assertTrue(line.size() > 5);
		assertEquals(line, ids(rest.get("people?size=200"), "id"));
		// a month's figures are its own line's: who has moved away since still stands in them
		var seen = lineOf(own, YearMonth.from(TODAY).minusMonths(1).atEndOfMonth());
		seen.addAll(line);
		var figures = ids(rest.get("figures?size=200"), "personId");
		assertTrue(figures.size() > 5);
		assertEquals(Set.of(), without(seen, figures));
		var ever = everInLineOf(own);
		assertEquals(Set.of(), without(ever, ids(rest.get("coaching-plans?size=200"), "personId")));
		assertEquals(Set.of(), without(ever, ids(rest.get("coaching-effects?size=200"), "personId")));
	}

	private static Set<Integer> without(Set<Integer> known, Set<Integer> found) {
		var others = new TreeSet<>(found);
		others.removeAll(known);
		return others;
	}

	@Test
	void aRepSeesTheOwnFiguresAndPlansOnly() {
		var rest = as("rep", "SEE_OWN_MONTH");
		var own = Set.of(rest.get("me").json().getInt("personId"));
		assertEquals(own, ids(rest.get("figures?size=200"), "personId"));
		assertEquals(own, ids(rest.get("people?size=200"), "id"));
		assertTrue(own.containsAll(ids(rest.get("coaching-plans?size=200"), "personId")));
		assertProblem(404, rest.get("coaching-effects"));
		assertProblem(404, rest.get("inspections"));
		assertProblem(404, rest.get("teams"));
	}

	@Test
	void plansAndAssignmentsAreForWhoEditsThem() {
		var rest = as("admin", "EDIT_PLANS");
		var plan = rest.get("pay-plans").items().stream().filter(one -> one.getString("name").equals("Account executive")).findFirst().orElseThrow();
		assertEquals(1, plan.getInt("inForce"));
		var version = rest.get("pay-plans/" + plan.getInt("id")).json().getJsonArray("versions").getJsonObject(0);
		assertTrue(version.getString("terms").contains("\"New MRR\""), version.toString());
		var assignment = rest.get("pay-assignments?plan=" + plan.getInt("id")).items().get(0);
		assertEquals("Account executive", assignment.getString("plan"));
		var again = "{\"planId\":%d,\"personIds\":[%d],\"from\":\"%s\"}".formatted(plan.getInt("id"), assignment.getInt("personId"), assignment.getString("from"));
		assertProblem(422, rest.post("pay-assignments", "application/json", again));
		for (var path : List.of("pay-plans", "pay-plans/" + plan.getInt("id"), "pay-assignments")) {
			assertProblem(404, as("manager", "APPROVE_PAY", "SEE_OWN_PAY").get(path));
			assertProblem(404, as("rep", "SEE_OWN_PAY").get(path));
		}
	}

	@Test
	void whoEditsPlansSimulatesAVersionAndNobodyElse() {
		var rest = as("admin", "EDIT_PLANS");
		var plan = rest.get("pay-plans").items().stream().filter(one -> one.getString("name").equals("Account executive")).findFirst().orElseThrow();
		var version = rest.get("pay-plans/" + plan.getInt("id")).json().getJsonArray("versions").getJsonObject(0).getInt("id");
		var person = rest.get("pay-assignments?plan=" + plan.getInt("id")).items().get(0).getInt("personId");
		var wanted = "{\"versionIds\":[%d],\"personIds\":[%d],\"months\":3}".formatted(version, person);
		var simulated = rest.post("pay-simulations", "application/json", wanted);
		assertEquals(200, simulated.status(), simulated.body());
		var candidate = simulated.json().getJsonArray("candidates").getJsonObject(0);
		assertEquals("Account executive", candidate.getString("plan"));
		// it is the plan of today: nobody gains or loses, and it costs the same
		assertEquals(0, candidate.getInt("winners") + candidate.getInt("losers"));
		assertEquals(simulated.json().getJsonObject("today").getJsonNumber("cost"), candidate.getJsonNumber("cost"));
		assertTrue(candidate.getJsonArray("findings").size() > 3);
		assertEquals(person, simulated.json().getJsonArray("people").getJsonObject(0).getInt("personId"));
		assertEquals(simulated.body(), rest.post("pay-simulations", "application/json", wanted).body());
		assertProblem(400, rest.post("pay-simulations", "application/json", "{\"versionIds\":[%d],\"months\":13}".formatted(version)));
		assertProblem(404, rest.post("pay-simulations", "application/json", "{\"versionIds\":[999999999],\"months\":3}"));
		assertProblem(422, rest.post("pay-simulations", "application/json", "{\"versionIds\":[%d],\"teamIds\":[999999999],\"months\":3}".formatted(version)));
		assertProblem(404, as("executive", "APPROVE_PAY", "SEE_COMPANY").post("pay-simulations", "application/json", wanted));
		assertProblem(404, as("rep", "SEE_OWN_PAY").post("pay-simulations", "application/json", wanted));
	}

	/** Two answers are the same when nothing but the number of the request differs. */
	@Test
	void aGuessedNumberReadsLikeOneThatDoesNotExist() {
		var executive = as("executive", "SEE_COMPANY", "SEE_LINE");
		var rep = as("rep", "SEE_OWN_MONTH");
		var manager = as("manager", "SEE_LINE", "COACH_TEAM");
		var line = everInLineOf(manager.get("me").json().getInt("personId"));
		var stranger = executive.get("people?size=200").items().stream().map(one -> one.getInt("id")).filter(id -> !line.contains(id)).findFirst().orElseThrow();
		var plan = executive.get("coaching-plans?size=200").items().stream().filter(one -> !line.contains(one.getInt("personId"))).map(one -> one.getInt("id")).findFirst().orElseThrow();
		for (var rest : List.of(rep, manager)) {
			assertProblem(404, rest.get("people/" + stranger));
			assertEquals(rest.get("people/999999999").body(), rest.get("people/" + stranger).body());
			assertProblem(404, rest.get("coaching-plans/" + plan));
			assertEquals(rest.get("coaching-plans/999999999").body(), rest.get("coaching-plans/" + plan).body());
		}
		assertEquals(200, executive.get("people/" + stranger).status());
		assertEquals(200, executive.get("coaching-plans/" + plan).status());
	}

	@Test
	void aFilterByATeamBeyondReachTellsNothing() {
		var manager = as("manager", "SEE_LINE");
		var own = ids(manager.get("teams?size=200"), "id");
		var other = ids(as("executive", "SEE_COMPANY").get("teams?size=200"), "id").stream().filter(id -> !own.contains(id)).findFirst().orElseThrow();
		for (var list : List.of("people", "figures", "coaching-plans")) {
			var answer = manager.get(list + "?team=" + other);
			assertTrue(answer.status() == 404 || answer.items().isEmpty(), list + ": " + answer.body());
		}
	}

	// ------------------------------------------------------------ imports

	@Test
	void aFileIsImportedOnceHoweverOftenItIsPostedAndCanBeTakenBack() {
		var rest = as("admin", "IMPORT_DATA");
		var file = CALLS + "1,Call,2026-10-05 10:00,\n2,Demo,2026-02-31 10:00,\n";
		var post = "imports?source=Nightly&kind=ACTIVITIES&fileName=night.csv";
		var looked = rest.post(post + "&commit=false", "text/csv", file);
		assertEquals("READY 1 1", outcome(looked));
		var first = rest.post(post, "text/csv", file);
		assertEquals(201, first.status());
		assertEquals("IMPORTED 1 1", outcome(first));
		var id = first.json().getJsonObject("result").getInt("id");
		assertTrue(first.header("Location").endsWith("/api/v1/imports/" + id), first.header("Location"));
		assertEquals("Activity date", first.json().getJsonArray("rejectedLines").getJsonObject(0).getString("column"));
		assertEquals(id, rest.post(post, "text/csv", file).json().getJsonObject("result").getInt("id"));
		var rejected = rest.get("imports/" + id + "/rejected.csv");
		assertEquals(200, rejected.status());
		assertEquals(2, rejected.body().lines().count());
		assertEquals("UNDONE 1 1", outcome(rest.send("POST", "imports/" + id + "/undo", BodyPublishers.noBody())));
		assertProblem(422, rest.send("POST", "imports/" + id + "/undo", BodyPublishers.noBody()));
		assertEquals("UNDONE 1 1", outcome(rest.get("imports/" + id)));
	}

	@Test
	void sharesOfADealAreImportedAndTakenBack() {
		var rest = as("admin", "IMPORT_DATA");
		var done = rest.post("imports?source=Shares&kind=DEAL_SPLITS&fileName=shares.csv", "text/csv",
				"Opportunity ID,Split Owner,Split (%),Split Type\n1,Amira Nasser,60,Revenue\n1,Amira Nasser,25,Overlay\n1,Amira Nasser,0,Revenue\n");
		assertEquals("IMPORTED 2 1", outcome(done));
		assertEquals("DEAL_SPLITS", done.json().getJsonObject("result").getString("kind"));
		assertEquals("Split (%)", done.json().getJsonArray("rejectedLines").getJsonObject(0).getString("column"));
		assertEquals("UNDONE 2 1", outcome(rest.send("POST", "imports/" + done.json().getJsonObject("result").getInt("id") + "/undo", BodyPublishers.noBody())));
	}

	private static String outcome(Answer answer) {
		var result = answer.json().getJsonObject("result");
		return result.getString("status") + " " + result.getInt("added") + " " + result.getInt("rejected");
	}

	@Test
	void whatHasToBeAnsweredIsAskedAndAnsweredWithTheFile() {
		var rest = as("admin", "IMPORT_DATA");
		var file = "No,What,When,Who\n1,Call,03/04/2026,\n";
		var asked = rest.post("imports?source=Own&kind=ACTIVITIES", "text/csv", file);
		assertEquals("MAPPING", asked.json().getJsonObject("result").getString("status"));
		assertEquals(List.of("owner", "type"), asked.json().getJsonObject("open").getJsonArray("missingFields").getValuesAs(JsonString::getString).stream().sorted().toList());
		var answered = rest.post("imports?source=Own&kind=ACTIVITIES", "text/csv", file, "X-Mapping",
				"{\"columns\":{\"id\":\"No\",\"type\":\"What\",\"happenedAt\":\"When\",\"owner\":\"Who\"},\"styles\":{\"When\":\"US\"}}");
		assertEquals("IMPORTED 1 0", outcome(answered), answered.body());
		assertEquals("UNDONE 1 0", outcome(rest.send("POST", "imports/" + answered.json().getJsonObject("result").getInt("id") + "/undo", BodyPublishers.noBody())));
		assertProblem(400, rest.post("imports?source=Own&kind=ACTIVITIES", "text/csv", file, "X-Mapping", "{"));
		assertProblem(422, rest.post("imports?source=Own&kind=ACTIVITIES", "text/csv", file, "X-Mapping", "{\"columns\":{\"colour\":\"Type\"}}"));
		assertProblem(422, rest.post("imports?source=Own&kind=ACTIVITIES", "text/csv", file, "X-Mapping", "{\"styles\":{\"Type\":\"BOGUS\"}}"));
		var deals = "Record ID,Deal Name,Deal owner,Deal Stage,Create Date,Close Date,Amount\nS1,Stage told,amira.nasser@northlight.example,Gewonnen,2026-09-01,2026-09-09,100\n";
		var staged = rest.post("imports?source=Stages&kind=DEALS&commit=false", "text/csv", deals, "X-Mapping", "{\"values\":{\"stage\":{\"Gewonnen\":\"WON\"}}}");
		assertEquals("READY", staged.json().getJsonObject("result").getString("status"), staged.body());
		assertEquals(0, staged.json().getJsonObject("result").getInt("rejected"), staged.body());
	}

	@Test
	void aFileThatIsNoTableIsRefusedByASentenceAndHarmsNothing() {
		var rest = as("admin", "IMPORT_DATA");
		var before = rest.get("imports").json().getInt("total");
		var expected = new TreeMap<String, String>();
		var found = new TreeMap<String, String>();
		BadFiles.all().forEach((name, file) -> {
			var answer = rest.send("POST", "imports?source=Bad&fileName=" + name, BodyPublishers.ofByteArray(file.content()));
			assertProblem(422, answer);
			expected.put(name, "urn:headcoach:refusal:" + file.refusal());
			found.put(name, answer.json().getString("type"));
			assertTrue(answer.json().getString("detail").length() > 20, answer.body());
		});
		assertEquals(expected, found);
		assertEquals(before, rest.get("imports").json().getInt("total"));
	}

	@Test
	void aFileBeyondTheLimitIsRefusedBeforeItComesIn() throws IOException {
		var token = Rest.withPassword(HOME, "admin", "demo").makeToken("IMPORT_DATA").json().getString("token");
		var address = URI.create(HOME);
		try (var socket = new Socket(address.getHost(), address.getPort())) {
			socket.setSoTimeout(30_000);
			socket.getOutputStream().write(("POST /api/v1/imports HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer " + token
					+ "\r\nContent-Type: text/csv\r\nContent-Length: 1200000000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			socket.getOutputStream().flush();
			var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
			assertTrue(answer.readLine().startsWith("HTTP/1.1 413 "));
			var line = answer.readLine();
			while (!line.isEmpty()) {
				line = answer.readLine();
			}
			// the server keeps the line open for the rest of the body, so there is no end to wait for
			var body = new char[80];
			answer.read(body);
			assertTrue(new String(body).startsWith("{\"detail\":\"The file is larger than the 1,024 MB"), new String(body));
		}
	}

	// ------------------------------------------------------------ the description

	@Test
	void whatTheDescriptionLeavesOutIsNotThere() {
		var described = Rest.withoutToken(HOME).get(HOME + "/openapi?format=JSON");
		Function<String, Set<String>> methods = path -> described.json().getJsonObject("paths").getJsonObject(path).keySet();
		assertEquals(Map.of("/api/v1/imports", Set.of("get", "post"), "/api/v1/tokens", Set.of("get", "post"), "/api/v1/tokens/{id}", Set.of("delete")),
				Map.of("/api/v1/imports", methods.apply("/api/v1/imports"), "/api/v1/tokens", methods.apply("/api/v1/tokens"), "/api/v1/tokens/{id}", methods.apply("/api/v1/tokens/{id}")));
		assertEquals(97, described.json().getJsonObject("paths").size());
	}
}
