package org.headcoach.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;

/**
 * Who sees whose pay, by every address there is: pages, exports and REST. Amira is the rep, Sofia her colleague, Elena their manager, Chloé a rep of another team of
 * the same director. Whatever is not shown reads like what does not exist.
 */
class PayRightsPageIT extends Pages {

	private static final YearMonth CLOSED = YearMonth.from(LocalDate.now(ZoneId.of("America/New_York"))).minusMonths(2);
	private static final List<String> ROLES = List.of("admin", "executive", "director", "manager", "rep");
	private static final Map<String, String[]> PERMISSIONS = Map.of("admin", new String[] {"RUN_PAY", "EDIT_PLANS"}, "executive", new String[] {"SEE_OWN_PAY", "APPROVE_PAY", "SEE_COMPANY"},
			"director", new String[] {"SEE_OWN_PAY", "APPROVE_PAY", "SEE_LINE"}, "manager",
			new String[] {"SEE_OWN_PAY", "APPROVE_PAY", "SEE_LINE"}, "rep", new String[] {"SEE_OWN_PAY"});

	/** Every address of pay, and whether each role gets an answer (y) or is told that there is nothing (n), in the order of {@link #ROLES}. */
	private static final String ADDRESSES = """
			/compensation/my-pay                                                      | nyyyy
			/compensation/plan-document                                               | nyyyy
			/compensation/questions                                                   | yyyyy
			/compensation/team-pay?month={closed}                                     | nyyyn
			/compensation/statement?month={closed}&person={Amira Nasser}              | yyyyy
			/compensation/statement?month={closed}&person={Sofia Brandt}              | yyyyn
			/compensation/statement?month={closed}&person={Elena Varga}               | yyyyn
			/compensation/statement?month={closed}&person={Chloé Durandeau}           | yyynn
			/compensation/statement?month={closed}&person=987654321                   | nnnnn
			/compensation/plans                                                       | ynnnn
			/compensation/plan?plan={plan}                                            | ynnnn
			/compensation/plan-editor?version={version}                               | ynnnn
			/compensation/assignments                                                 | ynnnn
			/compensation/simulation                                                  | ynnnn
			/compensation/town-meetings                                               | yyyyy
			/compensation/town-meeting?meeting=987654321                              | nnnnn
			/compensation/month?month={closed}                                        | ynnnn
			/compensation/payroll?month={closed}                                      | ynnnn
			/compensation/history?person={Amira Nasser}                               | ynnnn
			/compensation/runs                                                        | ynnnn
			/compensation/adjustments                                                 | ynnnn
			/compensation/holds                                                       | ynnnn
			/compensation/pay-settings                                                | ynnnn
			/export/compensation/team-pay.csv?month={closed}                          | nyyyn
			/export/compensation/team-pay.xlsx?month={closed}                         | nyyyn
			/export/compensation/statement.csv?month={closed}&person={Amira Nasser}   | yyyyy
			/export/compensation/statement.csv?month={closed}&person={Sofia Brandt}   | yyyyn
			/export/compensation/statement.csv?month={closed}&person={Elena Varga}    | yyyyn
			/export/compensation/statement.csv?month={closed}&person={Chloé Durandeau} | yyynn
			/export/compensation/statement.xlsx?month={closed}&person={Sofia Brandt}  | yyyyn
			/export/compensation/statement.xlsx?month={closed}&person={Chloé Durandeau} | yyynn
			/export/compensation/statement.pdf?month={closed}&person={Sofia Brandt}   | yyyyn
			/export/compensation/statement.pdf?month={closed}&person={Chloé Durandeau} | yyynn
			/export/compensation/statement.json?month={closed}&person={Sofia Brandt}  | yyyyn
			/export/compensation/statement.json?month={closed}&person={Chloé Durandeau} | yyynn
			/export/compensation/headcoach-verify.jar                                 | yyyyy
			/export/compensation/assignments.csv                                      | ynnnn
			/export/compensation/assignments.xlsx                                     | ynnnn
			/export/compensation/simulation.csv?version={published}&months=3          | ynnnn
			/export/compensation/simulation.xlsx?version={published}&months=3         | ynnnn
			/export/compensation/candidates.csv?version={published}&months=3          | ynnnn
			/export/compensation/candidates.xlsx?version={published}&months=3         | ynnnn
			/export/compensation/town-meeting.csv?meeting=987654321                   | nnnnn
			/export/compensation/town-meeting.xlsx?meeting=987654321                  | nnnnn
			/export/compensation/month/people.csv?month={closed}                      | ynnnn
			/export/compensation/month/people.xlsx?month={closed}                     | ynnnn
			/export/compensation/month/postings.csv?month={closed}                    | ynnnn
			/export/compensation/month/postings.xlsx?month={closed}                   | ynnnn
			/export/compensation/month/runs.csv                                       | ynnnn
			/export/compensation/month/runs.xlsx                                      | ynnnn
			/export/compensation/month/differences.csv?from={run}&to={run}            | ynnnn
			/export/compensation/month/adjustments.csv                                | yyyyn
			/export/compensation/month/adjustments.xlsx                               | yyyyn
			/export/compensation/month/holds.csv                                      | ynnnn
			/export/compensation/month/rates.csv                                      | ynnnn
			/export/compensation/month/payroll.csv?export={file}                      | ynnnn
			/api/v1/statements                                                        | nyyyy
			/api/v1/statements?person={Amira Nasser}                                  | yyyyy
			/api/v1/statements?person={Sofia Brandt}                                  | yyyyn
			/api/v1/statements?person={Elena Varga}                                   | yyyyn
			/api/v1/statements?person={Chloé Durandeau}                               | yyynn
			/api/v1/statements/{statement of Sofia Brandt}                            | yyyyn
			/api/v1/statements/{statement of Chloé Durandeau}                         | yyynn
			/api/v1/statements/{statement of Sofia Brandt}/file                       | yyyyn
			/api/v1/statements/{statement of Chloé Durandeau}/file                    | yyynn
			/api/v1/statements/987654321                                              | nnnnn
			/api/v1/pay-questions                                                     | yyyyy
			/api/v1/pay-adjustments                                                   | yyyyn
			/api/v1/pay-adjustments/{adjustment of Chloé Durandeau}                   | yyynn
			/api/v1/pay-adjustments/{adjustment of Sofia Brandt}                      | yyyyn
			/api/v1/pay-months                                                        | ynnnn
			/api/v1/pay-months/{closed}/statements                                    | ynnnn
			/api/v1/pay-months/exports/{file}                                         | ynnnn
			/api/v1/pay-runs                                                          | ynnnn
			/api/v1/pay-runs/{run}                                                    | ynnnn
			/api/v1/pay-runs/postings?bookedIn={closed}                               | ynnnn
			/api/v1/pay-plans                                                         | ynnnn
			/api/v1/pay-plans/{plan}                                                  | ynnnn
			/api/v1/pay-assignments                                                   | ynnnn
			/api/v1/town-meetings                                                     | yyyyy
			/api/v1/town-meetings/987654321                                           | nnnnn
			""";

