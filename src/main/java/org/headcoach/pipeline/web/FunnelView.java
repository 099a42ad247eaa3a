package org.headcoach.pipeline.web;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.headcoach.pipeline.Feed;
import org.headcoach.pipeline.FeedRule;
import org.headcoach.pipeline.FigurePages.FunnelVersion;
import org.headcoach.pipeline.FigurePages.FunnelsPage;
import org.headcoach.pipeline.FigurePages.PreviewLine;
import org.headcoach.pipeline.FigureService;
import org.headcoach.pipeline.Funnel;
import org.headcoach.pipeline.MetricsAtRisk.PlanAtRisk;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The funnel's settings: the steps of a sales process, what feeds them, and what last month would look like. */
@Named
@ViewScoped
public class FunnelView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A step being edited. */
	public static class Draft implements Serializable {

		private static final long serialVersionUID = 1L;

		private final String code;
		private final String standardName;
		private String name;
		private Feed fedBy;
		private String type;
		private FeedRule rule;
		private String values;

		Draft(Funnel.Step step, String standardName) {
			code = step.code();
			this.standardName = step.name() == null ? standardName : null;
			name = step.name() == null ? standardName : step.name();
			fedBy = step.fedBy();
			type = step.feedValue();
			rule = step.rule();
			values = String.join("; ", step.values());
		}

		/** A standard step whose name nobody touched keeps following the reader's language. */
		Funnel.Step step() {
			var said = values == null ? List.<String>of() : Arrays.stream(values.split(";")).map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
			return new Funnel.Step(code, standardName != null && standardName.equals(name) ? null : name, fedBy, fedBy == Feed.ACTIVITY ? type : null,
					fedBy == Feed.ACTIVITY ? rule : fedBy == Feed.DEALS_IN_STAGE ? FeedRule.ONLY : FeedRule.ALL, isValued() ? said : List.of());
		}

		/** Whether outcomes or stages are named. */
		public boolean isValued() {
			return fedBy == Feed.DEALS_IN_STAGE || fedBy == Feed.ACTIVITY && rule != FeedRule.ALL;
		}

		public boolean isActivity() {
			return fedBy == Feed.ACTIVITY;
		}

		public String getName() {
			return name;
		}

		public void setName(String name) {
			this.name = name;
		}

		public Feed getFedBy() {
			return fedBy;
		}

		public void setFedBy(Feed fedBy) {
			this.fedBy = fedBy;
		}

		public String getType() {
			return type;
		}

		public void setType(String type) {
			this.type = type;
		}

		public FeedRule getRule() {
			return rule;
		}

		public void setRule(FeedRule rule) {
			this.rule = rule;
		}

		public String getValues() {
			return values;
		}

		public void setValues(String values) {
			this.values = values;
		}
	}

	/** So many plans are named, the others are counted. */
	private static final int MOST_NAMED = 6;

	@Inject
	private FigureService figures;

	@Inject
	private FigureTexts texts;

	@Inject
	private Here here;

	private FunnelsPage page;
	private FunnelVersion read;
	private String name;
	private boolean main;
	private String segment;
	private String dealPipeline;
	private List<Draft> steps;
	private List<PreviewLine> preview;
	private List<PlanAtRisk> atRisk = List.of();
	private List<PlanAtRisk> atRiskWithout = List.of();
	private YearMonth previewMonth;
	private long monthsDue;
	private long monthsAtFirst;
	private int added;

	@PostConstruct
	void load() {
		page = figures.funnelsPage();
		monthsDue = figures.asOf().monthsDue();
		monthsAtFirst = monthsDue;
		previewMonth = YearMonth.from(here.getToday()).minusMonths(1);
		var wanted = ((HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest()).getParameter("process");
		if ("new".equals(wanted)) {
			var standard = page.funnels().get(0).funnel();
			edit(new FunnelVersion(new Funnel(null, "", false, null, null, List.of()), 0));
			standard.steps().forEach(step -> steps.add(new Draft(new Funnel.Step(nextCode(), texts.name(step), step.fedBy(), step.feedValue(), step.rule(), step.values()), null)));
		} else {
			edit(wanted == null ? page.funnels().get(0) : page.funnels().stream().filter(each -> String.valueOf(each.funnel().id()).equals(wanted)).findFirst()
					.orElseThrow(() -> new NotHereException("No sales process " + wanted)));
		}
	}

	private void edit(FunnelVersion version) {
		read = version;
		var funnel = version.funnel();
		name = funnel.name();
		main = funnel.main();
		segment = funnel.segment();
		dealPipeline = funnel.dealPipeline();
		atRiskWithout = isRemovable() ? figures.plansAtRiskWithout(funnel.id()) : List.of();
		steps = new ArrayList<>(funnel.steps().stream().map(step -> new Draft(step, texts.name(step))).toList());
	}

	/** Only has to differ from the codes that are known; saving gives the step its own. */
	private String nextCode() {
		return "new-" + ++added;
	}

	private Funnel draft() {
		return new Funnel(read.funnel().id(), name, main, segment, dealPipeline, steps.stream().map(Draft::step).toList());
	}

	public void add() {
		steps.add(new Draft(new Funnel.Step(nextCode(), "", Feed.ACTIVITY, null, FeedRule.ALL, List.of()), null));
		ask();
	}

	public void remove(int index) {
		steps.remove(index);
		ask();
	}

	public void up(int index) {
		steps.add(index - 1, steps.remove(index));
		ask();
	}

	public void down(int index) {
		up(index + 1);
	}

	private void ask() {
		preview = null;
		atRisk = figures.plansAtRisk(draft());
	}

	public void preview() {
		ask();
		preview = figures.preview(draft(), previewMonth, texts::name);
	}

	/** Fields that depend on another one appear. */
	public void changed() {
		ask();
	}

	public String save() {
		var id = figures.define(draft(), read.version(), texts::name);
		return tell("pipeline.funnel.saved", id);
	}

	public String removeProcess() {
		figures.remove(read.funnel().id());
		return tell("pipeline.funnel.removed", null);
	}

	private String tell(String key, Long id) {
		var faces = FacesContext.getCurrentInstance();
		faces.getExternalContext().getFlash().setKeepMessages(true);
		faces.addMessage(null, new FacesMessage(texts.of(key)));
		return "/pipeline/funnel.xhtml?faces-redirect=true" + (id == null ? "" : "&process=" + id);
	}

	/** How far the figures are counted anew. */
	public void look() {
		monthsDue = figures.asOf().monthsDue();
		monthsAtFirst = Math.max(monthsAtFirst, monthsDue);
	}

	public long getMonthsDue() {
		return monthsDue;
	}

	public long getMonthsDone() {
		return monthsAtFirst - monthsDue;
	}

	public long getMonthsAtFirst() {
		return monthsAtFirst;
	}

	public boolean isCounting() {
		return monthsDue > 0;
	}

	public FunnelsPage getPage() {
		return page;
	}

	public FunnelVersion getRead() {
		return read;
	}

	public boolean isRemovable() {
		return read.funnel().id() != null && !read.funnel().main();
	}

	public Feed[] getFeeds() {
		return Feed.values();
	}

	public FeedRule[] getRules() {
		return FeedRule.values();
	}

	/** What occurs in the data, and what the standard funnel knows. */
	public List<String> getTypes() {
		var types = new java.util.TreeSet<>(page.types());
		types.addAll(List.of("CALL", "CONNECT", "DISCOVERY", "DEMO", "EMAIL", "MEETING"));
		return List.copyOf(types);
	}

	public List<Draft> getSteps() {
		return steps;
	}

	public List<PreviewLine> getPreview() {
		return preview;
	}

	/** Plans whose target this draft would take away; empty when there are none. */
	public String getAtRisk() {
		return said("pipeline.funnel.at-risk", atRisk);
	}

	/** What saving asks, with those plans where there are any. */
	public String getSaveText() {
		return atRisk.isEmpty() ? texts.of("pipeline.funnel.save.what") : getAtRisk() + " " + texts.of("pipeline.funnel.save.what");
	}

	public String getRemoveText() {
		return atRiskWithout.isEmpty() ? texts.of("pipeline.funnel.remove.what") : said("pipeline.funnel.at-risk", atRiskWithout) + " " + texts.of("pipeline.funnel.remove.what");
	}

	private String said(String key, List<PlanAtRisk> plans) {
		if (plans.isEmpty()) {
			return "";
		}
		var named = plans.stream().limit(MOST_NAMED).map(plan -> texts.of("pipeline.funnel.at-risk.plan", plan.person(), plan.month())).toList();
		var more = plans.size() - named.size();
		return texts.of(key, plans.size(), more == 0 ? named : String.join(", ", named), more);
	}

	public YearMonth getPreviewMonth() {
		return previewMonth;
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public boolean isMain() {
		return main;
	}

	public void setMain(boolean main) {
		this.main = main;
	}

	public String getSegment() {
		return segment;
	}

	public void setSegment(String segment) {
		this.segment = segment;
	}

	public String getDealPipeline() {
		return dealPipeline;
	}

	public void setDealPipeline(String dealPipeline) {
		this.dealPipeline = dealPipeline;
	}
}
