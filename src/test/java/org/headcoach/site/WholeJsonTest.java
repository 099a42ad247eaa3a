package org.headcoach.site;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.json.JsonException;

class WholeJsonTest {

	private static void check(String text) {
		WholeJson.check(text.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = {"{\"name\":123,\"x\":[1,2", "{\"name\":123,\"x\":[", "{\"x\":{\"y\":1", "{\"x\":{\"y\"", "{\"x\":[{\"y\":[\"z\"]}", "[", "{", "\"x", "nul", "", " "})
	void whatBreaksOffIsRefused(String text) {
		assertThrows(JsonException.class, () -> check(text));
	}

	@ParameterizedTest
	@ValueSource(strings = {"{} x", "{}{}", "{\"a\":1,}", "[1 2]", "{\"a\" 1}", "\u0000", "{}]"})
	void whatIsNoJsonIsRefused(String text) {
		assertThrows(JsonException.class, () -> check(text));
	}

	@ParameterizedTest
	@ValueSource(strings = {"{}", "[]", "null", "12", " {\"ä\":[1,{\"b\":[null,true,\"]\"]}]}\n"})
	void whatIsWholeIsLetThrough(String text) {
		assertDoesNotThrow(() -> check(text));
	}

	@Test
	void whatIsNestedBeyondAllSenseIsRefused() {
		assertDoesNotThrow(() -> check("[".repeat(WholeJson.DEEPEST) + "]".repeat(WholeJson.DEEPEST)));
		assertThrows(JsonException.class, () -> check("[".repeat(WholeJson.DEEPEST + 1) + "]".repeat(WholeJson.DEEPEST + 1)));
		assertThrows(JsonException.class, () -> check("{\"a\":".repeat(100_000)));
	}
}
