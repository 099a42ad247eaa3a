package org.headcoach.hiring;

import static org.headcoach.people.Permission.HIRE;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.headcoach.notices.Notice;
import org.headcoach.notices.NoticeService;
import org.headcoach.people.Accounts;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Letters to candidates: templates with blanks, filled for one candidate, looked at, and sent by the outbox; what was sent to whom is kept. Without a mail server the writer's own mail program sends them. */
@ApplicationScoped
@Transactional
public class LetterService {

	/** A template. @param id, version null for a new one */
	public record TemplateLine(Long id, Integer version, String name, String subject, String body) implements Serializable {
	}

	/** A template to choose. */
	public record Choice(long id, String name) implements Serializable {
	}

	/**
	 * A letter before it is sent.
	 *
	 * @param replyTo where an answer goes; null when the writer's account has no address
	 * @param sends whether the application has a mail server; else the letter goes by the writer's own mail program
	 */
	public record LetterPage(long candidateId, String candidate, String email, String replyTo, Long templateId, String subject, String body, List<Choice> templates, boolean sends) implements Serializable {
	}

	/** @param templateId what it was made from; null for none */
	public record SendLetter(long candidateId, Long templateId, String subject, String body, String formKey) implements Serializable {
	}

	/** A letter that was sent. @param stands null when its notice is not there */
	public record SentRow(long id, String template, String subject, String body, String email, Instant at, String by, NoticeService.Sent stands) implements Serializable {
	}

	private static final int LONGEST_BODY = 8_000;
	private static final Pattern BLANK = Pattern.compile("\\{[^{}\\r\\n]{1,40}\\}");

	@PersistenceContext
	private EntityManager em;

	@Inject
	private HiringReach reach;

	@Inject
	private NoticeService notices;

	@Inject
	private Accounts accounts;

	@Inject
	private PeopleService people;

	@Inject
	private SeenLog seen;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/** All templates, by name. Needs HIRE. */
	@Needs(HIRE)
	public List<TemplateLine> templates() {
		return all().stream().map(one -> new TemplateLine(one.id(), one.version(), one.name(), one.subject(), one.body())).toList();
	}

	private List<MailTemplate> all() {
		return em.createQuery("select t from MailTemplate t order by t.name", MailTemplate.class).getResultList();
	}

	/** Writes a template. Needs HIRE. @throws BusinessException without name, subject or text, and for a name that is taken */
	@Needs(HIRE)
	public void write(TemplateLine line) {
		var name = Entered.text(line.name(), 100, "hiring.letter.error.name");
		var subject = Entered.text(line.subject(), 200, "hiring.letter.error.subject");
		var body = Entered.text(line.body(), LONGEST_BODY, "hiring.letter.error.body");
		if (all().stream().anyMatch(other -> other.name().equalsIgnoreCase(name) && !other.id().equals(line.id()))) {
			throw new BusinessException("hiring.letter.error.taken", name);
		}
		if (line.id() == null) {
			var template = new MailTemplate(name, subject, body);
			em.persist(template);
			em.flush();
			audit.record("CREATE", "MailTemplate", template.id(), name, null, Map.of("subject", subject));
			return;
		}
		var template = existing(line.id());
		if (line.version() != null && line.version() != template.version()) {
			throw new OptimisticLockException("Template " + line.id() + " was changed meanwhile", null, template);
		}
		var before = Map.of("name", template.name(), "subject", template.subject());
		template.change(name, subject, body);
		audit.record("CHANGE", "MailTemplate", line.id(), name, before, Map.of("name", name, "subject", subject));
	}

	/** Throws a template away. Needs HIRE. */
	@Needs(HIRE)
	public void remove(long id) {
		var template = existing(id);
		em.remove(template);
		audit.record("REMOVE", "MailTemplate", id, template.name(), Map.of("subject", template.subject()), null);
	}

	private MailTemplate existing(long id) {
		var template = em.find(MailTemplate.class, id);
		if (template == null) {
			throw new NotHereException("No template " + id);
		}
		return template;
	}

	// ------------------------------------------------------------ sending

	/**
	 * A template filled for one candidate, to be looked at and sent; without a template an empty letter. The look is written down. Needs HIRE and sight.
	 *
	 * @throws BusinessException for somebody without an address
	 */
	@Needs(HIRE)
	public LetterPage letter(long candidateId, Long templateId) {
		var candidate = addressed(candidateId);
		var blanks = Map.of("{name}", candidate.name(), "{company}", people.company().name(), "{sender}", current.get().name());
		var template = templateId == null ? null : existing(templateId);
		seen.saw(candidateId, "LETTER");
		return new LetterPage(candidateId, candidate.name(), candidate.email(), answersTo(), templateId, template == null ? "" : filled(template.subject(), blanks), template == null ? "" : filled(template.body(), blanks),
				all().stream().map(one -> new Choice(one.id(), one.name())).toList(), notices.sendsMail());
	}

