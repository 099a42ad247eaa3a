package org.headcoach.training;

import static org.headcoach.people.Permission.NOTHING;
import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TAKE_EXAMS;
import static org.headcoach.people.Permission.TRAIN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Secrets;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Certificates as Open Badges 3.0: a credential of the W3C data model 2.0, signed as a JSON Web Token, with a bit in a public list that says when it is revoked. The
 * signature is RS256, the one that the standard asks every verifier to know. {@code base} is the address under which people reach this server, without a slash at its end.
 */
@ApplicationScoped
@Transactional
public class BadgeService {

	/** The smallest list that the standard allows: in a short one a bit would tell whose it is. */
	static final int STATUS_BITS = 131_072;

	private static final int KEY_BITS = 2_048;
	private static final String VC = "https://www.w3.org/ns/credentials/v2";
	private static final String BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

	/** The issuer's key pair. */
	private record Keys(PrivateKey secret, RSAPublicKey open) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Certifications certifications;

	@Inject
	private CertificationService service;

	@Inject
	private PeopleService people;

	@Inject
	private BusinessClock clock;

	/**
	 * The signed badge of a certificate, for its holder, the leaders above and who trains. Also of one that is expired or revoked: its status says so.
	 *
	 * @throws NotHereException for every other
	 */
	@Needs({TAKE_EXAMS, SEE_READINESS, TRAIN})
	public String badge(String number, String base) {
		var certificate = service.owned(number);
		var zone = people.company().zone();
		var id = base + "/training/certificate?number=" + certificate.number();
		var subject = "urn:uuid:" + UUID.nameUUIDFromBytes(certificate.number().getBytes(StandardCharsets.UTF_8));
		var from = start(certificate.earnedOn(), zone);
		var claims = Json.createObjectBuilder(credential(certificate, id, subject, base, zone)).add("iss", base + "/credentials/issuer").add("jti", id).add("sub", subject).add("nbf", from.toEpochSecond());
		if (certificate.lastDay() != null) {
			claims.add("exp", start(certificate.lastDay().plusDays(1), zone).toEpochSecond());
		}
		return signed(claims.build(), base);
	}

	private JsonObject credential(Certificate certificate, String id, String subject, String base, ZoneId zone) {
		var rubric = certificate.assessment().rubric();
		var credential = Json.createObjectBuilder().add("@context", array(VC, BADGES)).add("id", id).add("type", array("VerifiableCredential", "OpenBadgeCredential")).add("name", certificate.title())
				.add("issuer", issuerObject(base)).add("validFrom", text(start(certificate.earnedOn(), zone)));
		if (certificate.lastDay() != null) {
			credential.add("validUntil", text(start(certificate.lastDay().plusDays(1), zone)));
		}
		var holder = Json.createObjectBuilder().add("id", subject).add("type", array("AchievementSubject")).add("achievement", achievement(rubric, base));
		if (certificate.person().email() != null) {
			holder.add("identifier", Json.createArrayBuilder().add(identity(certificate.person().email(), certificate.number())));
		}
		return credential.add("awardedDate", text(start(certificate.earnedOn(), zone))).add("credentialSubject", holder)
				.add("credentialStatus", Json.createObjectBuilder().add("id", base + "/credentials/status#" + certificate.statusIndex()).add("type", "BitstringStatusListEntry").add("statusPurpose", "revocation")
						.add("statusListIndex", String.valueOf(certificate.statusIndex())).add("statusListCredential", base + "/credentials/status")).build();
	}

	/** Whoever knows the address can check that it is the holder's; nobody reads it from the badge. */
	private static JsonObjectBuilder identity(String email, String salt) {
		return Json.createObjectBuilder().add("type", "IdentityObject").add("hashed", true).add("identityHash", "sha256$" + Secrets.hash(email + salt)).add("identityType", "emailAddress").add("salt", salt);
	}

	private static JsonObjectBuilder achievement(CertificationVersion rubric, String base) {
		var names = rubric.behaviours().stream().map(CertificationVersion.Behaviour::name).collect(Collectors.joining("; "));
		return Json.createObjectBuilder().add("id", achievementAddress(rubric, base)).add("type", array("Achievement")).add("achievementType", "Certification").add("name", rubric.title())
				.add("description", "Shown in a role play, level " + rubric.level().name().toLowerCase(java.util.Locale.ROOT)).add("criteria", Json.createObjectBuilder().add("narrative",
						"A role play, scored 1, 5, 7 or 10 in each behaviour by people outside the own line of command: " + names));
	}

	private static String achievementAddress(CertificationVersion rubric, String base) {
		return base + "/credentials/achievement?certification=" + rubric.certification().id() + "&version=" + rubric.versionNo();
	}

