package org.headcoach.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** Every page x every role: who sees it and who gets the page that is not there; and each page as its reader sees it. It only looks, so it runs beside the others. */
@Execution(ExecutionMode.CONCURRENT)
class EveryPagePageIT extends Pages {

	private static final List<String> ROLES = List.of("admin", "recruiter", "executive", "director", "manager", "trainer", "rep");

	/** The page, the roles that see it; everybody else gets 404. A person of the address is one whom all of them reach. */
	private static final Map<String, Set<String>> SEEN_BY = seenBy();

	/** Windows by who reads in them and how wide they are: signing in again for each page would take longer than reading it. */
	private final Map<String, Page> windows = new HashMap<>();

	private static Map<String, Set<String>> seenBy() {
		var everybody = Set.copyOf(ROLES);
		// the recruiter is nobody of the line and has no pay
		var line = Set.of("executive", "director", "manager");
		var sales = Set.of("executive", "director", "manager", "rep");
		var admin = Set.of("admin");
		var paid = Set.of("admin", "executive", "director", "manager", "rep");
		var above = Set.of("executive", "director");
		var hiring = Set.of("recruiter", "executive", "director", "manager");
		var pages = new LinkedHashMap<String, Set<String>>();
		pages.put("/", everybody);
		pages.put("/search?q=Amira", everybody);
		pages.put("/people/account", everybody);
		pages.put("/notices/mine", everybody);
		pages.put("/coaching/my-month", sales);
		pages.put("/coaching/my-team", line);
		pages.put("/coaching/time", line);
		pages.put("/coaching/plans", sales);
		// the demo's rep is Amira Nasser: everybody above and she herself reach her
		pages.put("/coaching/rep?person={Amira Nasser}", sales);
		pages.put("/coaching/side-by-side?person={Amira Nasser}", sales);
		pages.put("/coaching/plan?person={Amira Nasser}", sales);
		// a rep of another team of the same director
		pages.put("/coaching/rep?person={Chloé Durandeau}", above);
		pages.put("/coaching/side-by-side?person={Chloé Durandeau}", above);
		pages.put("/coaching/plan?person={Chloé Durandeau}", above);
		pages.put("/coaching/metric", sales);
		pages.put("/coaching/inspection", line);
		pages.put("/coaching/effect", line);
		pages.put("/coaching/skills", everybody);
		pages.put("/pipeline/figures", sales);
		pages.put("/pipeline/peel?step=CONNECTS", sales);
		pages.put("/compensation/my-pay", sales);
		pages.put("/compensation/plan-document", sales);
		pages.put("/compensation/statement?person={Amira Nasser}", paid);
		pages.put("/compensation/statement?person={Chloé Durandeau}", Set.of("admin", "executive", "director"));
		pages.put("/compensation/team-pay", line);
		pages.put("/compensation/questions", paid);
		pages.put("/compensation/plans", admin);
		pages.put("/compensation/assignments", admin);
		pages.put("/compensation/simulation", admin);
		pages.put("/compensation/town-meetings", paid);
		pages.put("/contests/contests", sales);
		pages.put("/contests/edit", line);
		pages.put("/contests/effects", line);
		pages.put("/training/certifications", Set.of("admin", "executive", "director", "manager", "trainer", "rep"));
		pages.put("/training/my-certifications", everybody);
		pages.put("/training/edit-certification", Set.of("admin", "trainer"));
		pages.put("/training/certify", Set.of("admin", "trainer"));
		pages.put("/training/path", Set.of("admin", "trainer"));
		pages.put("/training/certified", Set.of("admin", "executive", "director", "manager", "trainer"));
		pages.put("/training/methodology", Set.of("admin", "executive", "director", "manager", "trainer", "rep"));
		pages.put("/training/edit-methodology", Set.of("admin", "trainer"));
		pages.put("/training/curricula", Set.of("admin", "trainer"));
		pages.put("/training/superpowers", Set.of("admin", "trainer"));
		pages.put("/training/classes", Set.of("admin", "executive", "director", "manager", "trainer", "rep"));
		pages.put("/training/plan-class", Set.of("admin", "trainer"));
		pages.put("/training/learn", Set.of("admin", "executive", "director", "manager", "trainer", "rep"));
		pages.put("/training/exams", Set.of("executive", "director", "manager", "trainer", "rep"));
		pages.put("/training/matters", Set.of("admin", "executive", "director", "manager", "trainer"));
		pages.put("/training/surveys", Set.of("admin", "executive", "director", "manager", "trainer"));
		pages.put("/training/best", Set.of("admin", "executive", "director", "manager", "trainer"));
		pages.put("/training/strengths?person={Amira Nasser}", Set.of("admin", "executive", "director", "manager", "trainer", "rep"));
		pages.put("/training/readiness", Set.of("admin", "executive", "director", "manager", "trainer"));
		pages.put("/training/manage", Set.of("admin", "trainer"));
		pages.put("/training/edit", Set.of("admin", "trainer"));
		pages.put("/training/questions", Set.of("admin", "trainer"));
		pages.put("/training/question", Set.of("admin", "trainer"));
		pages.put("/training/import", Set.of("admin", "trainer"));
		pages.put("/hiring/learn", above);
		pages.put("/hiring/calibration", hiring);
		pages.put("/hiring/interviews", everybody);
		pages.put("/hiring/openings", hiring);
		pages.put("/hiring/opening", hiring);
		pages.put("/hiring/candidates", hiring);
		pages.put("/hiring/add", hiring);
		pages.put("/hiring/import", hiring);
		pages.put("/hiring/letters", hiring);
		pages.put("/hiring/groups", Set.of("recruiter", "executive", "director"));
		pages.put("/hiring/models", hiring);
		pages.put("/hiring/sources", hiring);
		pages.put("/hiring/referrals", hiring);
		pages.put("/hiring/first-hire", everybody);
		pages.put("/pipeline/imports", admin);
		pages.put("/pipeline/funnel", admin);
		// the list holds whom the account reaches
		pages.put("/people/people", paid);
		pages.put("/people/teams", Set.of("admin", "executive", "director", "manager"));
		pages.put("/people/hire", admin);
		pages.put("/people/company", admin);
		pages.put("/compensation/month", admin);
		pages.put("/compensation/payroll", admin);
		pages.put("/compensation/history?person={Amira Nasser}", admin);
		pages.put("/compensation/runs", admin);
		pages.put("/compensation/adjustments", admin);
		pages.put("/compensation/holds", admin);
		pages.put("/compensation/pay-settings", admin);
		pages.put("/people/accounts", admin);
		pages.put("/people/audit", admin);
		pages.put("/notices/outbox", admin);
		pages.put("/notices/hooks", admin);
		return pages;
	}