	/** Why an amount was added by hand to the pay of the rep of another team. */
	private static final String FOREIGN_NOTE = "A cent of another team";

	/** What an address names in braces, people aside. */
	private final Map<String, String> numbers = new HashMap<>();
	private final Map<String, Rest> programs = new HashMap<>();

	@BeforeAll
	void whatThereIs() {
		ROLES.forEach(role -> programs.put(role, Rest.of(RunningApplication.address(), role, PERMISSIONS.get(role))));
		var admin = programs.get("admin");
		numbers.put("closed", CLOSED.toString());
		var plan = admin.get("pay-plans?size=200").items().stream().filter(one -> one.getString("name").equals("Account executive")).findFirst().orElseThrow();
		numbers.put("plan", String.valueOf(plan.getInt("id")));
		var version = admin.get("pay-plans/" + plan.getInt("id")).json().getJsonArray("versions").getJsonObject(0);
		numbers.put("published", String.valueOf(version.getInt("id")));
		// the editor of a version that is published leads to its page
		numbers.put("version", String.valueOf(version.getInt("id")));
		numbers.put("run", String.valueOf(admin.get("pay-runs").items().get(0).getInt("id")));
		numbers.put("file", String.valueOf(admin.post("pay-months/" + CLOSED + "/exports?again=true", "application/json", "").json().getInt("id")));
		for (var name : List.of("Amira Nasser", "Sofia Brandt", "Elena Varga", "Chloé Durandeau")) {
			numbers.put(name, String.valueOf(RunningApplication.idOf(name)));
			numbers.put("statement of " + name, String.valueOf(statement(name).getInt("id")));
		}
		for (var name : List.of("Sofia Brandt", "Chloé Durandeau")) {
			var added = admin.post("pay-adjustments", "application/json", "{\"personId\":%s,\"month\":\"%s\",\"amount\":0.01,\"currency\":\"USD\",\"reason\":\"OTHER\",\"note\":\"%s\"}"
					.formatted(numbers.get(name), CLOSED.plusMonths(2), name.equals("Sofia Brandt") ? "A cent" : FOREIGN_NOTE)).json();
			admin.post("pay-adjustments/" + added.getInt("id") + "/withdraw", "application/json", "{\"version\":" + added.getInt("version") + "}");
			numbers.put("adjustment of " + name, String.valueOf(added.getInt("id")));
		}
	}

