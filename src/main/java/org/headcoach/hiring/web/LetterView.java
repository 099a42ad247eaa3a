package org.headcoach.hiring.web;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.headcoach.hiring.LetterService;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A letter to one candidate: written or made from a template, looked at as it will arrive, and sent. */
@Named
@ViewScoped
public class LetterView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private LetterService letters;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private LetterService.LetterPage page;
	private List<LetterService.SentRow> sent;
	private String subject;
	private String body;
	private final String formKey = UUID.randomUUID().toString();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var candidate = list.number("candidate");
		if (candidate == null) {
			throw new NotHereException("No candidate is asked for");
		}
		page = letters.letter(candidate, list.number("template"));
		sent = letters.sent(candidate);
		subject = page.subject();
		body = page.body();
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), page.sends() ? "hiring.letter.answer.send" : "hiring.letter.answer.by-hand", page.candidate());
	}

	/** Takes over what was typed, so that the preview shows it. */
	public void look() {
		// what was typed has arrived with the request
	}

	public void send() {
		letters.send(new LetterService.SendLetter(page.candidateId(), page.templateId(), subject, body, formKey));
		Done.at("/hiring/candidate?id=" + page.candidateId(), "hiring.letter.sent", page.candidate());
	}

	/** Opens the letter in the writer's own mail program. */
	public String getLink() {
		return "mailto:" + encoded(page.email()) + "?subject=" + encoded(subject) + "&body=" + encoded(body);
	}

	private static String encoded(String text) {
		return URLEncoder.encode((text == null ? "" : text).replace("\r\n", "\n").replace("\n", "\r\n"), StandardCharsets.UTF_8).replace("+", "%20").replace("%40", "@");
	}

	/** What still has to be filled in; null when nothing has. */
	public String getOpenBlank() {
		var open = LetterService.openBlank(subject);
		return open == null ? LetterService.openBlank(body) : open;
	}

	public LetterService.LetterPage getPage() {
		return page;
	}

	public List<LetterService.SentRow> getSent() {
		return sent;
	}

	public String getSubject() {
		return subject;
	}

	public void setSubject(String subject) {
		this.subject = subject;
	}

	public String getBody() {
		return body;
	}

	public void setBody(String body) {
		this.body = body;
	}
}
