package org.headcoach.home;

import java.util.Set;
import java.util.function.Predicate;

import org.headcoach.people.Actor;
import org.headcoach.people.Permission;

/** The lines of the side menu in their order: where each leads, who has it, and on which pages it is the active one. */
public enum MenuLine {

	TODAY(Section.HOME, "/", "home", actor -> true),
	MY_TEAM(Section.COACHING, "/coaching/my-team", "users", may(Permission.SEE_LINE), "/coaching/rep", "/coaching/side-by-side", "/coaching/time"),
	MY_MONTH(Section.COACHING, "/coaching/my-month", "chart-bar", actor -> actor.may(Permission.SEE_OWN_MONTH) && !actor.may(Permission.SEE_LINE)),
	PLANS(Section.COACHING, "/coaching/plans", "file-edit", may(Permission.SEE_OWN_MONTH), "/coaching/plan"),
	METRIC(Section.COACHING, "/coaching/metric", "chart-bar", may(Permission.SEE_OWN_MONTH)),
	FIGURES(Section.COACHING, "/pipeline/figures", "table", may(Permission.SEE_OWN_MONTH), "/pipeline/peel"),
	INSPECTION(Section.COACHING, "/coaching/inspection", "list-check", may(Permission.INSPECT_PLANS)),
	EFFECT(Section.COACHING, "/coaching/effect", "chart-line", may(Permission.SEE_LINE)),
	SKILLS(Section.COACHING, "/coaching/skills", "book", actor -> true),
	MY_PAY(Section.PAY, "/compensation/my-pay", "wallet", actor -> actor.may(Permission.SEE_OWN_PAY) && actor.personId() != null, "/compensation/statement", "/compensation/plan-document"),
	TEAM_PAY(Section.PAY, "/compensation/team-pay", "users", may(Permission.APPROVE_PAY)),
	PAY_MONTH(Section.PAY, "/compensation/month", "calendar", may(Permission.RUN_PAY), "/compensation/payroll", "/compensation/history"),
	PAY_PLANS(Section.PAY, "/compensation/plans", "calculator", may(Permission.EDIT_PLANS), "/compensation/plan", "/compensation/plan-editor"),
	PAY_ASSIGNMENTS(Section.PAY, "/compensation/assignments", "id-card", may(Permission.EDIT_PLANS)),
	PAY_QUESTIONS(Section.PAY, "/compensation/questions", "comments",
			actor -> actor.may(Permission.SEE_OWN_PAY) && actor.personId() != null || actor.may(Permission.APPROVE_PAY) || actor.may(Permission.RUN_PAY)),
	PAY_SIMULATION(Section.PAY, "/compensation/simulation", "chart-line", may(Permission.EDIT_PLANS)),
	PAY_TOWN_MEETINGS(Section.PAY, "/compensation/town-meetings", "megaphone",
			actor -> actor.may(Permission.SEE_OWN_PAY) && actor.personId() != null || actor.may(Permission.APPROVE_PAY) || actor.may(Permission.EDIT_PLANS), "/compensation/town-meeting"),
	PAY_RUNS(Section.PAY, "/compensation/runs", "sync", may(Permission.RUN_PAY)),
	PAY_ADJUSTMENTS(Section.PAY, "/compensation/adjustments", "pencil", may(Permission.RUN_PAY)),
	PAY_HOLDS(Section.PAY, "/compensation/holds", "pause", may(Permission.RUN_PAY)),
	PAY_SETTINGS(Section.PAY, "/compensation/pay-settings", "sliders-h", may(Permission.RUN_PAY)),
	CONTESTS(Section.CONTESTS, "/contests/contests", "trophy", may(Permission.SEE_CONTESTS), "/contests/contest", "/contests/edit", "/contests/manage", "/contests/settle"),
	MY_LEARNING(Section.TRAINING, "/training/learn", "book", actor -> actor.may(Permission.TAKE_EXAMS) && actor.personId() != null, "/training/lesson", "/training/task"),
	MY_EXAMS(Section.TRAINING, "/training/exams", "pen-to-square", actor -> actor.may(Permission.TAKE_EXAMS) && actor.personId() != null),
	READINESS(Section.TRAINING, "/training/readiness", "check-square", actor -> actor.may(Permission.SEE_READINESS) || actor.may(Permission.TRAIN)),
	EXAMS(Section.TRAINING, "/training/manage", "clipboard", may(Permission.TRAIN), "/training/exam", "/training/edit", "/training/items", "/training/mark"),
	QUESTIONS(Section.TRAINING, "/training/questions", "question-circle", may(Permission.TRAIN), "/training/question", "/training/import"),
	METHODOLOGY(Section.TRAINING, "/training/methodology", "map", actor -> actor.may(Permission.TAKE_EXAMS) || actor.may(Permission.TRAIN), "/training/edit-methodology"),
	CURRICULA(Section.TRAINING, "/training/curricula", "sitemap", may(Permission.TRAIN), "/training/curriculum", "/training/superpowers"),
	CLASSES(Section.TRAINING, "/training/classes", "graduation-cap", actor -> actor.may(Permission.TRAIN) || actor.may(Permission.SEE_READINESS), "/training/class", "/training/plan-class"),
	MY_CERTIFICATIONS(Section.TRAINING, "/training/my-certifications", "verified", actor -> actor.may(Permission.TAKE_EXAMS) && actor.personId() != null, "/training/card", "/training/role-play"),
	CERTIFICATIONS(Section.TRAINING, "/training/certifications", "list-check", actor -> actor.may(Permission.TAKE_EXAMS) || actor.may(Permission.TRAIN), "/training/certification",
			"/training/edit-certification", "/training/path"),
	ROLE_PLAYS(Section.TRAINING, "/training/certify", "comments", may(Permission.TRAIN)),
	MATTERS(Section.TRAINING, "/training/matters", "chart-scatter", actor -> actor.may(Permission.SEE_READINESS) || actor.may(Permission.TRAIN)),
	SURVEYS(Section.TRAINING, "/training/surveys", "comment", actor -> actor.may(Permission.SEE_READINESS) || actor.may(Permission.TRAIN), "/training/survey-result"),
	STRENGTHS(Section.TRAINING, "/training/strengths", "star", actor -> actor.may(Permission.TAKE_EXAMS) && actor.personId() != null || actor.may(Permission.SEE_READINESS) || actor.may(Permission.TRAIN), "/training/best"),
	CERTIFIED(Section.TRAINING, "/training/certified", "th-large", actor -> actor.may(Permission.SEE_READINESS) || actor.may(Permission.TRAIN)),
	INTERVIEWS(Section.HIRING, "/hiring/interviews", "comments", actor -> actor.may(Permission.HIRE) || actor.may(Permission.SEE_OWN_MONTH)),
	OPENINGS(Section.HIRING, "/hiring/openings", "briefcase", may(Permission.HIRE), "/hiring/opening", "/hiring/board", "/hiring/compare", "/hiring/first-hire"),
	CANDIDATES(Section.HIRING, "/hiring/candidates", "user-plus", may(Permission.HIRE), "/hiring/candidate", "/hiring/add", "/hiring/interview", "/hiring/debrief", "/hiring/import", "/hiring/letters", "/hiring/letter", "/hiring/merge", "/hiring/groups"),
	HIRING_MODELS(Section.HIRING, "/hiring/models", "sliders-h", may(Permission.HIRE), "/hiring/model"),
	LEARN(Section.HIRING, "/hiring/learn", "chart-scatter", may(Permission.EDIT_HIRING_MODEL)),
	INTERVIEWERS(Section.HIRING, "/hiring/calibration", "gauge", actor -> actor.may(Permission.HIRE) || actor.may(Permission.EDIT_HIRING_MODEL)),
	SOURCES(Section.HIRING, "/hiring/sources", "share-alt", may(Permission.HIRE), "/hiring/referrals"),
	IMPORTS(Section.COMPANY, "/pipeline/imports", "upload", may(Permission.IMPORT_DATA), "/pipeline/import"),
	PEOPLE(Section.COMPANY, "/people/people", "sitemap", may(Permission.EDIT_PEOPLE), "/people/person", "/people/teams", "/people/hire"),
	FUNNELS(Section.COMPANY, "/pipeline/funnel", "filter", may(Permission.EDIT_FUNNEL)),
	ACCOUNTS(Section.COMPANY, "/people/accounts", "id-card", may(Permission.EDIT_ACCOUNTS)),
	NOTICES(Section.COMPANY, "/notices/outbox", "send", may(Permission.EDIT_COMPANY), "/notices/hooks"),
	AUDIT(Section.COMPANY, "/people/audit", "shield", may(Permission.READ_AUDIT)),
	SETTINGS(Section.COMPANY, "/people/company", "cog", may(Permission.EDIT_COMPANY));

	/** The headings of the menu; home has none. */
	public enum Section {
		HOME, COACHING, TRAINING, PAY, CONTESTS, HIRING, COMPANY
	}

	private final Section section;
	private final String path;
	private final String icon;
	private final Predicate<Actor> who;
	private final Set<String> pagesBelow;

	MenuLine(Section section, String path, String icon, Predicate<Actor> who, String... pagesBelow) {
		this.section = section;
		this.path = path;
		this.icon = icon;
		this.who = who;
		this.pagesBelow = Set.of(pagesBelow);
	}

	private static Predicate<Actor> may(Permission permission) {
		return actor -> actor.may(permission);
	}

	public Section section() {
		return section;
	}

	public String path() {
		return path;
	}

	public String icon() {
		return icon;
	}

	public boolean isFor(Actor actor) {
		return actor.isSignedIn() && who.test(actor);
	}

	/** Whether this is the active line on the page with that path, such as {@code /coaching/rep}. */
	public boolean leadsTo(String page) {
		return path.equals(page) || pagesBelow.contains(page);
	}
}
