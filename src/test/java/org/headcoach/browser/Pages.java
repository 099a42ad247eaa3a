package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/**
 * A test that walks through pages as a person does, against the application with the demo company. Every page it opens
 * is watched: a script error, a console error or a refused resource fails the test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Pages {

	/** A phone and a desk. */
	protected static final int PHONE = 375;
	protected static final int DESK = 1440;

	private static final String AXE = axe();

	private Playwright playwright;
	private com.microsoft.playwright.Browser browser;
	private final List<BrowserContext> contexts = new ArrayList<>();
	private final List<String> problems = new ArrayList<>();

	protected Page page;

	private static String axe() {
		try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@BeforeAll
	void openBrowser() {
		playwright = Browser.playwright();
		browser = Browser.launch(playwright);
	}

	@AfterAll
	void closeBrowser() {
		browser.close();
		playwright.close();
	}

	@BeforeEach
	void openPage() {
		problems.clear();
		page = aWindow(DESK, 1000);
	}

	@AfterEach
	void closePages() {
		contexts.forEach(BrowserContext::close);
		contexts.clear();
		assertEquals(List.of(), problems, "script errors, console errors and refused resources");
	}

	/** A window with cookies of its own, closed after the test. */
	protected Page aWindow(int width, int height) {
		var window = aLastingWindow(width, height);
		contexts.add(window.context());
		return window;
	}

	/** A window with cookies of its own that stays open for the tests after this one. */
	protected Page aLastingWindow(int width, int height) {
		var context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height).setLocale("en-US"));
		var window = context.newPage();
		window.onPageError(error -> problems.add(window.url() + ": " + error));
		window.onConsoleMessage(message -> {
			// a page that is not there or a form that is refused answers so on purpose; the browser's own log line is no error of the page
			// and so is a request that is given up because its page is left
			// nor is the network that a test takes away
			if (message.type().equals("error") && !message.text().contains("error:abort") && !message.text().contains("ERR_INTERNET_DISCONNECTED") && !message.text().contains("status of 404") && !message.text().contains("status of 403")) {
				problems.add(window.url() + ": " + message.text());
			}
		});
		return window;
	}

	protected static String url(String path) {
		return RunningApplication.address() + path;
	}

	/** Signs in with a demo account. */
	protected void signIn(Page window, String login) {
		signIn(window, RunningApplication.address(), login);
	}

	/** Signs in at a server of the test's own. */
	protected void signIn(Page window, String address, String login) {
		window.navigate(address + "/sign-in");
		window.getByLabel("Account name or e-mail").fill(login);
		window.locator("input[type=password]").fill("demo");
		window.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true)).click();
		window.waitForURL(now -> !now.contains("/sign-in"));
	}

	protected void signIn(String login) {
		signIn(page, login);
	}

	protected void open(String path) {
		page.navigate(url(path));
	}

	/** Chooses from a list that PrimeFaces draws. */
	protected static void choose(Page window, String id, String label) {
		inView(window, "[id='" + id + "']").click();
		window.locator("[id='" + id + "_panel'] li", new Page.LocatorOptions().setHasText(label)).first().click();
		assertThat(window.locator("[id='" + id + "_panel']")).isHidden();
	}

	/** The element, with the scrolling over: a list closes when its page scrolls, also when that was scrolled to reach it. */
	protected static Locator inView(Page window, String selector) {
		var element = window.locator(selector);
		element.scrollIntoViewIfNeeded();
		window.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");
		return element;
	}

	/** Presses a button that leads to another page or to the same one afresh. */
	protected static void press(Page window, String selector) {
		window.waitForNavigation(() -> window.locator(selector).click());
	}

	/** No violation of WCAG 2.2 A and AA that axe can see. */
	protected static void assertAccessible(Page window) {
		assertEquals(List.of(), violations(window, "tag", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")), "accessibility of " + window.url());
	}

	/** What axe says of the colours alone: all that another theme can change. */
	protected static void assertReadable(Page window) {
		assertEquals(List.of(), violations(window, "rule", List.of("color-contrast", "link-in-text-block")), "colours of " + window.url());
	}

	/** A message may begin to fade in while axe looks: what is found has to be found again once it is there. */
	private static List<String> violations(Page window, String kind, List<String> rules) {
		var found = List.<String>of();
		for (int look = 0; look < 3; look++) {
			arrive(window);
			found = look(window, kind, rules);
			if (found.isEmpty()) {
				break;
			}
		}
		return found;
	}

	/** Axe stays in a page once it is there, and tells what is wrong only: all that it finds right is longer than the page. */
	@SuppressWarnings("unchecked")
	private static List<String> look(Page window, String kind, List<String> rules) {
		if (Boolean.TRUE.equals(window.evaluate("() => !window.axe"))) {
			window.evaluate(AXE);
		}
		return (List<String>) window.evaluate("""
				async ([type, values]) => {
					const seen = await axe.run(document, { runOnly: { type, values }, resultTypes: ['violations'], iframes: false });
					if (seen.passes.length + seen.violations.length + seen.incomplete.length === 0) {
						throw new Error('axe has looked at nothing');
					}
					return seen.violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 4).map(node => node.html).join(', '));
				}""", List.of(kind, rules));
	}

	/** Waits until every colour has arrived: halfway from one theme to the other, or while a message fades in, nothing is readable. */
	private static void arrive(Page window) {
		window.evaluate("""
				async () => {
					await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
					await Promise.allSettled(document.getAnimations().filter(motion => motion instanceof CSSTransition).map(motion => motion.finished));
					await window.jQuery?.(":animated").promise();
				}""");
		window.waitForFunction("() => [...document.querySelectorAll('.ui-growl-item-container, .ui-growl-item')].every(message => getComputedStyle(message).opacity === '1')");
	}

	/** The page itself never scrolls sideways. */
	protected static void assertNoSidewaysScroll(Page window) {
		var over = ((Number) window.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
		assertTrue(over <= 0, () -> window.url() + " is " + over + " px wider than its window");
	}

	/** Keeps a picture under target/pictures. */
	protected static void picture(Page window, String name) {
		window.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")).setFullPage(false));
	}
}
