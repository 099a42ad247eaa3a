package org.headcoach.pipeline.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An address with its questions, of which one is asked differently: {@code new Address(path, asked).with("sort", code)}. */
record Address(String path, Map<String, String> asked) {

	/** The same with another value; null takes the question away. */
	Address with(String name, Object value) {
		var other = new LinkedHashMap<>(asked);
		other.remove(name);
		if (value != null) {
			other.put(name, value.toString());
		}
		return new Address(path, other);
	}

	Address to(String otherPath) {
		return new Address(otherPath, asked);
	}

	@Override
	public String toString() {
		return asked.isEmpty() ? path : path + "?" + asked.entrySet().stream()
				.map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
	}
}
