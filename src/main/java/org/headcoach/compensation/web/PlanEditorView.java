package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.Judged;
import org.headcoach.compensation.PayrollService;
import org.headcoach.compensation.PlanService;
import org.headcoach.compensation.PlanService.VersionRow;
import org.headcoach.compensation.PlanStatus;
import org.headcoach.compensation.engine.CommissionRatio;
import org.headcoach.compensation.engine.Json;
import org.headcoach.compensation.engine.PayCurve;
import org.headcoach.compensation.engine.PlanLint;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.PlanWords;
import org.headcoach.compensation.engine.Problem;
import org.headcoach.compensation.engine.TryOut;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.Money;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A draft while it is written: the form at the start side; its meaning at the other, made anew while somebody types. It saves itself when they pause, until
 * somebody else has saved the same draft: then nothing is written over, and what stands in the form stays there.
 */
@Named
@ViewScoped
public class PlanEditorView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** What the second card shows. */
	public enum Chart {
		PAY, RATE, TABLE
	}

	private static final BigDecimal CURVE_END = new BigDecimal("1.6");
	private static final int SETTINGS = -1;
	/** Opens the settings in an address, where else the code of a component stands. */
	static final String SETTINGS_PLACE = "-";

	@Inject
	private PlanService plans;

	@Inject
	private PayrollService payroll;

	@Inject
	private PlanText texts;

	@Inject
	private Here here;

	@Inject
	private BusinessClock clock;

	@Inject
	private HttpServletRequest request;

	private VersionRow version;
	private VersionRow before;
	private long people;
	private int seen;
	private String saved;
	private LocalDateTime savedAt;
	private boolean stale;
	private PlanForm form;
	private LocalDate from;
	private String reason;
	private int open;
	private boolean whole;
	private Chart chart = Chart.PAY;
	private PlanTerms terms;
	private List<Problem> problems;
	private List<PlanText.Paragraph> words;
	private int wordCount;
	private CurvePicture curve;
	private BigDecimal curveUnit;
	private Judged judged;
	private int judgedAt;
	private final Map<String, String> reasons = new HashMap<>();
	private final List<TryForm> deals = new ArrayList<>();
	private final TriedLevel level = new TriedLevel();
	private List<TryOut.Month> paid;
	private CommissionRatio ratio;
	private BigDecimal paidAhead;
	private String levelSaid;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var asked = request.getParameter("version");
		if (asked == null || !asked.matches("\\d{1,18}")) {
			throw new NotHereException("No version " + asked);
		}
		version = plans.version(Long.parseLong(asked));
		if (version.status() != PlanStatus.DRAFT) {
			Done.show("/compensation/plan?plan=" + version.planId() + "&version=" + version.number());
			return;
		}
		var plan = plans.plan(version.planId());
		before = plan.versions().stream().filter(other -> other.status() == PlanStatus.PUBLISHED).findFirst().orElse(null);
		people = plan.assignments().stream().filter(one -> one.until() == null || !one.until().isBefore(version.effectiveFrom())).map(PlanService.AssignmentRow::personId).distinct().count();
		seen = version.version();
		from = version.effectiveFrom();
		reason = version.reason();
		form = new PlanForm(version.terms());
		samples(plan.assignments());
		openAt(request.getParameter("open"));
		saved = written();
		deals.add(new TryForm(here.getToday().withDayOfMonth(1)));
		refresh();
		judge();
	}

	/** A finding elsewhere leads to its component. */
	private void openAt(String place) {
		open = SETTINGS_PLACE.equals(place) ? SETTINGS : Math.max(0, form.getComponents().stream().map(ComponentForm::getCode).toList().indexOf(place));
	}

	/** Simple, aligned, immediate? On real deals, so not with every key: when the page is opened, when somebody saves, and before it is published. */
	private void judge() {
		judged = problems.isEmpty() ? plans.judge(version.id()) : null;
		judgedAt = seen;
	}

	/** Keeps a finding with the reason that stands beside it. */
	public void keep(String finding) {
		plans.keepFinding(version.id(), finding, reasons.get(finding));
		judged = new Judged(judged.report(), judged.words(), judged.targets(), plans.keptFindings(version.id()));
	}

	/** What 100 % is in the pictures: the usual quota of those on the plan, else where the second tier begins, else a round figure that anybody can change. */
	private void samples(List<PlanService.AssignmentRow> assignments) {
		for (var component : form.getComponents()) {
			var quotas = assignments.stream().map(one -> one.quotas().get(component.getCode())).filter(java.util.Objects::nonNull).sorted().toList();
			if (!quotas.isEmpty()) {
				component.setSample(quotas.get(quotas.size() / 2).multiply(BigDecimal.valueOf(component.getWindow().months())).divide(BigDecimal.valueOf(12), 2, java.math.RoundingMode.HALF_UP)
						.stripTrailingZeros());
			} else if (!component.isOfQuota() && component.getTiers().size() > 1) {
				component.setSample(component.getTiers().get(1).getFrom());
			} else {
				component.setSample(component.isMoney() ? BigDecimal.valueOf(5000L * component.getWindow().months()) : BigDecimal.TEN);
			}
		}
	}

	private String written() {
		return from + " " + reason + " " + Json.write(form.terms());
	}

	/** While somebody types: words, picture and problems follow. */
	public void changed() {
		form.getComponents().forEach(component -> component.beginBox(from));
		refresh();
	}

	private void refresh() {
		terms = form.terms();
		problems = plans.problems(terms);
		var samples = form.samples();
		words = texts.paragraphs(terms, samples);
		wordCount = words.stream().mapToInt(paragraph -> PlanWords.count(paragraph.text())).sum();
		curve = problems.isEmpty() ? picture(samples) : null;
	}

	private CurvePicture picture(Map<String, BigDecimal> samples) {
		if (whole && terms.components().size() > 1) {
			curveUnit = null;
			return CurvePicture.of(PayCurve.of(terms, samples, Map.of(), CURVE_END), CURVE_END, chart == Chart.RATE);
		}
		var component = terms.components().get(Math.max(0, Math.min(open, terms.components().size() - 1)));
		curveUnit = samples.get(component.code());
		if (curveUnit == null) {
			return null;
		}
		var end = curveUnit.multiply(CURVE_END);
		return CurvePicture.of(PayCurve.of(component, terms.currency(), curveUnit, BigDecimal.ONE, end), end, chart == Chart.RATE);
	}

	// ------------------------------------------------------------ the form's own acts

	public void open(int at) {
		open = open == at ? SETTINGS - 1 : at;
		refresh();
	}

	/** Opens what a finding is about: its component, or the settings of the whole plan. */
	public void lead(PlanLint.Finding finding) {
		open = place(finding);
		refresh();
	}

	public boolean isOfSettings(PlanLint.Finding finding) {
		return place(finding) == SETTINGS;
	}

	/** What is said of a plan with one component is settled in that, but for what only the settings have. */
	private int place(PlanLint.Finding finding) {
		for (int i = 0; i < form.getComponents().size(); i++) {
			if (form.getComponents().get(i).getCode().equals(finding.component())) {
				return i;
			}
		}
		return form.getComponents().size() == 1 && !finding.field().equals("monthCap") ? 0 : SETTINGS;
	}

	public void addComponent() {
		var added = form.add(Messages.text(here.getLocale(), "compensation.editor.new-component", form.getComponents().size() + 1));
		added.setSample(BigDecimal.valueOf(5000));
		open = form.getComponents().size() - 1;
		refresh();
	}

	public void removeComponent(int at) {
		form.remove(at);
		open = Math.min(at, form.getComponents().size() - 1);
		refresh();
	}

	public void addTier() {
		getEdited().addTier();
		refresh();
	}

	public void removeTier(int at) {
		getEdited().removeTier(at);
		refresh();
	}

	public void addPart() {
		getEdited().addPart();
		refresh();
	}

	public void removePart(int at) {
		getEdited().removePart(at);
		refresh();
	}

	public void addModifier() {
		getEdited().addModifier();
		refresh();
	}

	public void removeModifier(int at) {
		getEdited().removeModifier(at);
		refresh();
	}

	public void show(Chart what) {
		chart = what;
		refresh();
	}

	public void showWhole(boolean yes) {
		whole = yes;
		refresh();
	}

	// ------------------------------------------------------------ saving and publishing

	/** When the writer pauses. What another has saved meanwhile is never written over; the page says so and stops saving by itself. */
	public void autosave() {
		refresh();
		if (!stale && !written().equals(saved)) {
			store();
		}
	}

	public void save() {
		refresh();
		store();
		judge();
		faces("compensation.editor.done.saved");
	}

	private void store() {
		if (plans.version(version.id()).version() != seen) {
			stale = true;
			throw new OptimisticLockException();
		}
		seen = plans.save(new PlanService.SaveDraft(version.id(), seen, from, terms, reason));
		saved = written();
		savedAt = LocalDateTime.ofInstant(clock.now(), here.getCompany().zone());
	}

	private void faces(String key) {
		FacesContext.getCurrentInstance().addMessage(null,
				new jakarta.faces.application.FacesMessage(jakarta.faces.application.FacesMessage.SEVERITY_INFO, Messages.text(here.getLocale(), key), null));
	}

	/** Saves, publishes, and computes the pay of everybody on the plan. */
	public void publish() {
		refresh();
		if (stale) {
			throw new OptimisticLockException();
		}
		if (!problems.isEmpty()) {
			return;
		}
		if (!written().equals(saved)) {
			store();
		}
		if (judged == null || judgedAt != seen) {
			judge();
		}
		plans.publish(version.id(), seen);
		payroll.computeChanged();
		Done.at("/compensation/plan?plan=" + version.planId(), "compensation.editor.done.published", version.number(), from);
	}

	public void discard() {
		plans.discard(version.id(), seen);
		Done.at("/compensation/plans", "compensation.plan.done.discarded", version.number());
	}

	// ------------------------------------------------------------ what would these deals pay?

	public void addDeal() {
		deals.add(new TryForm(deals.isEmpty() ? here.getToday().withDayOfMonth(1) : deals.get(deals.size() - 1).getWonOn()));
	}

	public void removeDeal(int at) {
		deals.remove(at);
		paid = null;
	}

	public void tryOut() {
		refresh();
		paid = null;
		var figures = new HashMap<String, List<BigDecimal>>();
		form.getComponents().forEach(component -> figures.put(component.getCode(), component.getModifiers().stream().map(ComponentForm.ModifierForm::getTried)
				.collect(java.util.stream.Collectors.toCollection(ArrayList::new))));
		var made = new ArrayList<TryOut.Deal>();
		for (int i = 0; i < deals.size(); i++) {
			made.add(deals.get(i).deal(Messages.text(here.getLocale(), "compensation.editor.try.deal", i + 1)));
		}
		paid = TryOut.pay(terms, made, form.samples(), figures);
		ratio = TryOut.ratio(terms, made, Money.of(getPaidInAll().add(getStillOpen()), terms.currency()));
		paidAhead = TryOut.paidAhead(made);
		levelSaid = terms.promotion() == null ? null : level.said(here.getLocale(), terms.promotion());
	}

	public BigDecimal getPaidInAll() {
		return paid.stream().map(month -> month.paid().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** What is still to be taken back after the last month, 0 or below. */
	public BigDecimal getStillOpen() {
		return paid.isEmpty() ? BigDecimal.ZERO : paid.get(paid.size() - 1).carried().amount();
	}

	// ------------------------------------------------------------ for the page

	public String getAnswer() {
		var locale = here.getLocale();
		if (stale) {
			return Messages.html(locale, "compensation.editor.answer.stale");
		}
		if (problems.isEmpty() && judged != null && !judged.unkept().isEmpty()) {
			return Messages.html(locale, "compensation.editor.answer.findings", judged.unkept().size(), say(judged.unkept().get(0)));
		}
		return problems.isEmpty() ? Messages.html(locale, "compensation.editor.answer.ready") : Messages.html(locale, "compensation.editor.answer.problems", problems.size(),
				said(problems.get(0)));
	}

	/** Whether a field holds what cannot be read; what a rule refuses is said of the whole plan, and of no field. */
	public boolean isUnreadable() {
		var fields = FacesContext.getCurrentInstance().getClientIdsWithMessages();
		while (fields.hasNext()) {
			if (fields.next() != null) {
				return FacesContext.getCurrentInstance().isValidationFailed();
			}
		}
		return false;
	}

	public List<String> getProblems() {
		return problems.stream().map(this::said).toList();
	}

	private String said(Problem problem) {
		return form.getComponents().stream().anyMatch(component -> component.isOfQuota() && problem.where().equals(component.getName())) ? texts.problemOfShares(problem) : texts.problem(problem);
	}

	/** Problems of one component by its name. */
	public long problemsOf(String name) {
		return problems.stream().filter(problem -> problem.where().equals(name)).count();
	}

	/** The component that is open; null when the settings are, or nothing. */
	public ComponentForm getEdited() {
		return open < 0 || open >= form.getComponents().size() ? null : form.getComponents().get(open);
	}

	public boolean isSettingsOpen() {
		return open == SETTINGS;
	}

	public boolean isDirty() {
		return !written().equals(saved);
	}

	/** The component that the picture shows; null for the whole plan. */
	public ComponentForm getDrawn() {
		return whole && form.getComponents().size() > 1 ? null : form.getComponents().isEmpty() ? null : form.getComponents().get(Math.max(0, Math.min(open, form.getComponents().size() - 1)));
	}

	/** A finding as its readers read it. */
	public String say(PlanLint.Finding finding) {
		return texts.finding(finding);
	}

	/** The chip of a group: passes, so many to look at, or what fails. */
	public String verdict(PlanLint.Group group) {
		return texts.verdict(judged.report(), group);
	}

	public PlanLint.Group[] getGroups() {
		return PlanLint.Group.values();
	}

	public PlanLint.Report getReport() {
		return judged == null ? null : judged.report();
	}

	public Map<String, PlanService.KeptFinding> getKept() {
		return judged.kept();
	}

	public Map<String, String> getReasons() {
		return reasons;
	}

	public VersionRow getVersion() {
		return version;
	}

	public VersionRow getBefore() {
		return before;
	}

	public long getPeople() {
		return people;
	}

	public PlanForm getForm() {
		return form;
	}

	public LocalDate getFrom() {
		return from;
	}

	public void setFrom(LocalDate from) {
		this.from = from;
	}

	public String getReason() {
		return reason;
	}

	public void setReason(String reason) {
		this.reason = reason == null || reason.isBlank() ? null : reason;
	}

	public int getOpen() {
		return open;
	}

	public boolean isWhole() {
		return whole;
	}

	public Chart getChart() {
		return chart;
	}

	public List<PlanText.Paragraph> getWords() {
		return words;
	}

	public int getWordCount() {
		return wordCount;
	}

	public CurvePicture getCurve() {
		return curve;
	}

	public BigDecimal getCurveUnit() {
		return curveUnit;
	}

	public boolean isStale() {
		return stale;
	}

	public LocalDateTime getSavedAt() {
		return savedAt;
	}

	public List<TryForm> getDeals() {
		return deals;
	}

	public List<TryOut.Month> getPaid() {
		return paid;
	}

	public TriedLevel getLevel() {
		return level;
	}

	/** Whether the next level is reached; null when the plan has none. */
	public String getLevelSaid() {
		return levelSaid;
	}

	/** Null where it cannot be said. */
	public CommissionRatio getRatio() {
		return ratio;
	}

	/** Null when nobody has paid. */
	public BigDecimal getPaidAhead() {
		return paidAhead;
	}
}
