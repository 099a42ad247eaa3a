package org.headcoach.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jakarta.json.Json;
import jakarta.json.JsonObject;

class HookPayloadTest {

	private static JsonObject payload(Channel kind, String subject, String text) {
		try (var reader = Json.createReader(new StringReader(HookPayload.of(kind, subject, text)))) {
			return reader.readObject();
		}
	}

	private static List<String> slackSections(String text) {
		return payload(Channel.SLACK, "Subject", text).getJsonArray("blocks").getValuesAs(JsonObject.class).stream().skip(1)
				.map(block -> block.getJsonObject("text").getString("text")).toList();
	}

	private static List<String> teamsLines(String text) {
		return payload(Channel.TEAMS, "Subject", text).getJsonArray("attachments").getJsonObject(0).getJsonObject("content").getJsonArray("body").getValuesAs(JsonObject.class)
				.stream().skip(1).map(block -> block.getString("text")).toList();
	}

	@Test
	void givesSlackALineForTheNotificationAndBlocksForTheChannel() {
		var payload = payload(Channel.SLACK, "Night 7 & counting", "1. Falcons 34\n2. Owls 31");
		assertEquals("Night 7 &amp; counting", payload.getString("text"));
		var header = payload.getJsonArray("blocks").getJsonObject(0);
		assertEquals("header", header.getString("type"));
		assertEquals("Night 7 & counting", header.getJsonObject("text").getString("text"));
		assertEquals(List.of("1. Falcons 34\n2. Owls 31"), slackSections("1. Falcons 34\n2. Owls 31"));
	}

	@Test
	void mentionsNobodyInSlack() {
		assertEquals(List.of("&lt;!channel&gt; &lt;@U1&gt; &lt;http://evil.example|click&gt;"), slackSections("<!channel> <@U1> <http://evil.example|click>"));
	}

	@Test
	void splitsLongTextsAtLinesAndStaysBelowWhatSlackTakes() {
		var sections = slackSections("a line of the standings\n".repeat(1_000));
		assertTrue(sections.size() > 1 && sections.size() <= 40);
		assertTrue(sections.stream().allMatch(section -> section.length() <= 3_000 && section.endsWith("standings")));
		assertEquals(1, slackSections("&".repeat(5_000)).size());
		assertTrue(slackSections("&".repeat(5_000)).get(0).endsWith("&amp;"));
	}

	@Test
	void givesTeamsAnAdaptiveCardWithABlockForEachLine() {
		var payload = payload(Channel.TEAMS, "Night 7", "Falcons 34\n\nOwls 31");
		assertEquals("message", payload.getString("type"));
		var attachment = payload.getJsonArray("attachments").getJsonObject(0);
		assertEquals("application/vnd.microsoft.card.adaptive", attachment.getString("contentType"));
		assertEquals("AdaptiveCard", attachment.getJsonObject("content").getString("type"));
		assertEquals(List.of("Falcons 34", "Owls 31"), teamsLines("Falcons 34\n\nOwls 31"));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({"'1. Falcons 34', '1\\. Falcons 34'", "'- down 2', '\\- down 2'", "'# of demos', '\\# of demos'", "'*loud* _low_ ~gone~ `code`', '\\*loud\\* \\_low\\_ \\~gone\\~ \\`code\\`'",
			"'[click](http://evil.example)', '\\[click\\](http://evil.example)'", "'see https://h.example/a_b?c=*', 'see https://h.example/a_b?c=*'", "'plain words', 'plain words'"})
	void showsMarksOfTheCardLanguageAsTheyAre(String line, String escaped) {
		assertEquals(escaped, HookPayload.teamsText(line));
	}

	@Test
	void staysBelowWhatTeamsTakes() {
		assertTrue(HookPayload.of(Channel.TEAMS, "s".repeat(250), "x".repeat(40).concat("\n").repeat(3_000)).getBytes(StandardCharsets.UTF_8).length < 28_000);
		assertEquals("…", teamsLines("x\n".repeat(3_000)).get(200));
	}
}