	private jakarta.json.JsonObject statement(String name) {
		return programs.get("admin").get("statements?size=200&person=" + RunningApplication.idOf(name)).items().stream().filter(one -> one.getString("month").equals(CLOSED.toString()))
				.findFirst().orElseThrow();
	}

	private String filled(String address) {
		var found = Pattern.compile("\\{([^}]+)}").matcher(address);
		return found.replaceAll(each -> numbers.get(each.group(1)));
	}

	private int status(Page window, String role, String address) {
		return address.startsWith("/api/v1/") ? programs.get(role).get(address.substring("/api/v1/".length())).status() : window.request().get(url(address)).status();
	}

	private static List<String[]> addresses() {
		return ADDRESSES.lines().map(line -> line.split("\\|")).peek(parts -> {
			parts[0] = parts[0].strip();
			parts[1] = parts[1].strip();
		}).toList();
	}

	@ParameterizedTest
	@CsvSource({"admin", "executive", "director", "manager", "rep"})
	void seesWhatIsOwnOrBelowAndNothingElse(String role) {
		signIn(role);
		var at = ROLES.indexOf(role);
		var expected = new LinkedHashMap<String, Integer>();
		var found = new LinkedHashMap<String, Integer>();
		for (var address : addresses()) {
			expected.put(address[0], address[1].charAt(at) == 'y' ? 200 : 404);
			found.put(address[0], status(page, role, filled(address[0])));
		}
		assertEquals(lines(expected), lines(found));
	}

