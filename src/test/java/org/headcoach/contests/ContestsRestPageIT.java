package org.headcoach.contests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;

/** Contests over REST, on the demo company's: the same rights as on the pages. */
class ContestsRestPageIT {

	private static final String HOME = RunningApplication.address();

	private static JsonObject contest(Rest rest, String phase) {
		return rest.get("contests?size=100").items().stream().filter(item -> item.getString("phase").equals(phase)).findFirst().orElseThrow();
	}

	@Test
	void aProgramReadsWhatThePageShows() {
		var rest = Rest.of(HOME, "manager", "SEE_CONTESTS", "RUN_CONTESTS");
		var ended = rest.get("contests/" + contest(rest, "ENDED").getInt("id")).json();
		var standings = ended.getJsonArray("standings").getValuesAs(JsonObject.class);
		assertEquals(List.of(1, 3), List.of(standings.get(0).getInt("rank"), standings.size()));
		assertFalse(standings.get(0).getJsonArray("people").isEmpty());
		assertTrue(ended.getJsonArray("nights").size() >= 28, "a night for each day of a month");
		var now = rest.get("contests/" + ended.getInt("id") + "/standings").json();
		assertEquals(ended.getJsonArray("standings"), now.getJsonArray("standings"));
		var settled = rest.get("contests/" + contest(rest, "SETTLED").getInt("id")).json();
		assertTrue(settled.getJsonArray("standings").getValuesAs(JsonObject.class).stream().anyMatch(team -> team.getBoolean("wins")));
	}

	@Test
	void aDraftIsMadeOnceForEachKeyAndBelongsToWhoMadeIt() {
		var rest = Rest.of(HOME, "manager", "SEE_CONTESTS", "RUN_CONTESTS");
		var draft = """
				{"title": "By a program", "zone": "Europe/Lisbon", "startsAt": "2031-05-01T00:00:00", "endsAt": "2031-06-01T00:00:00", "nightlyAt": "21:00:00", "counting": [{"behaviour": "VOLUME:CONNECTS", "dailyCap": 10}],
				"lowerIsBetter": false, "ties": "SHARED", "prize": "Lunch", "prizeFor": "TEAM", "prizeEach": false, "key": "rest-once"}""";
		var made = rest.post("contests", "application/json", draft);
		assertEquals(201, made.status(), made::body);
		var id = made.json().getInt("id");
		assertEquals(id, rest.post("contests", "application/json", draft).json().getInt("id"));
		assertEquals(404, Rest.of(HOME, "rep", "SEE_CONTESTS").get("contests/" + id).status());
		var unknown = rest.post("contests", "application/json", draft.replace("VOLUME:CONNECTS", "VOLUME:NOTHING").replace("rest-once", "rest-unknown"));
		assertEquals(422, unknown.status(), unknown::body);
	}

	@Test
	void whoMayNotRunAContestCannotByRestEither() {
		var manager = Rest.of(HOME, "manager", "SEE_CONTESTS", "RUN_CONTESTS");
		var id = contest(manager, "ENDED").getInt("id");
		var rep = Rest.of(HOME, "rep", "SEE_CONTESTS");
		assertEquals(200, rep.get("contests/" + id).status());
		for (var path : List.of("contests/" + id + "/settle", "contests/" + id + "/notes", "contests/" + id + "/announce")) {
			var answer = rep.post(path, "application/json", path.endsWith("notes") ? "{\"note\": \"n\", \"key\": \"k\"}" : path.endsWith("announce") ? "{\"version\": 1}" : "{}");
			assertTrue(answer.status() == 403 || answer.status() == 404, () -> path + " answers " + answer.status() + " " + answer.body());
		}
		var moved = manager.post("contests/" + id + "/settle", "application/json", "{\"count\": -1}");
		assertEquals(422, moved.status(), moved::body);
		assertEquals("ENDED", manager.get("contests/" + id).json().getString("phase"));
	}

	private static final String DRAFT = """
			{"title": "By a program", "zone": "Europe/Lisbon", "startsAt": "2032-05-01T00:00:00", "endsAt": "2032-06-01T00:00:00", "nightlyAt": "21:00:00", "counting": [{"behaviour": "VOLUME:CONNECTS"}],
			"lowerIsBetter": false, "ties": "SHARED", "prize": "Lunch", "prizeFor": "TEAM", "prizeEach": false, "key": "%s"}""";

