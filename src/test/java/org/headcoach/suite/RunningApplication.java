package org.headcoach.suite;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The application as a process of its own, started like the README's run command, on a free port. */
public final class RunningApplication implements AutoCloseable {

	/** The application as it was built. */
	public static final Path WAR = Path.of("target/headcoach.war").toAbsolutePath();

	/** A server with the demo company. */
	public static final List<String> DEMO = List.of("-Dheadcoach.demo=true", "-Dheadcoach.seed-data=" + Path.of("seed-data").toAbsolutePath());

	private static final Duration PATIENCE = Duration.ofMinutes(6);

	private static String token;

	/** Quick to start and small: what tests want of a server. */
	private static final List<String> FOR_TESTS = List.of("-Xmx900m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

	private final Process process;
	private final String address;
	private final Path log;
	private final long startedAt;
	private Duration startedIn;

	private RunningApplication(Process process, String address, Path log, long startedAt) {
		this.process = process;
		this.address = address;
		this.log = log;
		this.startedAt = startedAt;
	}

	/** The address of the application that this run of the tests uses, without a slash at the end. */
	public static String address() {
		return System.getProperty("headcoach.test.address");
	}

	/** The id of a person of the demo company, asked by REST as the executive. */
	public static synchronized long idOf(String name) {
		try {
			var client = HttpClient.newHttpClient();
			if (token == null) {
				var basic = java.util.Base64.getEncoder().encodeToString("executive:demo".getBytes(java.nio.charset.StandardCharsets.UTF_8));
				var made = client.send(HttpRequest.newBuilder(URI.create(address() + "/api/v1/tokens")).header("Authorization", "Basic " + basic)
						.header("Content-Type", "application/json")
						.POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"browser tests\",\"scopes\":[\"SEE_LINE\",\"SEE_COMPANY\"],\"days\":1}")).build(), BodyHandlers.ofString());
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
		var application = start(data, DEMO);
		System.setProperty("headcoach.test.address", application.address);
		return application;
	}

	/** Starts the application as it was built and waits until its first page can be served. */
	public static RunningApplication start(Path data, List<String> settings) throws IOException {
		var options = new ArrayList<>(FOR_TESTS);
		options.addAll(settings);
		var application = launch(data, WAR, options);
		application.await("/health/ready", answer -> answer.statusCode() == 200 && answer.body().contains("first-page"), 250);
		return application;
	}

	/** Starts any war with these options of Java and waits until that path answers with 200. */
	public static RunningApplication serve(Path data, Path war, List<String> javaOptions, String path) throws IOException {
		var application = launch(data, war, javaOptions);
		application.await(path, answer -> answer.statusCode() == 200, 20);
		return application;
	}

	private static RunningApplication launch(Path data, Path war, List<String> javaOptions) throws IOException {
		int port;
		try (var socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		// a folder of its own each time: a server that finds the one of a killed server deploys the application that lies there, and then once more
		var unpacked = data.resolve("unpacked-" + port);
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dheadcoach.data=" + data));
		command.addAll(javaOptions);
		command.addAll(List.of("-jar", Path.of("target/payara-micro.jar").toAbsolutePath().toString(), "--nohazelcast", "--disablephonehome", "--port",
				String.valueOf(port), "--unpackdir", unpacked.toString(), "--prebootcommandfile",
				Path.of("config/pre-boot.asadmin").toAbsolutePath().toString(), "--deploy", war.toString()));
		var log = data.resolve("server.log");
		var startedAt = System.nanoTime();
		var process = new ProcessBuilder(command).directory(data.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		return new RunningApplication(process, "http://127.0.0.1:" + port, log, startedAt);
	}

	public String url() {
		return address;
	}

	public long pid() {
		return process.pid();
	}

	/** What its process has kept the processors busy for so far; unlike time by the clock it does not depend on what else they do. */
	public Duration processorTime() {
		return process.info().totalCpuDuration().orElseThrow();
	}

	/** What the server has written. */
	public Path log() {
		return log;
	}

	/** From the start of the process to the answer that was waited for. */
	public Duration startedIn() {
		return startedIn;
	}

	/** Asks until the application answers as wanted, as long as its process lives. */
	private void await(String path, Predicate<HttpResponse<String>> wanted, long pauseMillis) throws IOException {
		var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
		var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30)).build();
		var until = System.nanoTime() + PATIENCE.toNanos();
		try {
			while (System.nanoTime() < until) {
				if (process.waitFor(pauseMillis, TimeUnit.MILLISECONDS)) {
					throw new IllegalStateException("The server ended with " + process.exitValue() + ":\n" + end(log));
				}
				try {
					var answer = client.send(request, BodyHandlers.ofString());
					if (wanted.test(answer)) {
						startedIn = Duration.ofNanos(System.nanoTime() - startedAt);
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
