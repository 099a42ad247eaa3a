package org.headcoach.hiring.web;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.hiring.LearningPage;
import org.headcoach.hiring.LearningPage.Answers;
import org.headcoach.hiring.LearningPage.Extreme;
import org.headcoach.hiring.LearningPage.MoveLine;
import org.headcoach.hiring.LearningPage.WeightLine;
import org.headcoach.hiring.LearningService;
import org.headcoach.hiring.LearningService.AcceptWeights;
import org.headcoach.hiring.LearningService.WriteReflection;
import org.headcoach.hiring.engine.AdverseImpact;
import org.headcoach.hiring.engine.Learning;
import org.headcoach.hiring.engine.Learning.Caution;
import org.headcoach.hiring.engine.Outcomes.Measure;
import org.headcoach.hiring.engine.Relation;
import org.headcoach.hiring.engine.Relation.Reading;
import org.headcoach.site.Done;
import org.headcoach.site.ListAddress;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Which scores told who would succeed, what that would change, and whether to change it. */
@Named
@ViewScoped
public class LearnView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** So many names stand in the answer; of more the number. */
	private static final int MOST_NAMED = 4;

	@Inject
	private LearningService learning;

	@Inject
	private LearningWords words;

	@Inject
	private ListAddress list;

	private LearningPage page;
	private String reason;
	private Said best = new Said(new Answers(null, null, null));
	private Said slow = new Said(new Answers(null, null, null));

	/** What is typed into the three questions. */
	public static final class Said implements Serializable {

		private static final long serialVersionUID = 1L;

		private String share;
		private String noMatter;
		private String missing;

		Said(Answers answers) {
			share = answers.share();
			noMatter = answers.noMatter();
			missing = answers.missing();
		}

		Answers answers() {
			return new Answers(share, noMatter, missing);
		}

		public String getShare() {
			return share;
		}

		public void setShare(String share) {
			this.share = share;
		}

		public String getNoMatter() {
			return noMatter;
		}

		public void setNoMatter(String noMatter) {
			this.noMatter = noMatter;
		}

		public String getMissing() {
			return missing;
		}

		public void setMissing(String missing) {
			this.missing = missing;
		}
	}

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = learning.learn(list.number("model"), list.oneOf(Measure.class, "measure"));
		if (page != null) {
			best = new Said(page.notes().best());
			slow = new Said(page.notes().slow());
		}
	}

	public void accept() {
		learning.accept(new AcceptWeights(page.modelId(), page.versionId(), page.measure(), page.proposal().weights().stream().collect(Collectors.toMap(WeightLine::code, WeightLine::after)), reason));
		Done.at("/hiring/learn?model=" + page.modelId() + "&measure=" + page.measure(), "hiring-learning.done.accepted", page.versionNo() + 1);
	}

	public void reflect() {
		learning.reflect(new WriteReflection(page.versionId(), page.notes().version(), best.answers(), slow.answers()));
		Done.at("/hiring/learn?model=" + page.modelId() + "&measure=" + page.measure(), "hiring-learning.done.reflected");
	}

	// ------------------------------------------------------------ what stands there

	public boolean isAnything() {
		return page != null && page.counts().hires() > 0;
	}

	public boolean isLearnt() {
		return page != null && !page.learning().refused();
	}

	public String getAnswer() {
		if (page == null) {
			return words.html("hiring-learning.answer.no-model");
		}
		var learnt = page.learning();
		if (learnt.refused()) {
			return learnt.cautions().contains(Caution.TOO_FEW) ? words.html("hiring-learning.answer.few", learnt.people(), Learning.REFUSED_BELOW) : words.html("hiring-learning.answer.same", learnt.people());
		}
		var more = named(Reading.MORE_WAS_BETTER);
		var less = named(Reading.LESS_WAS_BETTER);
		if (more.isEmpty() && less.isEmpty()) {
			return words.html("hiring-learning.answer.nothing", learnt.people());
		}
		return Stream.of(more.isEmpty() ? words.html("hiring-learning.answer.only-less", learnt.people(), words.all(less), less.size()) : words.html("hiring-learning.answer.more", learnt.people(), words.all(more), more.size()),
				more.isEmpty() || less.isEmpty() ? "" : words.html("hiring-learning.answer.less", words.all(less), less.size())).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
	}

	private List<String> named(Reading reading) {
		var names = getRelations().stream().filter(relation -> relation.reading() == reading).map(this::name).toList();
		return names.size() > MOST_NAMED ? List.of(words.text("hiring-learning.characteristics", names.size())) : names;
	}

	/** The strongest first, those without a figure last. */
	public List<Relation> getRelations() {
		return page.learning().characteristics().stream().sorted(Comparator.comparingDouble((Relation relation) -> relation.rank() == null ? Double.POSITIVE_INFINITY : -relation.rank())).toList();
	}

	public String name(Relation relation) {
		return page.names().get(relation.code());
	}

	/** What a reader has to know, one sentence each, the gravest first. */
	public List<String> getCautions() {
		var learnt = page.learning();
		return Stream.of(Caution.values()).filter(learnt.cautions()::contains).filter(caution -> caution != Caution.TOO_FEW && caution != Caution.SAME_OUTCOMES)
				.map(caution -> words.text("hiring-learning.caution." + caution, learnt.people(), Learning.WARNED_BELOW, Math.round(learnt.expectedByChance() * 10) / 10.0, learnt.characteristics().size())).toList();
	}

	public String getMethod() {
		var learnt = page.learning();
		return words.text(learnt.strength() == 0 ? "hiring-learning.method.plain" : "hiring-learning.method.held", words.decimal(learnt.strength()), words.percent(learnt.explained()));
	}

	public String getTried() {
		var test = page.proposal().backTest();
		return words.text("hiring-learning.back.tried", test.people(), test.places(), test.since());
	}

	/** How well both rank people they have not seen. */
	public String getUnseen() {
		var test = page.proposal().backTest();
		return test.before() == null || test.unseen() == null ? words.text("hiring-learning.back.unseen.unknown", test.hiresKnown(), Learning.REFUSED_BELOW)
				: words.text("hiring-learning.back.unseen", test.hiresKnown(), words.signed(test.before()), words.signed(test.unseen()));
	}

	/** Whether people whom the new weights have not seen would be ranked worse by them. */
	public boolean isWorseUnseen() {
		var test = page.proposal().backTest();
		return test.before() != null && test.unseen() != null && test.unseen() < test.before();
	}

	public String getMissed() {
		var missed = page.proposal().backTest().missed();
		return missed.isEmpty() ? words.text("hiring-learning.back.missed.nobody") : words.text("hiring-learning.back.missed", missed.size(), words.all(missed.stream().map(this::person).toList()));
	}

	public String person(MoveLine move) {
		return move.name() == null ? words.text("hiring-learning.somebody", move.candidacyId()) : move.name();
	}

	public String done(MoveLine move) {
		return words.text(!move.hired() ? "hiring-learning.back.not-hired" : move.done() == null ? "hiring-learning.back.hired" : move.done() ? "hiring-learning.back.did-well" : "hiring-learning.back.did-not");
	}

	public String person(Extreme extreme) {
		return extreme.name() != null ? extreme.name() : words.text(extreme.personId() == null ? "hiring-learning.somebody-else" : "hiring-learning.erased");
	}

	public String outcome(Extreme extreme) {
		return words.outcome(page.measure(), extreme.outcome());
	}

	public String group(AdverseImpact.Group group) {
		return group.name() == null ? words.text("hiring-learning.fair.together") : group.name();
	}

	/** Of the new weights only; what they start from is not this page's proposal. */
	public boolean isUnfair() {
		return page.proposal().impacts().stream().anyMatch(AdverseImpact::flagged);
	}

	public List<Measure> getMeasures() {
		return List.of(Measure.values());
	}

	public LearningPage getPage() {
		return page;
	}

	public String getReason() {
		return reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

	public Said getBest() {
		return best;
	}

	public Said getSlow() {
		return slow;
	}
}
