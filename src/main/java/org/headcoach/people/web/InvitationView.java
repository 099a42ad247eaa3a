package org.headcoach.people.web;

import java.io.IOException;

import org.headcoach.people.AccountService;
import org.headcoach.people.AccountService.InvitationPage;
import org.headcoach.people.PasswordRule;
import org.headcoach.shared.BusinessException;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Sessions;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The page behind a one-time link: choose a password and be signed in. */
@Named
@RequestScoped
public class InvitationView {

	@Inject
	private AccountService accounts;

	@Inject
	private Sessions sessions;

	@Inject
	private ListAddress list;

	@Inject
	private ExternalContext external;

	private String token;
	private InvitationPage page;
	private String password;
	private String again;

	/** The form is there only for a link that works, also while it is being sent. */
	@PostConstruct
	void load() {
		token = list.text("token");
		page = token == null ? null : accounts.invitation(token).orElse(null);
	}

	public void accept() throws IOException {
		if (!password.equals(again)) {
			throw new BusinessException("people.password.error.again");
		}
		sessions.begin(accounts.accept(token, password));
		external.redirect(external.getRequestContextPath() + "/");
	}

	/** Null when the link was used, replaced or is over. */
	public InvitationPage getPage() {
		return page;
	}

	public int getShortest() {
		return PasswordRule.SHORTEST;
	}

	public String getPassword() {
		return password;
	}

	public void setPassword(String password) {
		this.password = password;
	}

	public String getAgain() {
		return again;
	}

	public void setAgain(String again) {
		this.again = again;
	}
}
