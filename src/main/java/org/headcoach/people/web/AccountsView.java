package org.headcoach.people.web;

import java.io.Serializable;
import java.util.List;

import org.headcoach.people.AccountRole;
import org.headcoach.people.AccountService;
import org.headcoach.people.AccountService.InvitationLink;
import org.headcoach.people.Accounts;
import org.headcoach.people.People;
import org.headcoach.people.PeopleService;
import org.headcoach.site.Done;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Links;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The accounts; one at a time is edited, the one that the address names. A fresh link is shown once, in the answer that made it. */
@Named
@ViewScoped
public class AccountsView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private AccountService accounts;

	@Inject
	private PeopleService people;

	@Inject
	private ListAddress list;

	private List<Accounts.AccountRow> rows;
	private Accounts.AccountRow edited;
	private List<People.Choice> names;
	private transient InvitationLink link;

	private String name;
	private String login;
	private String email;
	private AccountRole role;
	private Long personId;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		find();
		names = people.names();
		var id = list.number("account");
		if (id != null) {
			edit(id);
		} else if (list.number("person") != null) {
			personId = list.number("person");
			name = names.stream().filter(person -> person.id().equals(personId)).map(People.Choice::name).findFirst().orElse(null);
		}
	}

	private void find() {
		var search = search(list, list.getFirst(), ListAddress.SIZE);
		list.counts(accounts.count(search));
		rows = accounts.search(search);
	}

	/** The search that stands in the address; the page and its exports ask the same. */
	static Accounts.AccountSearch search(ListAddress list, int first, int size) {
		var active = list.text("state") == null ? Boolean.TRUE : list.text("state").equals("CLOSED") ? Boolean.FALSE : null;
		return new Accounts.AccountSearch(list.text("q"), list.oneOf(AccountRole.class, "role"), active, list.getSort(), list.isDescending(), first, size);
	}

	private void edit(Long id) {
		edited = accounts.get(id);
		name = edited.name();
		email = edited.email();
		role = edited.role();
		personId = edited.personId();
	}

	public void invite() {
		link = accounts.invite(new AccountService.Invite(name, login, email, role, personId));
		find();
		name = null;
		login = null;
		email = null;
		personId = null;
	}

	public void newLink() {
		link = accounts.newLink(edited.id());
	}

	public void change() {
		accounts.change(new AccountService.ChangeAccount(edited.id(), edited.version(), name, email, role, personId));
		Done.here("people.accounts.done.changed", name);
	}

	public void close() {
		accounts.close(edited.id());
		Done.undoable("reopen", "people.accounts.done.closed", edited.name());
	}

	public void reopen() {
		accounts.reopen(edited.id());
		Done.here("people.accounts.done.reopened", edited.name());
	}

	public void signOut() {
		accounts.signOutEverywhere(edited.id());
		Done.here("people.accounts.done.signed-out", edited.name());
	}

	/** Null unless this very answer made a link. */
	public String getLinkAddress() {
		return link == null ? null : Links.to("/invitation?token=" + link.token());
	}

	public InvitationLink getLink() {
		return link;
	}

	public List<Accounts.AccountRow> getRows() {
		return rows;
	}

	public Accounts.AccountRow getEdited() {
		return edited;
	}

	public List<People.Choice> getNames() {
		return names;
	}

	public AccountRole[] getRoles() {
		return AccountRole.values();
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

	public AccountRole getRole() {
		return role;
	}

	public void setRole(AccountRole role) {
		this.role = role;
	}

	public Long getPersonId() {
		return personId;
	}

	public void setPersonId(Long personId) {
		this.personId = personId;
	}
}