	/** Open to everybody or reached in another way; each has a test of its own. */
	private static final Set<String> ELSEWHERE = Set.of("/sign-in", "/set-up", "/invitation", "/unsubscribe", "/errors/error", "/errors/not-here", "/errors/refused", "/site/components",
			"/pipeline/import", "/people/person", "/compensation/plan", "/compensation/plan-editor", "/compensation/town-meeting", "/contests/contest", "/contests/manage", "/contests/settle", "/contests/wall",
			"/hiring/board", "/hiring/candidate", "/hiring/interview", "/hiring/scorecard", "/hiring/debrief", "/hiring/compare", "/hiring/model", "/hiring/merge", "/hiring/letter",
			"/training/class", "/training/curriculum", "/training/lesson", "/training/task", "/training/attempt", "/training/result", "/training/exam", "/training/items", "/training/mark",
			"/training/survey", "/training/survey-result", "/training/certification", "/training/card", "/training/role-play", "/training/certificate");

	/** Each page once. */
	static List<String> pages() {
		return SEEN_BY.keySet().stream().filter(path -> !path.contains("Durandeau")).toList();
	}

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void noPageIsForgottenHere() throws IOException {
		var root = Path.of("src/main/webapp");
		try (Stream<Path> files = Files.walk(root)) {
			var found = files.filter(file -> file.toString().endsWith(".xhtml") && !file.startsWith(root.resolve("WEB-INF")))
					.map(file -> "/" + root.relativize(file).toString().replace('\\', '/').replaceFirst("\\.xhtml$", ""))
					.map(path -> path.equals("/index") ? "/" : path).collect(Collectors.toCollection(TreeSet::new));
			var known = SEEN_BY.keySet().stream().map(path -> path.replaceFirst("\\?.*", "")).collect(Collectors.toCollection(TreeSet::new));
			known.addAll(ELSEWHERE);
			assertEquals(known, found);
		}
	}

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void eachRoleSeesItsPagesAndNoOther() {
		var expected = new TreeMap<String, Integer>();
		var found = new TreeMap<String, Integer>();
		for (var role : ROLES) {
			var window = aWindow(DESK, 1000);
			signIn(window, role);
			SEEN_BY.forEach((path, roles) -> {
				expected.put(path + " as " + role, roles.contains(role) ? 200 : 404);
				found.put(path + " as " + role, window.request().get(url(withIds(path))).status());
			});
			window.context().close();
		}
		assertEquals(lines(expected), lines(found));
	}

