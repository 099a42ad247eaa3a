package org.headcoach.training.web;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.SurveyService;
import org.headcoach.training.SurveyService.SurveyPage;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One's own answer: the parts in order, and what was missing. */
@Named
@ViewScoped
public class SurveyView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A part where it stands now. */
	public record Item(int index, String name) implements Serializable {
	}

	@Inject
	private SurveyService surveys;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private SurveyPage page;
	private String order;
	private String missing;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("survey");
		if (id == null) {
			throw new NotHereException("No survey is asked for");
		}
		page = surveys.survey(id);
		order = IntStream.range(0, page.parts().size()).mapToObj(String::valueOf).collect(Collectors.joining(","));
	}

	public void send() {
		surveys.answer(new SurveyService.Answer(page.id(), indexes(), missing));
		Done.at("/training/survey?survey=" + page.id(), "training-matters.survey.done.answered");
	}

	/** What the page says; anything else is no order. */
	private List<Integer> indexes() {
		return order != null && order.matches("\\d{1,4}(,\\d{1,4})*") ? Arrays.stream(order.split(",")).map(Integer::valueOf).toList() : List.of();
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "training-matters.survey.own." + (page.answered() ? "answered" : page.open() ? "answer" : "over"));
	}

	public boolean isOpen() {
		return page.open() && !page.answered();
	}

	/** In the order of the form, also after a refusal. */
	public List<Item> getItems() {
		return indexes().stream().filter(index -> index < page.parts().size()).map(index -> new Item(index, page.parts().get(index))).toList();
	}

	public int getFewest() {
		return SurveyService.FEWEST - 1;
	}

	public SurveyPage getPage() {
		return page;
	}

	public String getOrder() {
		return order;
	}

	public void setOrder(String order) {
		this.order = order;
	}

	public String getMissing() {
		return missing;
	}

	public void setMissing(String missing) {
		this.missing = missing;
	}
}