	private Candidate addressed(long candidateId) {
		var candidate = reach.candidate(candidateId);
		if (candidate.erasedAt() != null) {
			throw new BusinessException("hiring.candidate.error.erased");
		}
		if (candidate.email() == null) {
			throw new BusinessException("hiring.letter.no-address");
		}
		return candidate;
	}

	/** Answers go to the writer, not to the application. Null for an account without an address. */
	private String answersTo() {
		return current.get().accountId() == null ? null : accounts.readers(List.of(current.get().accountId())).stream().findFirst().map(Accounts.Reader::email).orElse(null);
	}

	private static String filled(String text, Map<String, String> blanks) {
		var filled = text;
		for (var blank : blanks.entrySet()) {
			filled = filled.replace(blank.getKey(), blank.getValue());
		}
		return filled;
	}

	/** The first blank that nobody has filled in; null when there is none. */
	public static String openBlank(String text) {
		var blank = BLANK.matcher(text == null ? "" : text);
		return blank.find() ? blank.group() : null;
	}

	/**
	 * Sends a letter as it was looked at, by the outbox; answers go to the sender's own address. What was sent to whom is kept with the candidate. Sent twice with one key, it is sent once. Needs HIRE and sight.
	 *
	 * @return its number
	 * @throws BusinessException without subject or text, with a blank that is not filled in, for somebody without an address, and while no mail server is set
	 */
	@Needs(HIRE)
	public long send(SendLetter send) {
		reach.candidate(send.candidateId());
		// of two clicks the second waits here for the first
		em.find(Candidate.class, send.candidateId(), LockModeType.PESSIMISTIC_WRITE);
		var sent = em.createQuery("select l.id from SentLetter l where l.formKey = :key", Long.class).setParameter("key", send.formKey()).getResultList();
		if (!sent.isEmpty()) {
			return sent.get(0);
		}
		var candidate = addressed(send.candidateId());
		if (!notices.sendsMail()) {
			throw new BusinessException("hiring.letter.error.no-server");
		}
		var subject = Entered.text(send.subject(), 200, "hiring.letter.error.subject");
		var body = Entered.text(send.body(), LONGEST_BODY, "hiring.letter.error.body");
		var open = openBlank(subject) == null ? openBlank(body) : openBlank(subject);
		if (open != null) {
			throw new BusinessException("hiring.letter.error.blank", open);
		}
		var letter = new SentLetter(send.candidateId(), send.templateId() == null ? null : existing(send.templateId()).name(), subject, body, candidate.email(), clock.now(), current.get().name(), send.formKey());
		em.persist(letter);
		em.flush();
		audit.record("SEND_LETTER", "Candidate", send.candidateId(), candidate.label(), null, Map.of("letter", letter.id()));
		notices.post(Notice.letter(letter.noticeKey(), "hiring", new Notice.Outside(candidate.name(), candidate.email(), answersTo()), subject, body));
		return letter.id();
	}

	/** What was sent to a candidate, the latest first, and how it stands. Needs HIRE and sight. */
	@Needs(HIRE)
	public List<SentRow> sent(long candidateId) {
		reach.candidate(candidateId);
		var letters = lettersTo(candidateId);
		var stands = notices.stands(letters.stream().map(SentLetter::noticeKey).toList());
		return letters.stream().map(one -> new SentRow(one.id(), one.templateName(), one.subject(), one.body(), one.toEmail(), one.at(), one.byName(), stands.get(one.noticeKey()))).toList();
	}

	private List<SentLetter> lettersTo(long candidateId) {
		return em.createQuery("select l from SentLetter l where l.candidateId = :candidate order by l.at desc, l.id desc", SentLetter.class).setParameter("candidate", candidateId).getResultList();
	}

	/** For what is handed over to somebody who asks what is kept. */
	List<Map<String, Object>> exported(long candidateId) {
		return lettersTo(candidateId).stream().map(one -> Map.<String, Object>of("sentAt", one.at().toString(), "to", one.toEmail(), "subject", one.subject(), "text", one.body())).toList();
	}

	/** Letters go with the name, here and in the outbox. */
	void forget(long candidateId) {
		var letters = lettersTo(candidateId);
		notices.forget(letters.stream().map(SentLetter::noticeKey).toList());
		letters.forEach(em::remove);
	}
}
