package org.headcoach.people.web;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

import org.headcoach.people.AccountService;
import org.headcoach.people.PasswordRule;
import org.headcoach.shared.BusinessException;
import org.headcoach.site.Sessions;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The first start: the company and its first administrator. Once there is a company, the sign-in page answers instead. */
@Named
@RequestScoped
public class SetUpView {

	@Inject
	private AccountService accounts;

	@Inject
	private Sessions sessions;

	@Inject
	private ExternalContext external;

	private String company;
	private String currency;
	private String zone;
	private String name;
	private String login;
	private String email;
	private String password;
	private String again;

	@PostConstruct
	void suggest() {
		zone = Zones.all().contains(ZoneId.systemDefault().getId()) ? ZoneId.systemDefault().getId() : "UTC";
		currency = "USD";
		login = "admin";
	}

	public void setUp() throws IOException {
		if (!password.equals(again)) {
			throw new BusinessException("people.password.error.again");
		}
		sessions.begin(accounts.setUp(new AccountService.SetUp(company, currency, zone, name, login, email, password)));
		external.redirect(external.getRequestContextPath() + "/people/company");
	}

	public List<String> getZones() {
		return Zones.all();
	}

	public List<Currency> getCurrencies() {
		return Currencies.all();
	}

	public int getShortest() {
		return PasswordRule.SHORTEST;
	}

	public String getCompany() {
		return company;
	}

	public void setCompany(String company) {
		this.company = company;
	}

	public String getCurrency() {
		return currency;
	}

	public void setCurrency(String currency) {
		this.currency = currency;
	}

	public String getZone() {
		return zone;
	}

	public void setZone(String zone) {
		this.zone = zone;
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getLogin() {
		return login;
	}

	public void setLogin(String login) {
		this.login = login;
	}

	public String getEmail() {
		return email;
	}

	public void setEmail(String email) {
		this.email = email;
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
