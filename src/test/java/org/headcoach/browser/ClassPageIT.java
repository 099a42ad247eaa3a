package org.headcoach.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

import org.headcoach.suite.Rest;
import org.headcoach.suite.RunningApplication;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.options.SelectOption;

/** A trainer lays a curriculum out and makes a class of it; the learner hands in on a phone; the trainer reviews and writes down who was there. */
class ClassPageIT extends Pages {

	private static final String LEARNER = "Amira Nasser";

	@Test
	void aClassGoesFromTheCurriculumToAnAcceptedTask() {
		signIn("trainer");
		open("/training/curricula");
		page.locator("[id='title']").fill("Journey curriculum");
		press(page, "[id='layOut']");
		assertThat(page.locator(".hc-answer").first()).containsText("5 sessions");
		// the page of one session: a material is added
		press(page, ".ln-sessions a[href*='session='] >> nth=2");
		page.locator("[id='materialTitle']").fill("How buyers confirm");
		page.locator("[id='materialAddress']").fill("javascript:alert(1)");
		press(page, "[id='addMaterial']");
		assertThat(page.locator("body")).containsText("This is no address of a page on the web");
		page.locator("[id='materialAddress']").fill("handbook.example.com/confirm");
		press(page, "[id='addMaterial']");
		assertThat(page.locator("a[href='https://handbook.example.com/confirm']")).isVisible();
		assertAccessible(page);

		press(page, "a[href*='plan-class?curriculum='] >> nth=0");
		page.locator("[id='title']").fill("Journey class");
		// it began some days ago, one session a day: the first is over, the last is not
		page.locator("[id='first']").fill(LocalDate.now(ZoneId.of("America/New_York")).minusDays(3).toString());
		page.locator("[id='daily']").fill("1");
		page.locator("[id='people']").selectOption(new SelectOption().setValue(String.valueOf(RunningApplication.idOf(LEARNER))));
		press(page, "[id='go']");
		page.waitForURL(Pattern.compile("/training/class\\?class="));
		var address = page.url();
		assertAccessible(page);
		press(page, "a[href*='#roll'] >> nth=0");
		page.locator("input[name='was-" + RunningApplication.idOf(LEARNER) + "'][value='LATE']").check();
		press(page, "[id='write']");
		assertThat(page.locator(".hc-answer").first()).containsText("1 of 1");

		page.navigate(address);
		var task = page.locator("a.ln-cell").first().getAttribute("href").replaceFirst("&person=.*", "");

		var phone = aWindow(PHONE, 812);
		signIn(phone, "rep");
		phone.navigate(url("/training/learn"));
		assertNoSidewaysScroll(phone);
		press(phone, "a[href$='" + task + "'] >> nth=0");
		assertNoSidewaysScroll(phone);
		assertAccessible(phone);
		phone.locator("[id='words']").fill("It is about beekeeping.");
		phone.locator("[id='address']").fill("bees.example.com");
		press(phone, "[id='in']");
		assertThat(phone.locator(".hc-answer").first()).containsText("waits for a review");
		assertNoSidewaysScroll(phone);

		page.navigate(url(task) + "&person=" + RunningApplication.idOf(LEARNER));
		page.locator("[id='again']").click();
		assertThat(page.locator("body")).containsText("Say what is missing");
		page.locator("[id='review']").fill("Whom is it for?");
		press(page, "[id='accept']");
		assertThat(page.locator(".hc-answer").first()).containsText("accepted");
		phone.reload();
		assertThat(phone.locator("body")).containsText("Whom is it for?");
		assertEquals(200, phone.request().get(url("/export/classes/mine.ics")).status());

		var stranger = aWindow(DESK, 900);
		signIn(stranger, "recruiter");
		var id = address.replaceFirst(".*class=", "");
		for (var hidden : List.of("/training/class?class=" + id, task, task + "&person=" + RunningApplication.idOf(LEARNER), "/export/classes/attendance.csv?class=" + id, "/export/classes/practicum.xlsx?class=" + id,
				"/export/classes/class.ics?class=" + id, "/training/learn")) {
			assertEquals(404, stranger.request().get(url(hidden)).status(), hidden);
		}

		page.navigate(address);
		page.locator("[id='why']").fill("It was a test.");
		page.locator("[id='callOff']").click();
		page.waitForNavigation(() -> page.locator(".ui-confirmdialog-yes").click());
		assertThat(page.locator(".hc-answer").first()).containsText("called off");
	}

	@Test
	void theMethodologyIsReadByRestAndClassesByWhoSeesThem() {
		var rep = Rest.of(RunningApplication.address(), "rep", "TAKE_EXAMS");
		var method = rep.get("learning/methodology");
		assertEquals(200, method.status(), method::body);
		assertTrue(method.json().getJsonArray("process").getJsonObject(1).getBoolean("verified"));
		var own = rep.get("learning/classes");
		assertTrue(own.items().size() >= 1);
		var one = rep.get("learning/classes/" + own.items().get(own.items().size() - 1).getInt("id"));
		assertEquals(1, one.json().getJsonArray("people").size(), one::body);
		assertEquals(200, rep.get("learning/mine").status());
		var recruiter = Rest.of(RunningApplication.address(), "recruiter", "HIRE").get("learning/classes");
		assertTrue(recruiter.status() == 403 || recruiter.status() == 404, recruiter::body);
	}
}
