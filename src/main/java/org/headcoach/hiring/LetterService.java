package org.headcoach.hiring;

import static org.headcoach.people.Permission.HIRE;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Letters to candidates: templates with blanks, filled for one candidate and handed to the writer's own mail program, which sends them under the writer's name. */
@ApplicationScoped
@Transactional
public class LetterService {

	/** A template. @param id, version null for a new one */
	public record TemplateLine(Long id, Integer version, String name, String subject, String body) implements Serializable {
	}

	/** A letter that is ready. @param link opens it in the mail program */
	public record LetterRow(String template, String link) implements Serializable {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private HiringReach reach;

	@Inject
	private PeopleService people;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

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
		var body = Entered.text(line.body(), 8_000, "hiring.letter.error.body");
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

	/** Every template filled for one candidate; none for somebody without an address. Needs HIRE and sight. */
	@Needs(HIRE)
	public List<LetterRow> letters(long candidateId) {
		var candidate = reach.candidate(candidateId);
		if (candidate.email() == null) {
			return List.of();
		}
		var blanks = Map.of("{name}", candidate.name(), "{company}", people.company().name(), "{sender}", current.get().name());
		return all().stream().map(one -> new LetterRow(one.name(), "mailto:" + encoded(candidate.email()) + "?subject=" + encoded(filled(one.subject(), blanks)) + "&body=" + encoded(filled(one.body(), blanks)))).toList();
	}

	private static String filled(String text, Map<String, String> blanks) {
		var filled = text;
		for (var blank : blanks.entrySet()) {
			filled = filled.replace(blank.getKey(), blank.getValue());
		}
		return filled;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text.replace("\r\n", "\n").replace("\n", "\r\n"), StandardCharsets.UTF_8).replace("+", "%20").replace("%40", "@");
	}
}
