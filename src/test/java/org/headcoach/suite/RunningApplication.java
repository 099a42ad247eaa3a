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
