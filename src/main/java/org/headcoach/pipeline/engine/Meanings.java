package org.headcoach.pipeline.engine;

import java.util.HashMap;
import java.util.Map;

/** What the texts of CRMs mean without anybody having said so: activity types, deal states and stages, roles. */
final class Meanings {

	private static final Map<String, Map<String, String>> ALL = Map.of(
			"type", words(
					"CALL: call | calls | phone call | outgoing call | outbound call | logged call | inbound call | call attempt | voicemail",
					"CONNECT: connect | connected | connect call | connected call | conversation",
					"EMAIL: email | e-mail | emails | sales email | incoming email | outgoing email | forwarded email | list email | listemail",
					"MEETING: meeting | meetings | event | lunch | visit | appointment",
					"DISCOVERY: discovery | discovery call | discovery meeting | qualification call | exploratory call",
					"DEMO: demo | demonstration | presentation | product demo | demo call",
					"OTHER: task | to-do | to do | todo | note | deadline | letter | cadence | linkedin message | sms | whatsapp | postal mail"),
			"state", words(
					"OPEN: open | in progress | pending | appointment scheduled | qualified to buy | presentation scheduled | decision maker bought-in | contract sent"
							+ " | prospecting | qualification | needs analysis | value proposition | id. decision makers | identify decision makers"
							+ " | perception analysis | proposal/price quote | proposal/quote | negotiation/review | lead in | qualified | contact made | demo scheduled"
							+ " | proposal made | negotiations started",
					"WON: won | closed won | closed-won | closedwon",
					"LOST: lost | closed lost | closed-lost | closedlost | closed lost to competition | closed-lost to competition | deleted"),
			"splitType", words(
					"REVENUE: revenue | revenue split | revenue credit | amount | opportunity amount | deal amount",
					"OVERLAY: overlay | overlay split | overlay credit | quota overlay"),
			"role", words(
					"REP: rep | sales rep | sales representative | account executive | ae | sdr | bdr | sales development representative | seller | salesperson",
					"MANAGER: manager | sales manager | team lead | team leader",
					"DIRECTOR: director | sales director | director of sales | regional director | head of sales",
					"VP: vp | vp sales | vp of sales | vice president | vice president of sales | cro | chief revenue officer"));

	private static Map<String, String> words(String... lines) {
		var meanings = new HashMap<String, String>();
		for (var line : lines) {
			var colon = line.indexOf(':');
			for (var text : line.substring(colon + 1).split("\\|")) {
				meanings.put(Mapping.plain(text), line.substring(0, colon));
			}
		}
		return Map.copyOf(meanings);
	}

	private Meanings() {
	}

	/** The usual meaning of a text of that field; null when there is none. */
	static String of(String field, String text) {
		return ALL.getOrDefault(field, Map.of()).get(Mapping.plain(text));
	}
}
