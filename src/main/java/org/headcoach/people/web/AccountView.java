package org.headcoach.people.web;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import org.headcoach.people.AccountService;
import org.headcoach.people.AccountService.AccountPage;
import org.headcoach.people.AccountService.NewToken;
import org.headcoach.people.PasswordRule;
import org.headcoach.people.Permission;
import org.headcoach.shared.BusinessException;
import org.headcoach.site.Done;
import org.headcoach.site.Sessions;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The own account: name, look, password, remembered sign-ins, tokens. A fresh token is shown once, in the answer that made it. */
@Named
@ViewScoped
public class AccountView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private AccountService accounts;

	@Inject
	private Sessions sessions;

	private AccountPage page;
	private transient NewToken token;
	private String name;
	private String theme;
	private String density;
	private transient String oldPassword;
	private transient String newPassword;
	private transient String newPasswordAgain;
	private String tokenName;
	private Permission[] scopes = new Permission[0];
	private int days = 90;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = accounts.own();
		name = page.name();
		theme = page.theme();
		density = page.density();
	}

	public void prefer() {
		accounts.prefer(new AccountService.Preferences(name, theme, density));
		Done.here("people.account.done.saved");
	}

	public void changePassword() {
		if (!newPassword.equals(newPasswordAgain)) {
			throw new BusinessException("people.password.error.again");
		}
		sessions.begin(accounts.changePassword(oldPassword, newPassword, sessions.cookie()));
		Done.here("people.account.done.password");
	}

	public void forget(String selector) {
		accounts.forgetOwn(selector);
		Done.here("people.account.done.forgotten");
	}

	public void signOutEverywhere() {
		accounts.signOutOwnEverywhere();
		sessions.end();
		Done.at("/sign-in", "people.sign-in.done.signed-out");
	}

	public void createToken() {
		var chosen = EnumSet.noneOf(Permission.class);
		chosen.addAll(Arrays.asList(scopes));
		token = accounts.createToken(new AccountService.CreateToken(tokenName, chosen, days));
		page = accounts.own();
		tokenName = null;
		scopes = new Permission[0];
	}

	public void revoke(Long tokenId) {
		accounts.revokeToken(tokenId);
		Done.here("people.account.done.revoked");
	}

	/** Whether this is the browser that asks. */
	public boolean isThisBrowser(String selector) {
		return sessions.cookie() != null && sessions.cookie().startsWith(selector + ".");
	}

	public int getShortest() {
		return PasswordRule.SHORTEST;
	}

	public List<Integer> getLives() {
		return List.of(7, 30, 90, 365);
	}

	public AccountPage getPage() {
		return page;
	}

	/** Null unless this very answer made one. */
	public NewToken getToken() {
		return token;
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getTheme() {
		return theme;
	}

	public void setTheme(String theme) {
		this.theme = theme;
	}

	public String getDensity() {
		return density;
	}

	public void setDensity(String density) {
		this.density = density;
	}

	public String getOldPassword() {
		return oldPassword;
	}

	public void setOldPassword(String oldPassword) {
		this.oldPassword = oldPassword;
	}

	public String getNewPassword() {
		return newPassword;
	}

	public void setNewPassword(String newPassword) {
		this.newPassword = newPassword;
	}

	public String getNewPasswordAgain() {
		return newPasswordAgain;
	}

	public void setNewPasswordAgain(String newPasswordAgain) {
		this.newPasswordAgain = newPasswordAgain;
	}

	public String getTokenName() {
		return tokenName;
	}

	public void setTokenName(String tokenName) {
		this.tokenName = tokenName;
	}

	public Permission[] getScopes() {
		return scopes.clone();
	}

	public void setScopes(Permission[] scopes) {
		this.scopes = scopes.clone();
	}

	public int getDays() {
		return days;
	}

	public void setDays(int days) {
		this.days = days;
	}
}