	private static Rest.Answer put(Rest rest, String path, String body) {
		return rest.send("PUT", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
	}

	private static int delete(Rest rest, String path) {
		return rest.send("DELETE", path, BodyPublishers.noBody()).status();
	}

	@Test
	void aContestIsRunFromTheDraftToItsEnd() {
		var rest = Rest.of(HOME, "manager", "SEE_CONTESTS", "RUN_CONTESTS");
		var made = rest.post("contests", "application/json", DRAFT.formatted("rest-run")).json();
		var at = "contests/" + made.getInt("id");
		var changed = DRAFT.formatted("x").replace("\"key\": \"x\"", "\"version\": " + made.getInt("version")).replace("By a program", "Changed by a program");
		assertEquals("Changed by a program", put(rest, at, changed).json().getString("title"));
		assertEquals(409, put(rest, at, changed).status());
		for (var wrong : List.of("\"prizeValue\": 1e30, \"prizeCurrency\": \"USD\"", "\"prizeValue\": 100, \"prizeCurrency\": \"QQQ\"")) {
			var answer = rest.post("contests", "application/json", DRAFT.formatted("rest-wrong").replace("\"prizeEach\": false", "\"prizeEach\": false, " + wrong));
			assertEquals(422, answer.status(), answer::body);
		}

		var all = rest.get(at + "/draft").json().getJsonArray("people").getValuesAs(JsonObject.class).stream().map(one -> one.getInt("personId")).toList();
		var spare = all.get(all.size() - 1);
		rest.post(at + "/teams", "application/json", "{\"people\": " + all.subList(0, all.size() - 1) + ", \"teams\": [\"Red\", \"Blue\"], \"keepRegions\": false}");
		var draft = rest.get(at + "/draft").json();
		assertEquals(9, draft.getJsonArray("findings").size());
		assertTrue(draft.getJsonArray("findings").getValuesAs(JsonObject.class).stream().anyMatch(one -> one.getString("says").equals("The prize is for the team.")), draft::toString);
		var teams = draft.getJsonArray("teams").getValuesAs(JsonObject.class);
		var blue = teams.get(1).getInt("teamId");
		assertEquals(1, teams.stream().mapToDouble(team -> team.getJsonNumber("chance").doubleValue()).sum(), 1e-9);
		var moved = put(rest, at + "/people/" + all.get(0), "{\"teamId\": " + blue + "}").json();
		assertTrue(moved.getJsonArray("people").getValuesAs(JsonObject.class).stream().anyMatch(one -> one.getInt("personId") == all.get(0) && one.getInt("teamId") == blue), moved::toString);
		assertTrue(put(rest, at + "/teams/" + blue, "{\"name\": \"Green\"}").body().contains("Green"));

		var announced = rest.post(at + "/announce", "application/json", "{\"version\": " + moved.getInt("version") + ", \"reasons\": {\"MAJORITY_CAN_MOVE_IT\": \"They will\"}}");
		assertEquals(200, announced.status(), announced::body);
		assertEquals(200, rest.post(at + "/people/" + all.get(0) + "/leave", "application/json", "{\"last\": \"2032-05-12\", \"why\": \"Moved\"}").status());
		var joined = rest.post(at + "/people", "application/json", "{\"personId\": " + spare + ", \"teamId\": " + blue + ", \"from\": \"2032-05-13\", \"why\": \"New\"}");
		assertEquals(200, joined.status(), joined::body);

		var link = rest.post(at + "/wall-links", "application/json", "{\"name\": \"Sales floor\"}");
		assertTrue(link.json().getString("address").contains("/contests/wall?token="), link::body);
		var links = rest.get(at + "/wall-links");
		var number = links.body().replaceAll("(?s).*?\"id\":\\s*(\\d+).*", "$1");
		assertEquals(204, delete(rest, at + "/wall-links/" + number));
		assertTrue(rest.get(at + "/wall-links").body().contains("\"revoked\""), links::body);

		assertEquals(422, delete(rest, at), "an announced contest is not thrown away");
		assertEquals("CALLED_OFF", rest.post(at + "/call-off", "application/json", "{\"reason\": \"A test\", \"key\": \"rest-off\"}").json().getString("phase"));
	}

	@Test
	void aDraftIsThrownAway() {
		var rest = Rest.of(HOME, "manager", "SEE_CONTESTS", "RUN_CONTESTS");
		var at = "contests/" + rest.post("contests", "application/json", DRAFT.formatted("rest-away")).json().getInt("id");
		assertEquals(204, delete(rest, at));
		assertEquals(404, rest.get(at).status());
	}

	@Test
	void prizesAndEffectsAreReadByWhoRunsThem() {
		var rest = Rest.of(HOME, "manager", "SEE_CONTESTS", "RUN_CONTESTS");
		var id = contest(rest, "ENDED").getInt("id");
		var logged = rest.post("contests/" + id + "/prizes", "application/json", "{\"prize\": \"Cake\", \"given\": \"2026-11-02\", \"cost\": 12.5, \"currency\": \"USD\", \"key\": \"rest-cake\"}");
		assertEquals(200, logged.status(), logged::body);
		var cake = logged.json().getJsonArray("prizes").getValuesAs(JsonObject.class).get(0);
		assertEquals("Cake", cake.getString("prize"));
		assertEquals(204, delete(rest, "contests/" + id + "/prizes/" + cake.getInt("id")));
		assertEquals(List.of(), rest.get("contests/" + id + "/prizes").json().getJsonArray("prizes"));
		assertEquals("VOLUME:DEMOS", rest.get("contests/" + id + "/effect").json().getString("behaviour"));
		var effects = rest.get("contests/effects").json();
		assertEquals(2, effects.getJsonArray("contests").size());
		assertEquals(4, effects.getJsonArray("bySince").size());
		var rep = Rest.of(HOME, "rep", "SEE_CONTESTS");
		for (var path : List.of("/effect", "/draft", "/wall-links")) {
			var answer = rep.get("contests/" + id + path);
			assertTrue(answer.status() == 403 || answer.status() == 404, () -> path + " answers " + answer.status());
		}
		var nobody = rest.post("contests/" + id + "/settle", "application/json", "{\"winners\": []}");
		assertEquals(422, nobody.status(), "nobody wins only with words");
		assertTrue(nobody.body().contains("Other teams win than stand first"), nobody::body);
	}

	@Test
	void anAdministratorSeesNone() {
		var answer = Rest.withPassword(HOME, "admin", "demo").makeToken("SEE_CONTESTS");
		assertTrue(answer.status() >= 400, () -> answer.status() + " " + answer.body());
	}
}
