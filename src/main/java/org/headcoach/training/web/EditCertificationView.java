package org.headcoach.training.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.headcoach.site.Done;
import org.headcoach.site.ListAddress;
import org.headcoach.training.CertificationPage;
import org.headcoach.training.CertificationService;
import org.headcoach.training.CertificationVersion;
import org.headcoach.training.engine.Evidence;
import org.headcoach.training.engine.ExitCriteria;
import org.headcoach.training.engine.ResultRule;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A trainer writes the next version of a certification. */
@Named
@ViewScoped
public class EditCertificationView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A behaviour as it is typed. */
	public static class BehaviourForm implements Serializable {

		private static final long serialVersionUID = 1L;

		private String name;
		private String atOne;
		private String atFive;
		private String atSeven;
		private String atTen;
		private boolean inRenewal = true;

		public boolean isInRenewal() {
			return inRenewal;
		}

		public void setInRenewal(boolean inRenewal) {
			this.inRenewal = inRenewal;
		}

		public String getName() {
			return name;
		}

		public void setName(String name) {
			this.name = name;
		}

		public String getAtOne() {
			return atOne;
		}

		public void setAtOne(String text) {
			atOne = text;
		}

		public String getAtFive() {
			return atFive;
		}

		public void setAtFive(String text) {
			atFive = text;
		}

		public String getAtSeven() {
			return atSeven;
		}

		public void setAtSeven(String text) {
			atSeven = text;
		}

		public String getAtTen() {
			return atTen;
		}

		public void setAtTen(String text) {
			atTen = text;
		}
	}

	/** An exit criterion as it is typed. */
	public static class CriterionForm implements Serializable {

		private static final long serialVersionUID = 1L;

		private String wording;
		private Evidence evidence = Evidence.ON_FILE;

		public String getWording() {
			return wording;
		}

		public void setWording(String wording) {
			this.wording = wording;
		}

		public Evidence getEvidence() {
			return evidence;
		}

		public void setEvidence(Evidence evidence) {
			this.evidence = evidence;
		}
	}

	@Inject
	private CertificationService certifications;

	@Inject
	private ListAddress list;

	private final String formKey = UUID.randomUUID().toString();
	private final List<BehaviourForm> behaviours = new ArrayList<>();
	private final List<CriterionForm> criteria = new ArrayList<>();
	private CertificationPage page;
	private List<CertificationPage.Stage> stages;
	private String title;
	private CertificationVersion.Level level = CertificationVersion.Level.BASE;
	private String stage;
	private String scenario;
	private int minutes = 30;
	private ResultRule rule = ResultRule.MEAN;
	private BigDecimal passMark = new BigDecimal("7");
	private BigDecimal floor;
	private int evaluators = 1;
	private Integer validMonths = 12;
	private int renewalDays = 30;
	private Integer renewalMinutes;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		stages = certifications.choosableStages();
		var id = list.number("certification");
		if (id == null) {
			addBehaviour();
			return;
		}
		page = certifications.certification(id, null);
		title = page.title();
		level = page.level();
		stage = page.stage() == null ? null : page.stage().code();
		scenario = page.scenario();
		minutes = page.minutes();
		rule = page.rule();
		passMark = page.passMark();
		floor = page.floor();
		evaluators = page.evaluators();
		validMonths = page.validMonths();
		renewalDays = page.renewalDays();
		renewalMinutes = page.renewalMinutes();
		for (var one : page.behaviours()) {
			var form = new BehaviourForm();
			form.name = one.name();
			form.atOne = one.atOne();
			form.atFive = one.atFive();
			form.atSeven = one.atSeven();
			form.atTen = one.atTen();
			form.inRenewal = one.inRenewal();
			behaviours.add(form);
		}
		for (var one : page.criteria()) {
			var form = new CriterionForm();
			form.wording = one.wording();
			form.evidence = one.evidence();
			criteria.add(form);
		}
	}

	public void addBehaviour() {
		behaviours.add(new BehaviourForm());
	}

	public void removeBehaviour(int index) {
		behaviours.remove(index);
	}

	public void addCriterion() {
		criteria.add(new CriterionForm());
	}

	public void removeCriterion(int index) {
		criteria.remove(index);
	}

	public void publish() {
		var id = certifications.publish(new CertificationService.WriteCertification(page == null ? null : page.id(), page == null ? null : page.versionNo(), title, level, stage, scenario, minutes, rule,
				passMark, floor, evaluators, validMonths, renewalDays, renewalMinutes,
				behaviours.stream().map(one -> new CertificationPage.Behaviour(one.name, one.atOne, one.atFive, one.atSeven, one.atTen, one.inRenewal)).toList(),
				criteria.stream().map(one -> new ExitCriteria.Criterion(one.wording, one.evidence)).toList(), formKey));
		Done.at("/training/certification?certification=" + id, "training.cert.done.published");
	}

	public void retire(boolean retired) {
		certifications.retire(page.id(), retired);
		Done.at("/training/certification?certification=" + page.id(), retired ? "training.cert.done.retired" : "training.cert.done.reopened");
	}

	public CertificationPage getPage() {
		return page;
	}

	public List<CertificationPage.Stage> getStages() {
		return stages;
	}

	public CertificationVersion.Level[] getLevels() {
		return CertificationVersion.Level.values();
	}

	public ResultRule[] getRules() {
		return ResultRule.values();
	}

	/** Only what somebody else can inspect. */
	public List<Evidence> getEvidences() {
		return List.of(Evidence.ON_FILE, Evidence.BUYER_CONFIRMS);
	}

	public List<BehaviourForm> getBehaviours() {
		return behaviours;
	}

	public List<CriterionForm> getCriteria() {
		return criteria;
	}

	public String getTitle() {
		return title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public CertificationVersion.Level getLevel() {
		return level;
	}

	public void setLevel(CertificationVersion.Level level) {
		this.level = level;
	}

	public String getStage() {
		return stage;
	}

	public void setStage(String stage) {
		this.stage = stage;
	}

	public String getScenario() {
		return scenario;
	}

	public void setScenario(String scenario) {
		this.scenario = scenario;
	}

	public int getMinutes() {
		return minutes;
	}

	public void setMinutes(int minutes) {
		this.minutes = minutes;
	}

	public ResultRule getRule() {
		return rule;
	}

	public void setRule(ResultRule rule) {
		this.rule = rule;
	}

	public BigDecimal getPassMark() {
		return passMark;
	}

	public void setPassMark(BigDecimal passMark) {
		this.passMark = passMark;
	}

	public BigDecimal getFloor() {
		return floor;
	}

	public void setFloor(BigDecimal floor) {
		this.floor = floor;
	}

	public int getEvaluators() {
		return evaluators;
	}

	public void setEvaluators(int evaluators) {
		this.evaluators = evaluators;
	}

	public Integer getValidMonths() {
		return validMonths;
	}

	public void setValidMonths(Integer validMonths) {
		this.validMonths = validMonths;
	}

	public int getRenewalDays() {
		return renewalDays;
	}

	public Integer getRenewalMinutes() {
		return renewalMinutes;
	}

	public void setRenewalMinutes(Integer renewalMinutes) {
		this.renewalMinutes = renewalMinutes;
	}

	public void setRenewalDays(int renewalDays) {
		this.renewalDays = renewalDays;
	}
}
