package org.headcoach.training.web;

import java.util.List;
import java.util.stream.IntStream;

import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.ExamRunsException;
import org.headcoach.training.MethodologyPage;
import org.headcoach.training.MethodologyService;
import org.headcoach.training.engine.Methodology;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How buyers buy, how we sell, whom we spend time on: the methodology on one page. */
@Named
@RequestScoped
public class MethodologyView {

	@Inject
	private MethodologyService methodology;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private MethodologyPage page;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var no = list.number("version");
		try {
			page = methodology.methodology(no == null ? null : no.intValue());
		} catch (ExamRunsException runs) {
			LearnWords.backToExam(runs);
		}
	}

	public String getAnswer() {
		return page.content() == null ? Messages.html(here.getLocale(), "learn.method.answer.none")
				: Messages.html(here.getLocale(), "learn.method.answer", page.content().journey().size(), page.content().process().size(), page.content().fields().size(), matrix());
	}

	private String matrix() {
		return Messages.text(here.getLocale(), "learn.matrix." + page.content().matrix());
	}

	/** A stage of the journey with the stages of the process that serve it. */
	public record Row(int no, Methodology.JourneyStage stage, List<Methodology.ProcessStage> process) {
	}

	public List<Row> getRows() {
		var journey = page.content().journey();
		return IntStream.range(0, journey.size())
				.mapToObj(i -> new Row(i + 1, journey.get(i), page.content().process().stream().filter(stage -> stage.follows() != null && stage.follows() == i).toList())).toList();
	}

	/** Stages of a draft that follow nothing yet. */
	public List<Methodology.ProcessStage> getLoose() {
		return page.content().process().stream().filter(stage -> stage.follows() == null).toList();
	}

	public long questions(Long partId) {
		return partId == null ? 0 : page.questions().getOrDefault(partId, 0L);
	}

	public MethodologyPage getPage() {
		return page;
	}
}
