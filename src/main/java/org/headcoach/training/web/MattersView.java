package org.headcoach.training.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.MattersPage;
import org.headcoach.training.MattersPage.Kind;
import org.headcoach.training.MattersPage.Line;
import org.headcoach.training.MattersPage.Measure;
import org.headcoach.training.MattersService;
import org.headcoach.training.engine.Foresight;
import org.headcoach.training.engine.Foresight.Reading;
import org.headcoach.training.engine.LaterWork;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Does training matter? What its results told about later work, and what they did not. */
@Named
@RequestScoped
public class MattersView {

	@Inject
	private MattersService matters;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private MattersPage page;

	public void load() {
		page = matters.matters(list.oneOf(Measure.class, "measure"));
	}

	public MattersPage getPage() {
		return page;
	}

	public List<Measure> getMeasures() {
		return List.of(Measure.values());
	}

	/** The honest verdict. */
	public String getAnswer() {
		var said = page.wholes().stream().filter(line -> line.foresight().reading().isSaid()).toList();
		var telling = said.stream().filter(line -> line.foresight().reading() == Reading.MORE_WAS_BETTER).toList();
		var backwards = said.stream().filter(line -> line.foresight().reading() == Reading.LESS_WAS_BETTER).toList();
		if (said.isEmpty()) {
			return html("answer.too-few", Foresight.REFUSED_BELOW, page.wholes().stream().mapToInt(line -> line.foresight().people()).max().orElse(0));
		}
		var pieces = page.telling().stream().filter(line -> line.foresight().reading() == Reading.MORE_WAS_BETTER).map(Line::name).distinct().limit(2).toList();
		if (telling.isEmpty()) {
			return html(backwards.isEmpty() ? "answer.cannot-tell" : "answer.backwards", said.size(), backwards.stream().map(Line::name).toList(), pieces.size(), pieces);
		}
		return html("answer.tells", telling.size(), said.size(), telling.stream().map(Line::name).toList(), pieces.size(), pieces, backwards.size(), backwards.stream().map(Line::name).toList());
	}

	/** Whether training told more than hiring did, where both can be said. */
	public String getCompared() {
		var pairs = page.before();
		var best = IntStream.range(0, pairs.size() / 2).map(i -> 2 * i).filter(i -> pairs.get(i).foresight().rank() != null && pairs.get(i + 1).foresight().rank() != null).boxed()
				.max(Comparator.comparing(i -> pairs.get(i).foresight().rank()));
		if (best.isEmpty()) {
			return text("compared.unknown");
		}
		var training = pairs.get(best.get()).foresight();
		var hiring = pairs.get(best.get() + 1).foresight();
		var overlap = training.interval().low() <= hiring.interval().high() && hiring.interval().low() <= training.interval().high();
		return text(overlap ? "compared.alike" : training.rank() > hiring.rank() ? "compared.more" : "compared.less", pairs.get(best.get()).name());
	}

	/** What has to be known before believing it, in sentences. */
	public List<String> getCautions() {
		var all = new java.util.ArrayList<String>();
		for (var caution : Foresight.Caution.values()) {
			var lines = page.subjects().stream().filter(line -> line.kind().isWhole() && line.foresight().cautions().contains(caution)).toList();
			if (!lines.isEmpty()) {
				all.add(text("caution." + caution, lines.size(), lines.stream().mapToInt(line -> line.foresight().without()).sum(), Foresight.REFUSED_BELOW, Foresight.WARNED_BELOW));
			}
		}
		all.add(text("caution.stayed"));
		if (page.expectedByChance() >= 0.5) {
			all.add(text("caution.many", Math.round(page.expectedByChance())));
		}
		all.add(text("method", LaterWork.MONTHS, LaterWork.FEWEST_MONTHS, LaterWork.FEWEST_CASES, LaterWork.FEWEST_PEERS));
		return all;
	}

	/** What a line is, in words. */
	public String kind(Line line) {
		return text("kind." + line.kind(), line.of());
	}

	public String name(Line line) {
		return line.kind() == Kind.SCORE ? text("score." + line.name()) : line.name();
	}

	private String html(String key, Object... arguments) {
		return Messages.html(here.getLocale(), "training-matters." + key, arguments);
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), "training-matters." + key, arguments);
	}
}
