package org.headcoach.site;

import java.io.IOException;

import org.headcoach.people.AccountService;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.PeopleService;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The sign-in page. */
@Named
@RequestScoped
public class SignInView {

	@Inject
	private AccountService accounts;

	@Inject
	private PeopleService people;

	@Inject
	private Sessions sessions;

	@Inject
	private CurrentActor current;

	@Inject
	private ExternalContext external;

	private String login;
	private String password;
	private String then;
	private boolean remember;

	/** Whoever is signed in already goes where they wanted to go. */
	public void check() throws IOException {
		if (current.get().isSignedIn()) {
			external.redirect(isOwnPath(then) ? then : external.getRequestContextPath() + "/");
		}
	}

	public void signIn() throws IOException {
		var account = accounts.signIn(login, password);
		accounts.began(account, password);
		sessions.begin(account);
		if (remember) {
			sessions.keep(accounts.remember(account, sessions.userAgent()));
		}
		external.redirect(isOwnPath(then) ? then : external.getRequestContextPath() + "/");
	}

	/** Only paths of this server: never another host. */
	static boolean isOwnPath(String path) {
		return path != null && path.startsWith("/") && !path.startsWith("//") && path.chars().noneMatch(sign -> sign == '\\' || sign < ' ');
	}

	public String getCompanyName() {
		return people.findCompany().map(company -> company.name()).orElse("Headcoach");
	}

	public String getLogin() {
		return login;
	}

	public void setLogin(String login) {
		this.login = login;
	}

	public String getPassword() {
		return password;
	}

	public void setPassword(String password) {
		this.password = password;
	}

	public boolean isRemember() {
		return remember;
	}

	public void setRemember(boolean remember) {
		this.remember = remember;
	}

	public String getThen() {
		return then;
	}

	public void setThen(String then) {
		this.then = then;
	}
}
