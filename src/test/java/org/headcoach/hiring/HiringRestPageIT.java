package org.headcoach.hiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.util.List;

import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;

/** Hiring over REST, on the demo company's opening: as blind as the pages. */
class HiringRestPageIT {

	private static final String HOME = RunningApplication.address();

	/** The manager's interview whose other card is in. */
	private static JsonObject owed(Rest rest) {
		return rest.get("hiring/interviews?size=100").items().stream().filter(item -> item.getBoolean("due"))
				.filter(item -> rest.get("hiring/candidates?size=200").items().stream().anyMatch(row -> row.getInt("candidacyId") == item.getInt("candidacyId") && row.getInt("cardsIn") == 1)).findFirst().orElseThrow();
	}

	@Test
	void showsNoOtherCardBeforeTheOwnOneIsIn() {
		var rest = Rest.of(HOME, "manager", "HIRE", "INTERVIEW");
		var interview = owed(rest);
		var path = "hiring/candidacies/" + interview.getInt("candidacyId") + "/debrief";
		var before = rest.get(path);
		assertTrue(before.json().getBoolean("blind"));
		assertEquals(List.of(0, 0), List.of(before.json().getJsonArray("recommendations").size(), before.json().getJsonArray("topics").size()));
		assertFalse(before.json().containsKey("mark") && !before.json().isNull("mark"), before::body);
		// the list says how many cards are in, and no word of what stands in them
		assertFalse(rest.get("hiring/candidates?size=200").body().matches("(?s).*(\"mark\"|\"score\"|recommend).*"));
		var seat = interview.getInt("seatId");
		assertEquals(422, rest.post("hiring/cards/" + seat + "/submission", "application/json", "").status());
		assertEquals(404, Rest.of(HOME, "rep", "INTERVIEW").get("hiring/cards/" + seat).status());
		assertTrue(Rest.of(HOME, "rep", "INTERVIEW").get("hiring/candidates").status() >= 403);

		for (var one : rest.get("hiring/cards/" + seat).json().getJsonArray("characteristics").getValuesAs(JsonObject.class)) {
			for (var pass : one.getJsonArray("passes").getValuesAs(JsonObject.class)) {
				var kept = put(rest, "hiring/cards/" + seat + "/scores", "{\"characteristicId\": " + one.getInt("id") + ", \"pass\": " + pass.getInt("pass") + ", \"score\": 7}");
				assertEquals(204, kept.status(), kept::body);
			}
			if (one.getBoolean("twoPasses")) {
				var between = "hiring/cards/" + seat + "/coaching";
				assertEquals(400, put(rest, between, "{\"characteristicId\": " + one.getInt("id") + ", \"effort\": 99}").status());
				assertEquals(204, put(rest, between, "{\"characteristicId\": " + one.getInt("id") + ", \"praise\": \"a warm opening\", \"effort\": 8}").status());
			}
		}
		assertEquals(204, put(rest, "hiring/cards/" + seat + "/recommendation", "{\"recommendation\": \"YES\", \"note\": \"quick\"}").status());
		assertEquals(204, rest.post("hiring/cards/" + seat + "/submission", "application/json", "").status());
		assertEquals(422, put(rest, "hiring/cards/" + seat + "/recommendation", "{\"recommendation\": \"NO\"}").status());
		var after = rest.get(path).json();
		assertFalse(after.getBoolean("blind"));
		assertEquals(2, after.getJsonArray("recommendations").size());
		assertTrue(after.toString().contains("a warm opening"), after::toString);
		var coached = rest.get("hiring/cards/" + seat).json().getJsonArray("characteristics").getValuesAs(JsonObject.class).stream().filter(one -> one.getBoolean("twoPasses")).findFirst().orElseThrow();
		assertEquals(8, coached.getInt("effort"));
	}

	private static Rest.Answer put(Rest rest, String path, String body) {
		return rest.send("PUT", path, HttpRequest.BodyPublishers.ofString(body), "Content-Type", "application/json");
	}
}