	/** Who watches the watch: a picture without words and grey on grey. */
	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void whatCannotBeReadIsFound() {
		page.setContent("<!DOCTYPE html><html lang=en><title>t</title><main><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' width=20><p style='color:#999;background:#aaa'>grey</p></main>");
		assertTrue(assertThrows(AssertionError.class, () -> assertAccessible(page)).getMessage().contains("image-alt"));
		assertTrue(assertThrows(AssertionError.class, () -> assertReadable(page)).getMessage().contains("color-contrast"));
	}

	@Execution(ExecutionMode.SAME_THREAD)
	@ParameterizedTest(name = "{0}")
	@MethodSource("pages")
	void isAccessibleAndFitsPhoneAndDeskInBothThemes(String path) {
		var role = ROLES.stream().filter(SEEN_BY.get(path)::contains).reduce((first, last) -> last).orElseThrow();
		var problems = new ArrayList<Throwable>();
		for (var width : List.of(DESK, PHONE)) {
			var window = windows.computeIfAbsent(role + " " + width, reader -> signedIn(role, width));
			wear(window, ColorScheme.LIGHT);
			window.navigate(url(withIds(path)));
			check(problems, () -> assertNoSidewaysScroll(window));
			check(problems, () -> assertAccessible(window));
			keep(window, path, width, "light");
			// a page that is open follows the theme
			wear(window, ColorScheme.DARK);
			check(problems, () -> assertReadable(window));
			keep(window, path, width, "dark");
		}
		assertEquals(List.of(), problems.stream().map(Throwable::getMessage).toList());
	}

	private static void keep(Page window, String path, int width, String theme) {
		picture(window, "pages/" + path.replaceAll("\\?.*", "").replaceAll("[^a-z-]+", "_") + "-" + width + "-" + theme);
	}

	private static void wear(Page window, ColorScheme theme) {
		window.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
	}

	private Page signedIn(String role, int width) {
		var window = aLastingWindow(width, 900);
		signIn(window, role);
		return window;
	}

	private static void check(List<Throwable> problems, Runnable check) {
		try {
			check.run();
		} catch (AssertionError e) {
			problems.add(e);
		}
	}

	private static String lines(Map<String, Integer> statuses) {
		return statuses.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining("\n"));
	}

	/** Puts the id of a person of the demo company where the address names one. */
	private String withIds(String path) {
		if (!path.contains("{")) {
			return path.replace(" ", "%20");
		}
		var name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
		return path.replace("{" + name + "}", String.valueOf(RunningApplication.idOf(name)));
	}
}
