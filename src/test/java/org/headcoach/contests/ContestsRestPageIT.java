package org.headcoach.contests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

	@Test
	void anAdministratorSeesNone() {
		var answer = Rest.withPassword(HOME, "admin", "demo").makeToken("SEE_CONTESTS");
		assertTrue(answer.status() >= 400, () -> answer.status() + " " + answer.body());
	}
}
