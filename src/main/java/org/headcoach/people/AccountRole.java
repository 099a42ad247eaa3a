package org.headcoach.people;

import static org.headcoach.people.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** The role of an account: a named group of permissions. */
public enum AccountRole {

	ADMINISTRATOR(IMPORT_DATA, EDIT_FUNNEL, EDIT_SKILLS, EDIT_PEOPLE, EDIT_COMPANY, EDIT_ACCOUNTS, EDIT_PLANS, RUN_PAY, READ_AUDIT, READ_METRICS),
	EXECUTIVE(SEE_OWN_MONTH, SEE_OWN_PAY, APPROVE_PAY, SEE_LINE, SEE_COMPANY, INSPECT_PLANS, EDIT_SKILLS, SEE_CONTESTS, RUN_CONTESTS, HIRE, HIRE_EVERYWHERE,
			EDIT_HIRING_MODEL),
	DIRECTOR(SEE_OWN_MONTH, SEE_OWN_PAY, APPROVE_PAY, SEE_LINE, INSPECT_PLANS, EDIT_SKILLS, SEE_CONTESTS, RUN_CONTESTS, HIRE, EDIT_HIRING_MODEL),
	MANAGER(SEE_OWN_MONTH, SEE_OWN_PAY, APPROVE_PAY, SEE_LINE, COACH_TEAM, SEE_CONTESTS, RUN_CONTESTS, HIRE),
	REP(SEE_OWN_MONTH, SEE_OWN_PAY, SEE_CONTESTS),
	RECRUITER(HIRE, HIRE_EVERYWHERE);

	private final Set<Permission> permissions;

	AccountRole(Permission... permissions) {
		this.permissions = EnumSet.of(BE_SIGNED_IN, permissions);
		this.permissions.add(NOTHING);
		// whoever is asked to may interview; who is asked stands in the seats
		this.permissions.add(INTERVIEW);
	}

	public boolean may(Permission permission) {
		return permissions.contains(permission);
	}

	public Set<Permission> permissions() {
		return EnumSet.copyOf(permissions);
	}
}
