package org.headcoach.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * The browser of the tests: an installed Chrome or Chromium, else Playwright's own, else Debian's package when root.
 * It says in one line which one it took, and fails when there is none: nothing is skipped.
 */
final class Browser {

	private static final List<String> INSTALLED = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable", "/usr/bin/google-chrome",
			"/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:/Program Files/Google/Chrome/Application/chrome.exe",
			"C:/Program Files (x86)/Google/Chrome/Application/chrome.exe", "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe");

	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
			"--disable-component-update", "--disable-sync");

	private Browser() {
	}

	static Playwright playwright() {
		return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
	}

	static com.microsoft.playwright.Browser launch(Playwright playwright) {
		var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
		var path = System.getenv("HEADCOACH_BROWSER") != null ? Path.of(System.getenv("HEADCOACH_BROWSER")) : installed();
		if (path != null) {
			say("uses " + path);
			return playwright.chromium().launch(options.setExecutablePath(path));
		}
		if (succeeds(300, Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
				"com.microsoft.playwright.CLI", "install", "chromium")) {
			say("uses the one that Playwright has downloaded");
			return playwright.chromium().launch(options);
		}
		if ("root".equals(System.getProperty("user.name")) && succeeds(300, "apt-get", "update") && succeeds(600, "apt-get", "install", "-y", "chromium")
				&& installed() != null) {
			say("uses " + installed() + ", installed from Debian's package just now");
			return playwright.chromium().launch(options.setExecutablePath(installed()));
		}
		throw new IllegalStateException("The browser tests need Chrome or Chromium: none is installed, Playwright could not download its own, and "
				+ "Debian's package could not be installed. Install chromium, or name a browser in the environment variable HEADCOACH_BROWSER.");
	}

	private static Path installed() {
		return INSTALLED.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
	}

	private static void say(String text) {
		System.Logger log = System.getLogger(Browser.class.getName());
		log.log(System.Logger.Level.INFO, "The browser test " + text);
	}

	private static boolean succeeds(int seconds, String... command) {
		try {
			var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				return false;
			}
			return process.exitValue() == 0;
		} catch (IOException e) {
			// there is no such program: the next way is tried
			return false;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}
