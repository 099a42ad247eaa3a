package org.headcoach.setup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Ready means that the sign-in page has been served: the port answers and the deployment counts as finished before
 * pages do, so this asks for the page itself until it came once. That request also warms the page up.
 */
@Readiness
@ApplicationScoped
public class FirstPage implements HealthCheck {

	@Inject
	@ConfigProperty(name = "payara.instance.http.port", defaultValue = "8080")
	private int port;

	private volatile boolean served;

	@Override
	public HealthCheckResponse call() {
		if (!served) {
			served = isServed();
		}
		return HealthCheckResponse.named("first-page").status(served).build();
	}

	private boolean isServed() {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in")).timeout(Duration.ofSeconds(20)).build();
		try {
			var status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
			// without a company the sign-in page sends people to the set-up page
			return status == 200 || status == 302;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		} catch (IOException e) {
			// not yet listening, or still busy with the first page: ask again next time
			return false;
		}
	}
}
