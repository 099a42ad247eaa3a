package org.headcoach.training.web;

import java.util.List;
import java.util.stream.IntStream;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.ListAddress;
import org.headcoach.training.SittingPage;
import org.headcoach.training.SittingService;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Exam mode: all questions stand in the page, one is shown; the page's script saves each answer by {@link SittingServlet} and goes on working while the network does not. */
@Named
@RequestScoped
public class SittingView {

	/** An answer to choose, with the letter that stands before it. */
	public record Choice(int index, String letter, String text) {
	}

	@Inject
	private SittingService sittings;

	@Inject
	private ListAddress list;

	private SittingPage page;

	/** Before the page is written: an attempt that has ended leads to its result. */
	public void load() {
		var id = list.number("attempt");
		if (id == null) {
			throw new NotHereException("No attempt is asked for");
		}
		page = sittings.sitting(id);
		if (page == null) {
			Done.show("/training/result?attempt=" + id);
		}
	}

	public List<Choice> choices(SittingPage.Item item) {
		return IntStream.range(0, item.choices().size()).mapToObj(i -> new Choice(i, i < 26 ? String.valueOf((char) ('A' + i)) : String.valueOf(i + 1), item.choices().get(i))).toList();
	}

	public SittingPage getPage() {
		return page;
	}
}
