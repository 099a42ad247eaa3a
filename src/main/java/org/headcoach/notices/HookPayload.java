package org.headcoach.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** A notice as Slack and Teams take it: their JSON, with everything in it that they would take for a mark or a mention shown as it is. */
final class HookPayload {

	/** What they take; beyond it they refuse the whole. */
	private static final int SLACK_HEADER = 150;
	private static final int SLACK_SECTION = 2_900;
	private static final int SLACK_SECTIONS = 40;
	private static final int TEAMS_LETTERS = 15_000;
	private static final int TEAMS_LINES = 200;

	private static final Pattern TEAMS_MARKS = Pattern.compile("[\\\\`*_\\[\\]~<>]");

	private HookPayload() {
	}

	static String of(Channel kind, String subject, String text) {
		return (kind == Channel.SLACK ? slack(subject, text) : teams(subject, text)).toString();
	}

	/** Blocks for the channel, and one line of text for the notification. */
	private static JsonObject slack(String subject, String text) {
		var blocks = Json.createArrayBuilder().add(Json.createObjectBuilder().add("type", "header")
				.add("text", Json.createObjectBuilder().add("type", "plain_text").add("text", Notice.oneLine(subject, SLACK_HEADER)).add("emoji", false)));
		for (var section : sections(slackText(text.strip()))) {
			blocks.add(Json.createObjectBuilder().add("type", "section").add("text", Json.createObjectBuilder().add("type", "mrkdwn").add("text", section)));
		}
		return Json.createObjectBuilder().add("text", slackText(subject)).add("blocks", blocks).add("unfurl_links", false).build();
	}

	/** These three open a mark, a link or a mention such as {@code <!channel>}. */
	private static String slackText(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	/** Whole lines, as many as fit into a section. */
	private static List<String> sections(String text) {
		var sections = new ArrayList<String>();
		var section = new StringBuilder();
		for (var line : text.split("\\R", -1)) {
			var whole = line.length() > SLACK_SECTION ? line.substring(0, SLACK_SECTION).replaceFirst("&[a-z]*$", "") : line;
			if (section.length() + whole.length() + 1 > SLACK_SECTION) {
				sections.add(section.toString());
				section.setLength(0);
			}
			section.append(section.isEmpty() ? "" : "\n").append(whole);
		}
		sections.add(section.toString());
		// a section without a letter is refused
		return sections.stream().filter(one -> !one.isBlank()).limit(SLACK_SECTIONS).toList();
	}

	/** A message with one Adaptive Card; each line is a block, because Teams joins lines. */
	private static JsonObject teams(String subject, String text) {
		var body = Json.createArrayBuilder().add(block(subject).add("weight", "Bolder").add("size", "Medium"));
		var letters = 0;
		var lines = 0;
		var isApart = true;
		for (var line : text.strip().split("\\R")) {
			letters += line.length();
			if (letters > TEAMS_LETTERS || ++lines > TEAMS_LINES) {
				body.add(block("…"));
				break;
			}
			if (!line.isBlank()) {
				body.add(block(line).add("spacing", isApart ? "Medium" : "None"));
			}
			isApart = line.isBlank();
		}
		var card = Json.createObjectBuilder().add("$schema", "http://adaptivecards.io/schemas/adaptive-card.json").add("type", "AdaptiveCard").add("version", "1.4")
				.add("msteams", Json.createObjectBuilder().add("width", "Full")).add("body", body);
		return Json.createObjectBuilder().add("type", "message").add("attachments", Json.createArrayBuilder()
				.add(Json.createObjectBuilder().add("contentType", "application/vnd.microsoft.card.adaptive").addNull("contentUrl").add("content", card))).build();
	}

	private static jakarta.json.JsonObjectBuilder block(String line) {
		return Json.createObjectBuilder().add("type", "TextBlock").add("text", teamsText(line)).add("wrap", true);
	}

	/** A card's text is Markdown: its marks are escaped, but not inside an address, which would lead elsewhere then. */
	static String teamsText(String line) {
		var plain = new StringBuilder();
		for (var word : line.split("(?<= )|(?= )")) {
			plain.append(word.startsWith("https://") || word.startsWith("http://") ? word : TEAMS_MARKS.matcher(word).replaceAll("\\\\$0"));
		}
		// at the beginning of a line a number makes a list that counts by itself, and a sign a list or a heading
		return plain.toString().replaceFirst("^(\\s*\\d+)([.)])", "$1\\\\$2").replaceFirst("^(\\s*)([-+#])", "$1\\\\$2");
	}
}
