package org.headcoach.notices.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.headcoach.notices.NoticeService;
import org.headcoach.notices.NoticeService.StopPage;
import org.headcoach.site.Done;
import org.headcoach.site.ListAddress;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The page behind the link of a mail. Looking at it ends nothing, because programs look at links too; its button does, and takes it back. */
@Named
@RequestScoped
public class UnsubscribeView {

	@Inject
	private NoticeService notices;

	@Inject
	private ListAddress list;

	private String token;
	private StopPage page;

	/** The button is there only for a link that works, also while it is being pressed. */
	@PostConstruct
	void load() {
		token = list.text("token");
		page = notices.stopPage(token).orElse(null);
	}

	public void stop() {
		wish(false);
	}

	public void start() {
		wish(true);
	}

	private void wish(boolean isWanted) {
		notices.wishByToken(token, isWanted);
		Done.show("/unsubscribe?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
	}

	/** Null when the link does not work. */
	public StopPage getPage() {
		return page;
	}
}
