package org.headcoach.home.web;

import java.util.List;

import org.headcoach.coaching.web.Wording;
import org.headcoach.home.TodayItem;
import org.headcoach.home.TodayItem.Names;
import org.headcoach.home.TodayPage;
import org.headcoach.home.TodayService;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The front page: what do I have to do today? */
@Named
@RequestScoped
public class TodayView {

	/** One line as the page prints it. */
	public record Line(String text, String act, String link, String state, String stateText) {
	}

	@Inject
	private TodayService service;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	private TodayPage page;
	private List<Line> todo;
	private List<Line> toKnow;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = service.today();
		todo = page.todo().stream().map(this::line).toList();
		toKnow = page.toKnow().stream().map(this::line).toList();
	}

	private Line line(TodayItem item) {
		return new Line(text("home.today.item." + item.key(), item.arguments().stream().map(this::said).toArray()), text("home.today.act." + act(item)), item.link(),
				item.state(), text("home.today.state." + item.state()));
	}

	private static String act(TodayItem item) {
		return item.link().substring(item.link().lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
	}

	private Object said(Object argument) {
		return argument instanceof Names people ? wording.names(people.names()) : argument == null ? "" : argument;
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}

	public String getAnswer() {
		if (todo.isEmpty()) {
			return Messages.html(here.getLocale(), "home.today.answer.nothing", page.nextDay());
		}
		return Messages.html(here.getLocale(), "home.today.answer", todo.size(), todo.get(0).text());
	}

	public TodayPage getPage() {
		return page;
	}

	public List<Line> getTodo() {
		return todo;
	}

	public List<Line> getToKnow() {
		return toKnow;
	}
}
