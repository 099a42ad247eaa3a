package org.headcoach.training.web;

import java.util.List;

import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.QuestionBankService;
import org.headcoach.training.QuestionBankService.Filter;
import org.headcoach.training.QuestionBankService.PartRow;
import org.headcoach.training.QuestionBankService.QuestionRow;
import org.headcoach.training.engine.Difficulty;
import org.headcoach.training.engine.QuestionKind;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The bank of questions, narrowed by the address. */
@Named
@RequestScoped
public class BankQuestionsView {

	@Inject
	private QuestionBankService bank;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private List<PartRow> parts;
	private List<QuestionRow> rows;
	private Filter filter;
	private String kind = "SALES_PROCESS";
	private String name;

	@PostConstruct
	void load() {
		parts = bank.parts();
		filter = filter(list);
		var found = bank.questions(filter);
		list.counts(found.size());
		rows = found.subList(Math.min(list.getFirst(), found.size()), Math.min(list.getFirst() + ListAddress.SIZE, found.size()));
	}

	static Filter filter(ListAddress list) {
		return new Filter(list.number("part"), list.oneOf(QuestionKind.class, "kind"), list.oneOf(Difficulty.class, "difficulty"), list.text("q"), "true".equals(list.text("retired")));
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), isNarrowed() ? "training.bank.answer.found" : "training.bank.answer", list.getTotal(), parts.size());
	}

	public boolean isNarrowed() {
		return !Filter.NONE.equals(filter);
	}

	public void addPart() {
		bank.addPart(kind, name);
		Done.at("/training/questions", "training.bank.done.part");
	}

	/** The list as it is narrowed, as a file. */
	public String getGiftLink() {
		return list.at("/export/training/questions.gift");
	}

	public List<PartRow> getParts() {
		return parts;
	}

	public List<QuestionRow> getRows() {
		return rows;
	}

	public Filter getFilter() {
		return filter;
	}

	public QuestionKind[] getKinds() {
		return QuestionKind.values();
	}

	public Difficulty[] getDifficulties() {
		return Difficulty.values();
	}

	public String getKind() {
		return kind;
	}

	public void setKind(String kind) {
		this.kind = kind;
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}
}
