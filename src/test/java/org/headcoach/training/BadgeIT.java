package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.headcoach.people.Actor;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** A certificate as a badge that a stranger verifies: signature, required properties, the equal claims that the standard asks for, revocation. */
class BadgeIT extends CertificationCase {

	private static final String BASE = "https://coach.example";

	@Inject
	private BadgeService badges;

	private static byte[] bytes(String encoded) {
		return Base64.getUrlDecoder().decode(encoded);
	}

	private static JsonObject read(String text) {
		try (var reader = Json.createReader(new StringReader(text))) {
			return reader.readObject();
		}
	}

	private static JsonObject part(String token, int at) {
		return read(new String(bytes(token.split("\\.")[at]), StandardCharsets.UTF_8));
	}

	/** With nothing but what the public address of the key answers. */
	private boolean isSigned(String token) throws Exception {
		var key = read(given.as(Actor.NOBODY, () -> badges.key(BASE)));
		assertEquals(key.getString("kid"), part(token, 0).getString("kid"));
		assertFalse(key.containsKey("d"), "the secret stays in the house");
		var parts = token.split("\\.");
		var signature = Signature.getInstance("SHA256withRSA");
		signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(new BigInteger(1, bytes(key.getString("n"))), new BigInteger(1, bytes(key.getString("e"))))));
		signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
		return signature.verify(bytes(parts[2]));
	}

	/** The bit of a badge in the public list. */
	private boolean isRevoked(JsonObject badge) throws Exception {
		var token = given.as(Actor.NOBODY, () -> badges.statusList(BASE));
		assertTrue(isSigned(token));
		var list = part(token, 1).getJsonObject("credentialSubject");
		assertEquals("revocation", list.getString("statusPurpose"));
		var encoded = list.getString("encodedList");
		assertEquals('u', encoded.charAt(0));
		var bits = new GZIPInputStream(new ByteArrayInputStream(bytes(encoded.substring(1)))).readAllBytes();
		assertTrue(bits.length * 8 >= 131_072);
		var at = Integer.parseInt(badge.getJsonObject("credentialStatus").getString("statusListIndex"));
		return (bits[at / 8] & 0x80 >>> at % 8) != 0;
	}

	@Test
	void aStrangerVerifiesABadgeAndSeesWhenItIsRevoked() throws Exception {
		var number = earned(published("Discovery"), sales.rep(0));
		var token = given.as(as(sales.rep(0)), () -> badges.badge(number, BASE));
		assertTrue(isSigned(token));
		assertEquals("RS256", part(token, 0).getString("alg"));

		var badge = part(token, 1);
		for (var required : List.of("@context", "id", "type", "issuer", "validFrom", "credentialSubject", "name", "credentialStatus")) {
			assertTrue(badge.containsKey(required), required);
		}
		assertEquals("https://www.w3.org/ns/credentials/v2", badge.getJsonArray("@context").getString(0));
		assertEquals(List.of("VerifiableCredential", "OpenBadgeCredential"), badge.getJsonArray("type").getValuesAs(jakarta.json.JsonString::getString));
		var subject = badge.getJsonObject("credentialSubject");
		var achievement = subject.getJsonObject("achievement");
		for (var required : List.of("id", "type", "criteria", "description", "name")) {
			assertTrue(achievement.containsKey(required), required);
		}
		assertEquals(badge.getJsonObject("issuer").getString("id"), badge.getString("iss"));
		assertEquals(badge.getString("id"), badge.getString("jti"));
		assertEquals(subject.getString("id"), badge.getString("sub"));
		assertEquals(OffsetDateTime.parse(badge.getString("validFrom")).toEpochSecond(), badge.getJsonNumber("nbf").longValue());
		assertEquals(OffsetDateTime.parse(badge.getString("validUntil")).toEpochSecond(), badge.getJsonNumber("exp").longValue());
		assertFalse(badge.containsKey("iat"));
		assertFalse(badge.toString().contains(sales.rep(0).email()), "the address is hashed");

		assertFalse(isRevoked(badge));
		given.as(trainer, () -> certifications.revoke(number, "Scored the wrong person"));
		assertTrue(isRevoked(badge));
	}

	@Test
	void aBadgeIsForItsHolderAndLeadersOnly() {
		var number = earned(published("Discovery"), sales.rep(0));
		assertThrows(NotHereException.class, () -> given.as(as(sales.rep(1)), () -> badges.badge(number, BASE)));
		assertThrows(NotHereException.class, () -> given.as(Actor.NOBODY, () -> badges.badge(number, BASE)));
		assertEquals(3, given.as(manager(), () -> badges.badge(number, BASE)).split("\\.").length);
	}
}
