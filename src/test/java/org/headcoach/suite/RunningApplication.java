package org.headcoach.suite;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application as a process of its own, started like the README's run command, on a free port. */
public final class RunningApplication implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private static String token;

	private final Process process;
	private final String address;

	private RunningApplication(Process process, String address) {
		this.process = process;
		this.address = address;
	}

	/** The address of the application that this run of the tests uses, without a slash at the end. */
	public static String address() {
		return System.getProperty("headcoach.test.address");
	}

	/** The id of a person of the demo company, asked by REST as the executive. */
	public static long idOf(String name) {
		try {
			var client = HttpClient.newHttpClient();
			if (token == null) {
				var basic = java.util.Base64.getEncoder().encodeToString("executive:demo".getBytes(java.nio.charset.StandardCharsets.UTF_8));
				var made = client.send(HttpRequest.newBuilder(URI.create(address() + "/api/v1/tokens")).header("Authorization", "Basic " + basic)
						.header("Content-Type", "application/json")
						.POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"browser tests\",\"scopes\":[\"SEE_LINE\",\"SEE_COMPANY\"]}")).build(), BodyHandlers.ofString());
				token = field(made.body(), "\"token\":\"([^\"]+)\"");
			}
			var answer = client.send(HttpRequest.newBuilder(URI.create(address() + "/api/v1/people?size=200")).header("Authorization", "Bearer " + token).build(),
					BodyHandlers.ofString());
			var person = java.util.regex.Pattern.compile("\\{[^{}]*\"name\":\"" + java.util.regex.Pattern.quote(name) + "\"[^{}]*").matcher(answer.body());
			if (!person.find()) {
				throw new IllegalStateException("Nobody is called " + name + " in " + answer.statusCode() + " " + answer.body());
			}
			return Long.parseLong(field(person.group(), "\"id\":(\\d+)"));
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	private static String field(String json, String pattern) {
		var matcher = java.util.regex.Pattern.compile(pattern).matcher(json);
		if (!matcher.find()) {
			throw new IllegalStateException("No " + pattern + " in " + json);
		}
		return matcher.group(1);
	}

	static RunningApplication withTheDemoCompany(Path data) throws IOException {
		var application = start(data, List.of("-Dheadcoach.demo=true", "-Dheadcoach.seed-data=" + Path.of("seed-data").toAbsolutePath()));
		System.setProperty("headcoach.test.address", application.address);
		return application;
	}

	public static RunningApplication start(Path data, List<String> settings) throws IOException {
		int port;
		try (var socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx900m", "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "-Dheadcoach.data=" + data));
		command.addAll(settings);
		command.addAll(List.of("-jar", Path.of("target/payara-micro.jar").toAbsolutePath().toString(), "--nohazelcast", "--disablephonehome", "--port",
				String.valueOf(port), "--unpackdir", data.resolve("unpacked").toString(), "--prebootcommandfile",
				Path.of("config/pre-boot.asadmin").toAbsolutePath().toString(), "--deploy", Path.of("target/headcoach.war").toAbsolutePath().toString()));
		var log = data.resolve("server.log");
		var process = new ProcessBuilder(command).directory(data.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		var application = new RunningApplication(process, "http://127.0.0.1:" + port);
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		application.awaitReady(log);
		return application;
	}

	public String url() {
		return address;
	}

	/** Asks until the application says that it is ready, as long as its process lives. */
	private void awaitReady(Path log) throws IOException {
		var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
		var request = HttpRequest.newBuilder(URI.create(address + "/health/ready")).timeout(Duration.ofSeconds(30)).build();
		var until = System.nanoTime() + PATIENCE.toNanos();
		try {
			while (System.nanoTime() < until) {
				if (process.waitFor(250, TimeUnit.MILLISECONDS)) {
					throw new IllegalStateException("The server ended with " + process.exitValue() + ":\n" + end(log));
				}
				try {
					var answer = client.send(request, BodyHandlers.ofString());
					if (answer.statusCode() == 200 && answer.body().contains("first-page")) {
						return;
					}
				} catch (java.net.ConnectException | java.net.http.HttpTimeoutException notYet) {
					// the port does not answer yet
					continue;
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		process.destroyForcibly();
		throw new IllegalStateException("The server was not ready within " + PATIENCE + ":\n" + end(log));
	}

	private static String end(Path log) throws IOException {
		var lines = Files.readAllLines(log);
		return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
	}

	/** As by kill -9. */
	public void kill() {
		process.destroyForcibly();
		await();
	}

	@Override
	public void close() {
		process.destroy();
		await();
	}

	private void await() {
		try {
			if (!process.waitFor(30, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
