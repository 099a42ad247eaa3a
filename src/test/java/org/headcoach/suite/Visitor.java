package org.headcoach.suite;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser of this machine: signs in by the form and asks for pages, one after the other. Nothing but loopback is reached. */
public final class Visitor {

	static {
		// the server closes what was idle for half a minute; a browser would send again, this one lets go first
		System.setProperty("jdk.httpclient.keepalive.timeout", "15");
	}

	private static final Duration PATIENCE = Duration.ofMinutes(15);
	private static final Pattern INPUT = Pattern.compile("<(?:input|button)\\b[^>]*>");
	private static final Pattern ATTRIBUTE = Pattern.compile("\\b(name|value|type|id)=\"([^\"]*)\"");

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(Duration.ofSeconds(5)).build();
	private final String address;

	public Visitor(String address) {
		if (!URI.create(address).getHost().equals("127.0.0.1")) {
			throw new IllegalArgumentException(address + " is not this machine");
		}
		this.address = address;
	}

	public void signIn(String login, String password) throws IOException, InterruptedException {
		var fields = fields(text("/sign-in"), "act");
		fields.put("login", login);
		fields.put("password", password);
		fields.put("sign-in", "sign-in");
		var answer = client.send(form("/sign-in", encoded(fields)), BodyHandlers.ofString());
		if (answer.statusCode() != 302 && answer.statusCode() != 303) {
			throw new IllegalStateException("Sign-in was answered with " + answer.statusCode() + ": " + answer.body());
		}
	}

	/** The page as text; refuses any other answer than 200. */
	public String text(String path) throws IOException, InterruptedException {
		return checked(path, client.send(request(path).GET().build(), BodyHandlers.ofString())).body();
	}

	/** Fetches a page as a browser does, compressed, and throws it away; answers how many bytes came. */
	public long visit(String path) throws IOException, InterruptedException {
		return checked(path, client.send(request(path).header("Accept-Encoding", "gzip").GET().build(), BodyHandlers.ofByteArray())).body().length;
	}

	/** Sends a small form and goes on; whatever the answer is. */
	public CompletableFuture<HttpResponse<String>> post(String path, String form) {
		return client.sendAsync(form(path, form), BodyHandlers.ofString());
	}

	/** Presses the first button of the page whose name ends so; answers where the page leads. */
	public String press(String path, String button) throws IOException, InterruptedException {
		var answer = client.send(form(path, encoded(fields(text(path), button))), BodyHandlers.ofString());
		return answer.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(path + " leads nowhere: " + answer.statusCode()));
	}

	/** What stands in the page's forms unseen, with the first button whose name ends so. */
	private static Map<String, String> fields(String page, String button) {
		var fields = new LinkedHashMap<String, String>();
		var pressed = false;
		for (var tags = INPUT.matcher(page); tags.find();) {
			var attributes = attributes(tags.group());
			var name = attributes.get("name");
			var isButton = !pressed && name != null && name.endsWith(button);
			if (name != null && ("hidden".equals(attributes.get("type")) || isButton)) {
				fields.put(name, attributes.getOrDefault("value", ""));
				pressed |= isButton;
			}
		}
		return fields;
	}

	private HttpRequest form(String path, String body) {
		return request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build();
	}

	private static String encoded(Map<String, String> fields) {
		return fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
	}

	/** Leaves a page's live connection open, and hands over each line that comes. */
	public void follow(String path, Consumer<String> line) {
		client.sendAsync(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/event-stream").GET().build(),
				BodyHandlers.fromLineSubscriber(new Flow.Subscriber<String>() {

					@Override
					public void onSubscribe(Flow.Subscription subscription) {
						subscription.request(Long.MAX_VALUE);
					}

					@Override
					public void onNext(String text) {
						line.accept(text);
					}

					@Override
					public void onError(Throwable error) {
						line.accept("ended: " + error);
					}

					@Override
					public void onComplete() {
						line.accept("ended");
					}
				}));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
	}

	private static <T> HttpResponse<T> checked(String path, HttpResponse<T> answer) {
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(path + " was answered with " + answer.statusCode() + " " + answer.headers().firstValue("Location").orElse(""));
		}
		return answer;
	}

	private static Map<String, String> attributes(String tag) {
		var attributes = new LinkedHashMap<String, String>();
		var found = ATTRIBUTE.matcher(tag);
		while (found.find()) {
			attributes.put(found.group(1), found.group(2).replace("&amp;", "&").replace("&#43;", "+").replace("&quot;", "\""));
		}
		return attributes;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}
