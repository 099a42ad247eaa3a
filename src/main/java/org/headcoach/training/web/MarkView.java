package org.headcoach.training.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.ExamService;
import org.headcoach.training.ExamService.Essay;
import org.headcoach.training.ExamService.MarkPage;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The essays of an attempt are marked along their rubrics. */
@Named
@ViewScoped
public class MarkView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A number that is given. */
	public static class Given implements Serializable {

		private static final long serialVersionUID = 1L;

		private final String text;
		private final BigDecimal most;
		private BigDecimal number;

		Given(String text, BigDecimal most, BigDecimal number) {
			this.text = text;
			this.most = most;
			this.number = number;
		}

		public String getText() {
			return text;
		}

		public BigDecimal getMost() {
			return most;
		}

		public BigDecimal getNumber() {
			return number;
		}

		public void setNumber(BigDecimal number) {
			this.number = number;
		}
	}

	/** An essay with what is given for it. */
	public static class Marking implements Serializable {

		private static final long serialVersionUID = 1L;

		private final Essay essay;
		private final List<Given> given = new ArrayList<>();
		private String remark;

		Marking(Essay essay, String percent) {
			this.essay = essay;
			this.remark = essay.remark();
			for (int i = 0; i < essay.rubric().size(); i++) {
				given.add(new Given(essay.rubric().get(i).text(), essay.rubric().get(i).points(), i < essay.marked().size() ? essay.marked().get(i) : null));
			}
			if (given.isEmpty()) {
				given.add(new Given(percent, BigDecimal.valueOf(100), essay.percent()));
			}
		}

		public Essay getEssay() {
			return essay;
		}

		public List<Given> getGiven() {
			return given;
		}

		public String getRemark() {
			return remark;
		}

		public void setRemark(String remark) {
			this.remark = remark;
		}
	}

	@Inject
	private ExamService exams;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private MarkPage page;
	private List<Marking> rows;
	private String reason;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("attempt");
		if (id == null) {
			throw new NotHereException("No attempt is asked for");
		}
		page = exams.marking(id);
		rows = page.essays().stream().map(essay -> new Marking(essay, Messages.text(here.getLocale(), "training.mark.percent"))).toList();
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "training.mark.answer", page.essays().stream().filter(Essay::waits).count(), page.person());
	}

	/** Marks all essays of the page. */
	public void mark() {
		exams.mark(rows.stream().map(row -> new ExamService.MarkEssay(page.attemptId(), row.getEssay().ordinal(), row.getGiven().stream().map(Given::getNumber).toList(), row.getRemark())).toList());
		Done.at("/training/result?attempt=" + page.attemptId(), "training.mark.done");
	}

	public void takeLate() {
		exams.takeLate(page.attemptId(), reason);
		Done.at("/training/result?attempt=" + page.attemptId(), "training.mark.done.late");
	}

	public MarkPage getPage() {
		return page;
	}

	public List<Marking> getRows() {
		return rows;
	}

	public String getReason() {
		return reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}
}
