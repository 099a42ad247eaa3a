package org.headcoach.suite;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The REST interface as a program uses it: over HTTP, with the token of an account. */
public final class Rest {

	/** An answer with its body as text. */
	public record Answer(int status, String type, HttpResponse<String> whole) {

		public String body() {
			return whole.body();
		}

		public JsonObject json() {
			try (var reader = Json.createReader(new StringReader(body()))) {
				return reader.readObject();
			}
		}

		public List<JsonObject> items() {
			return json().getJsonArray("items").getValuesAs(JsonObject.class);
		}

		public String header(String name) {
			return whole.headers().firstValue(name).orElse("");
		}
	}

	/** So that an answer that never comes fails the test instead of holding it up. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final HttpClient client = HttpClient.newHttpClient();
	private final String base;
	private final String authorization;

	private Rest(String base, String authorization) {
		this.base = base;
		this.authorization = authorization;
	}

	/** A program without a token. */
	public static Rest withoutToken(String address) {
		return new Rest(address + "/api/v1/", null);
	}

	/** A program that sends this text as its token. */
	public static Rest withToken(String address, String token) {
		return new Rest(address + "/api/v1/", "Bearer " + token);
	}

	/** A program that sends account name and password. */
	public static Rest withPassword(String address, String login, String password) {
		return new Rest(address + "/api/v1/", "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8)));
	}

	/** A program with a fresh token of an account of the demo company. */
	public static Rest of(String address, String login, String... scopes) {
		return withToken(address, withPassword(address, login, "demo").makeToken(scopes).json().getString("token"));
	}

	/** Asks for a token for one day. */
	public Answer makeToken(String... scopes) {
		return post("tokens", "application/json", "{\"name\":\"test\",\"scopes\":[" + Stream.of(scopes).map(one -> '"' + one + '"').collect(Collectors.joining(",")) + "],\"days\":1}");
	}

	public Answer get(String path, String... headers) {
		return send("GET", path, BodyPublishers.noBody(), headers);
	}

	public Answer post(String path, String type, String body, String... headers) {
		return send("POST", path, BodyPublishers.ofString(body), Stream.concat(Stream.of("Content-Type", type), Stream.of(headers)).toArray(String[]::new));
	}

	public Answer send(String method, String path, BodyPublisher body, String... headers) {
		var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path)).timeout(PATIENCE).method(method, body);
		if (authorization != null) {
			request.header("Authorization", authorization);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			var answer = client.send(request.build(), BodyHandlers.ofString());
			return new Answer(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""), answer);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}
}