	/** What a badge is given for; the rubric's words for the scores stay in the house. Anybody. */
	@Needs(NOTHING)
	public String achievement(long certificationId, int versionNo, String base) {
		return certifications.version(certificationId, versionNo).map(version -> Json.createObjectBuilder(achievement(version, base).build()).add("@context", array(VC, BADGES)).build().toString())
				.orElseThrow(() -> new NotHereException("No version " + versionNo + " of certification " + certificationId));
	}

	/** Who issues badges. Anybody. */
	@Needs(NOTHING)
	public String issuer(String base) {
		return Json.createObjectBuilder(issuerObject(base).build()).add("@context", array(VC, BADGES)).build().toString();
	}

	private JsonObjectBuilder issuerObject(String base) {
		return Json.createObjectBuilder().add("id", base + "/credentials/issuer").add("type", array("Profile")).add("name", people.company().name()).add("url", base);
	}

	/** The public key, as a JSON Web Key. Anybody. */
	@Needs(NOTHING)
	public String key(String base) {
		var open = keys().open();
		return Json.createObjectBuilder().add("kty", "RSA").add("alg", "RS256").add("use", "sig").add("kid", base + "/credentials/key").add("n", encoded(unsigned(open.getModulus())))
				.add("e", encoded(unsigned(open.getPublicExponent()))).build().toString();
	}

	/** The signed list of what is revoked: a bit for each badge there was ever given. Anybody. */
	@Needs(NOTHING)
	public String statusList(String base) {
		var id = base + "/credentials/status";
		var now = clock.now().atZone(people.company().zone()).truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime();
		return signed(Json.createObjectBuilder().add("@context", array(VC)).add("id", id).add("type", array("VerifiableCredential", "BitstringStatusListCredential"))
				.add("issuer", base + "/credentials/issuer").add("validFrom", text(now)).add("credentialSubject", Json.createObjectBuilder().add("id", id + "#list").add("type", "BitstringStatusList")
						.add("statusPurpose", "revocation").add("encodedList", bits(certifications.revoked())))
				.add("iss", base + "/credentials/issuer").add("jti", id).add("sub", id + "#list").add("nbf", now.toEpochSecond()).build(), base);
	}

	/** The list as the standard packs it: the first bit is the highest of the first byte; GZIP; base64url with its mark. */
	static String bits(Collection<Integer> revoked) {
		var last = revoked.stream().mapToInt(Integer::intValue).max().orElse(0);
		var bytes = new byte[Math.max(STATUS_BITS, (last / 8 + 1) * 8) / 8];
		revoked.forEach(at -> bytes[at / 8] |= (byte) (0x80 >>> at % 8));
		var packed = new ByteArrayOutputStream();
		try (var zip = new GZIPOutputStream(packed)) {
			zip.write(bytes);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return "u" + encoded(packed.toByteArray());
	}

	private String signed(JsonObject claims, String base) {
		var header = Json.createObjectBuilder().add("alg", "RS256").add("kid", base + "/credentials/key").add("typ", "JWT").build();
		var text = encoded(header.toString().getBytes(StandardCharsets.UTF_8)) + "." + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
		try {
			var signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(keys().secret());
			signature.update(text.getBytes(StandardCharsets.US_ASCII));
			return text + "." + encoded(signature.sign());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform signs with RSA", e);
		}
	}

	/** Made once, the first time somebody asks; of two who ask at once the second waits for the first one's. */
	private Keys keys() {
		var row = keyRow("");
		if (row[0] == null) {
			row = keyRow(" for update");
		}
		try {
			if (row[0] == null) {
				var generator = KeyPairGenerator.getInstance("RSA");
				generator.initialize(KEY_BITS);
				var pair = generator.generateKeyPair();
				row = new Object[] {Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()), Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())};
				em.createNativeQuery("update badge_issuer set private_key = ?1, public_key = ?2, made_at = ?3 where id = 1").setParameter(1, row[0]).setParameter(2, row[1])
						.setParameter(3, clock.now().atOffset(java.time.ZoneOffset.UTC)).executeUpdate();
			}
			var factory = KeyFactory.getInstance("RSA");
			return new Keys(factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode((String) row[0]))),
					(RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode((String) row[1]))));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform knows RSA", e);
		}
	}

	private Object[] keyRow(String lock) {
		return (Object[]) em.createNativeQuery("select private_key, public_key from badge_issuer where id = 1" + lock).getSingleResult();
	}

	private static JsonArrayBuilder array(String... words) {
		var array = Json.createArrayBuilder();
		for (var word : words) {
			array.add(word);
		}
		return array;
	}

	private static java.time.OffsetDateTime start(LocalDate day, ZoneId zone) {
		return day.atStartOfDay(zone).toOffsetDateTime();
	}

	private static String text(java.time.OffsetDateTime moment) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
	}

	/** Without the sign byte that Java puts before a number whose highest bit is set. */
	private static byte[] unsigned(BigInteger number) {
		var bytes = number.toByteArray();
		return bytes[0] == 0 && bytes.length > 1 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}
}
