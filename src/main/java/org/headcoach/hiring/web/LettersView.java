package org.headcoach.hiring.web;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.hiring.LetterService;
import org.headcoach.site.Done;
import org.headcoach.site.ListAddress;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Templates of letters to candidates. */
@Named
@ViewScoped
public class LettersView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private LetterService letters;

	@Inject
	private ListAddress list;

	private List<LetterService.TemplateLine> rows;
	private LetterService.TemplateLine own;
	private final Map<String, Object> form = new HashMap<>();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		rows = letters.templates();
		var id = list.number("id");
		own = rows.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
		if (own != null) {
			form.put("name", own.name());
			form.put("subject", own.subject());
			form.put("body", own.body());
		}
	}

	public void save() {
		letters.write(new LetterService.TemplateLine(own == null ? null : own.id(), own == null ? null : own.version(), (String) form.get("name"), (String) form.get("subject"), (String) form.get("body")));
		Done.at("/hiring/letters", "hiring.letter.done");
	}

	public void remove() {
		letters.remove(own.id());
		Done.at("/hiring/letters", "hiring.letter.removed");
	}

	public List<LetterService.TemplateLine> getRows() {
		return rows;
	}

	public LetterService.TemplateLine getOwn() {
		return own;
	}

	public Map<String, Object> getForm() {
		return form;
	}
}
