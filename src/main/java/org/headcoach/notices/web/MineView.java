package org.headcoach.notices.web;

import java.io.Serializable;
import java.util.List;

import org.headcoach.notices.NoticeService;
import org.headcoach.notices.NoticeService.Wish;
import org.headcoach.people.AccountService;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Which mails the own account gets. */
@Named
@ViewScoped
public class MineView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private NoticeService notices;

	@Inject
	private AccountService accounts;

	@Inject
	private Here here;

	private List<Wish> wishes;
	private String email;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		wishes = notices.wishes();
		email = accounts.own().email();
	}

	public void stop(String topic) {
		notices.wish(topic, false);
		Done.here("notices.mine.done.stopped", name(topic));
	}

	public void start(String topic) {
		notices.wish(topic, true);
		Done.here("notices.mine.done.started", name(topic));
	}

	private String name(String topic) {
		return Messages.text(here.getLocale(), "notices.topic." + topic);
	}

	public long getWanted() {
		return email == null ? 0 : wishes.stream().filter(Wish::isWanted).count();
	}

	public List<Wish> getWishes() {
		return wishes;
	}

	/** Null when the account has none. */
	public String getEmail() {
		return email;
	}
}