	private static String lines(Map<String, Integer> statuses) {
		return statuses.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining("\n"));
	}

	/** Every page, every export and every path of REST that reads pay stands in the table. */
	@Test
	void noAddressIsForgottenHere() throws IOException, ReflectiveOperationException {
		var known = addresses().stream().map(address -> address[0].replaceFirst("\\?.*", "")).collect(Collectors.toSet());
		var missing = new TreeSet<String>();
		try (var files = Files.list(Path.of("src/main/webapp/compensation"))) {
			files.map(file -> "/compensation/" + file.getFileName().toString().replace(".xhtml", "")).filter(path -> !known.contains(path)).forEach(missing::add);
		}
		for (var name : List.of("PlanExport", "StatementExport", "TownMeetingExport")) {
			var served = Class.forName("org.headcoach.compensation.web." + name).getAnnotation(jakarta.servlet.annotation.WebServlet.class);
			Set.of(served.value(), served.urlPatterns()).forEach(paths -> List.of(paths).stream().filter(path -> !known.contains(path)).forEach(missing::add));
		}
		var description = programs.get("admin").get(RunningApplication.address() + "/openapi?format=json").json().getJsonObject("paths");
		var patterns = known.stream().filter(path -> path.startsWith("/api/v1/")).map(path -> path.replaceAll("\\{[^}]+}", "{}").replaceAll("/\\d+", "/{}")).collect(Collectors.toSet());
		description.keySet().stream().filter(path -> path.matches(".*/(statements|pay-|town-).*") && description.getJsonObject(path).containsKey("get"))
				.map(path -> (path.startsWith("/api/v1") ? path : "/api/v1" + path).replaceAll("\\{[^}]+}", "{}")).filter(path -> !patterns.contains(path)).forEach(missing::add);
		assertEquals(Set.of(), missing);
	}

	@ParameterizedTest
	@CsvSource({"rep", "manager"})
	void whatIsNotShownReadsLikeWhatDoesNotExist(String role) {
		signIn(role);
		var stranger = Pattern.compile("\\{(statement of |adjustment of )?Chloé Durandeau}");
		for (var address : addresses()) {
			if (stranger.matcher(address[0]).find()) {
				assertEquals(told(role, filled(stranger.matcher(address[0]).replaceAll("987654321"))), told(role, filled(address[0])), address[0]);
			}
		}
		var posting = programs.get("admin").get("statements/" + numbers.get("statement of Chloé Durandeau")).json().getJsonArray("lines").getJsonObject(0).getInt("postingId");
		var asking = "/compensation/my-pay?month=" + CLOSED + "&ask=";
		assertTrue(told(role, asking + posting).startsWith("404"));
		assertEquals(told(role, asking + "987654321"), told(role, asking + posting));
		var program = programs.get(role);
		var question = "{\"month\":\"" + CLOSED + "\",\"postingId\":%s,\"text\":\"Why?\"}";
		assertEquals(same(program.post("pay-questions", "application/json", question.formatted("987654321"))), same(program.post("pay-questions", "application/json", question.formatted(posting))));
	}

	private String told(String role, String address) {
		if (address.startsWith("/api/v1/")) {
			return same(programs.get(role).get(address.substring("/api/v1/".length())));
		}
		var answer = page.request().get(url(address));
		return answer.status() + " " + answer.text().replaceAll("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4,12}){4}", "N").replaceAll("csp.init\\('[^']*'\\)", "").replaceAll("value=\"[^\"]*\"", "")
				.replaceAll("nonce=\"[^\"]*\"", "").replaceAll("\\b\\d{4,9}\\b", "I").replaceAll("\\s+", " ");
	}

	private static String same(Rest.Answer answer) {
		return answer.status() + " " + answer.body().replaceAll("\"instance\":\"[^\"]*\"", "").replaceAll("\"number\":\"[^\"]*\"", "");
	}

	/** What Chloé was paid, and why, is written in nothing that a rep or the manager of another team can read. */
	@ParameterizedTest
	@CsvSource({"rep", "manager"})
	void nobodyElsesAmountStandsInAnythingThatIsShown(String role) {
		signIn(role);
		var lines = programs.get("admin").get("statements/" + numbers.get("statement of Chloé Durandeau")).json();
		var pay = new java.math.BigDecimal(lines.getJsonObject("statement").get("pay").toString());
		assertTrue(pay.signum() > 0, "Chloé was paid in " + CLOSED);
		var written = Set.of(pay.toPlainString(), String.format(java.util.Locale.ENGLISH, "%,.2f", pay), FOREIGN_NOTE);
		var at = ROLES.indexOf(role);
		var readable = addresses().stream().filter(address -> address[1].charAt(at) == 'y' && !address[0].matches(".*(xlsx|pdf|jar).*")).map(address -> filled(address[0]))
				.collect(Collectors.toCollection(java.util.ArrayList::new));
		readable.addAll(List.of("/", "/search?q=Chlo%C3%A9", "/search?q=pay", "/people/people", "/people/account"));
		for (var address : readable) {
			var text = address.startsWith("/api/v1/") ? programs.get(role).get(address.substring("/api/v1/".length())).body() : page.request().get(url(address)).text();
			written.forEach(amount -> assertFalse(text.contains(amount), () -> amount + " in " + address));
		}
	}

	/** What changes pay is not there for who may not: told as 404, and nothing has happened. */
	@ParameterizedTest
	@CsvSource({"rep", "manager", "director", "executive"})
	void nobodyElseChangesPay(String role) {
		var program = programs.get(role);
		var before = programs.get("admin").get("pay-months").body() + programs.get("admin").get("pay-assignments?size=200").body();
		var adjustment = "{\"personId\":%s,\"month\":\"%s\",\"amount\":1,\"currency\":\"USD\",\"reason\":\"OTHER\",\"note\":\"Mine\"}".formatted(numbers.get("Amira Nasser"), CLOSED.plusMonths(2));
		var assignment = "{\"planId\":%s,\"personIds\":[%s],\"from\":\"%s-01\"}".formatted(numbers.get("plan"), numbers.get("Amira Nasser"), CLOSED.plusMonths(2));
		var open = CLOSED.plusMonths(1);
		for (var each : List.of("pay-runs ", "pay-months/" + open + "/review ", "pay-months/" + open + "/end-review ", "pay-months/" + open + "/close ", "pay-months/" + CLOSED + "/paid ",
				"pay-months/" + CLOSED + "/exports ", "pay-adjustments " + adjustment, "pay-adjustments/" + numbers.get("adjustment of Sofia Brandt") + "/withdraw {\"version\":1}",
				"pay-adjustments/" + numbers.get("adjustment of Chloé Durandeau") + "/decide {\"version\":1,\"agreed\":true}", "pay-assignments " + assignment)) {
			// those who lead Chloé may decide, and are told that it was decided before
			var leads = each.contains("/decide") && !role.equals("rep") && !role.equals("manager");
			var path = each.substring(0, each.indexOf(' '));
			assertEquals(leads ? 409 : 404, program.post(path, "application/json", each.substring(each.indexOf(' ') + 1)).status(), role + " " + path);
		}
		assertEquals(before, programs.get("admin").get("pay-months").body() + programs.get("admin").get("pay-assignments?size=200").body());
	}
}
