package org.headcoach.people;

/** What an account may do. The same name stands in pages, services and REST scopes. */
public enum Permission {
	/** See the own month, plan and figures. */
	SEE_OWN_MONTH,
	/** See figures and plans of the people below in the line. */
	SEE_LINE,
	/** Talk with the own reps, agree plans, log coaching. */
	COACH_TEAM,
	/** Inspect the plans of the managers (or directors) below. */
	INSPECT_PLANS,
	/** See everybody's figures and coaching plans. */
	SEE_COMPANY,
	/** Upload what the CRM exports, undo a batch. */
	IMPORT_DATA,
	/** Edit sales processes and funnel steps. */
	EDIT_FUNNEL,
	/** Edit the skill library. */
	EDIT_SKILLS,
	/** Edit people, teams, regions and who reports to whom. */
	EDIT_PEOPLE,
	/** Edit the company's name, zone, calendar. */
	EDIT_COMPANY,
	/** Invite, close and change accounts. */
	EDIT_ACCOUNTS,
	/** See the own pay, question it, accept the own plan. */
	SEE_OWN_PAY,
	/** See and approve the pay of the people below in the line. */
	APPROVE_PAY,
	/** Write, publish and assign compensation plans. */
	EDIT_PLANS,
	/** Compute, adjust, close and export everybody's pay. */
	RUN_PAY,
	/** See the contests that are announced. */
	SEE_CONTESTS,
	/** Draft, announce and settle contests of people of the own line. */
	RUN_CONTESTS,
	/** Score candidates in interviews in which the account has a seat. */
	INTERVIEW,
	/** See candidates of the openings within reach, plan interviews, decide. */
	HIRE,
	/** See every opening and candidate, also those of other lines. */
	HIRE_EVERYWHERE,
	/** Write and publish the hiring model, its characteristics and weights. */
	EDIT_HIRING_MODEL,
	/** Search the audit log. */
	READ_AUDIT,
	/** Read the server's own measurements under /metrics. */
	READ_METRICS,
	/** Nothing beyond being signed in. */
	BE_SIGNED_IN,
	/** No account is needed: sign-in, set-up, health. */
	NOTHING
}
