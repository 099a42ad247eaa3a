package org.headcoach.coaching.web;

import java.util.List;

import org.headcoach.coaching.EffectPage;
import org.headcoach.coaching.EffectPage.Pool;
import org.headcoach.coaching.EffectRow;
import org.headcoach.coaching.EffectService;
import org.headcoach.coaching.engine.EffectVerdict;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Did coaching work? The answer over all plans, each plan, and plans pooled by skill, activity and manager. */
@Named
@RequestScoped
public class EffectView {

	/** Strips show changes from minus to plus this; what lies further out ends at the edge. */
	private static final double EDGE = 1.0;

	@Inject
	private EffectService effects;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	@Inject
	private Formats formats;

	@Inject
	private ListAddress list;

	private EffectPage page;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = effects.page(here.getMonth());
		list.counts(page.rows().size());
	}

	/** The plans of the page that the address asks for. */
	public List<EffectRow> getRows() {
		return page.rows().stream().skip(list.getFirst()).limit(ListAddress.SIZE).toList();
	}

	public EffectPage getPage() {
		return page;
	}

	public String getAnswer() {
		var all = page.all();
		if (page.rows().isEmpty()) {
			return page.nextClose() == null ? html("coaching.effect.answer.none") : html("coaching.effect.answer.none-yet", page.nextClose());
		}
		return switch (all.verdict()) {
			case BETTER -> html("coaching.effect.answer.better", change(all.improvement()), all.measured(), change(all.low()), change(all.high()));
			case WORSE -> html("coaching.effect.answer.worse", change(all.improvement()), all.measured(), change(all.low()), change(all.high()));
			case CANNOT_TELL -> html("coaching.effect.answer.cannot-tell", change(all.improvement()), all.measured(), change(all.low()), change(all.high()));
			case NOT_ENOUGH_DATA -> html("coaching.effect.answer.not-enough", all.measured());
		};
	}

	private String html(String key, Object... arguments) {
		return Messages.html(here.getLocale(), key, arguments);
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}

	/** +12 %, −4 %; +0.3 % rather than 0 %, for on which side of nothing an end lies is what decides. */
	public String change(Double relative) {
		return relative == null ? Formats.NOTHING : formats.signed(relative * 100, Math.abs(relative * 100) < 0.5 ? 1 : 0) + "\u00a0%";
	}

	/** "9 of 64, 14 %", or the average with its n. */
	public String figure(EffectRow row, boolean after) {
		var n = after ? row.trialsAfter() : row.trialsBefore();
		return wording.figure(row.metric(), after ? row.plainAfter() : row.plainBefore()) + ", " + basis(row, after ? row.countAfter() : row.countBefore(), n);
	}

	private String basis(EffectRow row, Long count, long n) {
		return switch (row.kind()) {
			case CONVERSION, CHURN -> text("coaching.effect.of", count == null ? 0 : count, n);
			default -> text("coaching.effect.n", n, wording.unit(row.metric()));
		};
	}

	/** The strip's shape: sure on the good or the bad side, in line where nobody can tell, dotted without data. */
	public String shape(EffectVerdict verdict, boolean lowerIsBetter) {
		return switch (verdict) {
			case BETTER -> lowerIsBetter ? "BELOW" : "ABOVE";
			case WORSE -> lowerIsBetter ? "ABOVE" : "BELOW";
			case CANNOT_TELL -> "IN_LINE";
			case NOT_ENOUGH_DATA -> "NOT_ENOUGH_DATA";
		};
	}

	/** Better: triangle up, worse: triangle down, whatever the metric's own direction. */
	public String mark(EffectVerdict verdict) {
		return switch (verdict) {
			case BETTER -> "hc-above hc-sure";
			case WORSE -> "hc-below hc-sure";
			case CANNOT_TELL, NOT_ENOUGH_DATA -> "hc-few hc-few";
		};
	}

	public String verdict(EffectVerdict verdict) {
		return text("coaching.effect.verdict." + verdict);
	}

	public double getLeast() {
		return -EDGE;
	}

	public double getMost() {
		return EDGE;
	}

	/** Within the strip's edges. */
	public Double inside(Double relative) {
		return relative == null ? null : (Double) Math.max(-EDGE, Math.min(EDGE, relative));
	}

	/** What a strip says to those who cannot see it. */
	public String strip(Double change, Double low, Double high) {
		return text("coaching.effect.strip", change(change), change(low), change(high));
	}

	/** Activity kinds are codes; their names are texts. */
	public String activity(Pool pool) {
		return text("coaching.activity." + pool.name());
	}

	public List<EffectVerdict> getVerdicts() {
		return List.of(EffectVerdict.values());
	}
}
