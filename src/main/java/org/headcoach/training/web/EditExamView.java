package org.headcoach.training.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.ListAddress;
import org.headcoach.training.Exam;
import org.headcoach.training.ExamPage;
import org.headcoach.training.ExamService;
import org.headcoach.training.ExamState;
import org.headcoach.training.QuestionBankService;
import org.headcoach.training.QuestionBankService.PartRow;
import org.headcoach.training.Shows;
import org.headcoach.training.engine.Blueprint;
import org.headcoach.training.engine.Difficulty;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The draft of an exam: its blueprint and its rules. */
@Named
@ViewScoped
public class EditExamView implements Serializable {

	private static final long serialVersionUID = 1L;
	private static final int LINES = 8;

	/** A line of the blueprint; without a part it is left out. */
	public static class Row implements Serializable {

		private static final long serialVersionUID = 1L;

		private Long partId;
		private Difficulty difficulty;
		private Integer count;

		public Long getPartId() {
			return partId;
		}

		public void setPartId(Long partId) {
			this.partId = partId;
		}

		public Difficulty getDifficulty() {
			return difficulty;
		}

		public void setDifficulty(Difficulty difficulty) {
			this.difficulty = difficulty;
		}

		public Integer getCount() {
			return count;
		}

		public void setCount(Integer count) {
			this.count = count;
		}
	}

	@Inject
	private ExamService exams;

	@Inject
	private QuestionBankService bank;

	@Inject
	private ListAddress list;

	private final String formKey = UUID.randomUUID().toString();
	private ExamPage page;
	private List<PartRow> parts;
	private final List<Row> rows = new ArrayList<>();
	private String title;
	private String about;
	private Integer minutes = 30;
	private Integer passMark = 80;
	private Integer attempts = 3;
	private Integer waitHours = 24;
	private Integer penalty = 0;
	private Integer validMonths = 12;
	private boolean shuffleQuestions = true;
	private boolean shuffleAnswers = true;
	private boolean noGoingBack;
	private Shows shows = Shows.ANSWERS;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		parts = bank.parts();
		var id = list.number("exam");
		if (id != null) {
			page = exams.exam(id);
			if (page.state() != ExamState.DRAFT) {
				throw new NotHereException("Exam " + id + " is no draft");
			}
			take(page);
		}
		while (rows.size() < LINES) {
			rows.add(new Row());
		}
	}

	private void take(ExamPage of) {
		var rules = of.rules();
		title = rules.title();
		about = rules.about();
		minutes = rules.minutes();
		passMark = rules.passMark();
		attempts = rules.attempts();
		waitHours = rules.waitHours();
		penalty = rules.penalty();
		validMonths = rules.validMonths();
		shuffleQuestions = rules.shuffleQuestions();
		shuffleAnswers = rules.shuffleAnswers();
		noGoingBack = rules.noGoingBack();
		shows = rules.shows();
		of.lines().forEach(line -> {
			var row = new Row();
			row.setPartId(line.partId());
			row.setDifficulty(line.difficulty());
			row.setCount(line.count());
			rows.add(row);
		});
	}

	public void save() {
		var rules = new Exam.Rules(title, about, minutes, passMark, attempts, waitHours, shuffleQuestions, shuffleAnswers, noGoingBack, penalty, shows, validMonths);
		var lines = rows.stream().filter(row -> row.getPartId() != null).map(row -> {
			if (row.getCount() == null) {
				throw new BusinessException("training.error.blueprint");
			}
			return new Blueprint.Line(row.getPartId(), row.getDifficulty(), row.getCount());
		}).toList();
		var id = exams.write(new ExamService.WriteExam(page == null ? null : page.id(), page == null ? null : page.version(), rules, lines, formKey));
		Done.at("/training/exam?exam=" + id, "training.exam.done.saved");
	}

	public ExamPage getPage() {
		return page;
	}

	public List<PartRow> getParts() {
		return parts;
	}

	public Difficulty[] getDifficulties() {
		return Difficulty.values();
	}

	public Shows[] getAllShows() {
		return Shows.values();
	}

	public List<Row> getRows() {
		return rows;
	}

	public String getTitle() {
		return title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public String getAbout() {
		return about;
	}

	public void setAbout(String about) {
		this.about = about;
	}

	public Integer getMinutes() {
		return minutes;
	}

	public void setMinutes(Integer minutes) {
		this.minutes = minutes;
	}

	public Integer getPassMark() {
		return passMark;
	}

	public void setPassMark(Integer passMark) {
		this.passMark = passMark;
	}

	public Integer getAttempts() {
		return attempts;
	}

	public void setAttempts(Integer attempts) {
		this.attempts = attempts;
	}

	public Integer getWaitHours() {
		return waitHours;
	}

	public void setWaitHours(Integer waitHours) {
		this.waitHours = waitHours;
	}

	public Integer getPenalty() {
		return penalty;
	}

	public void setPenalty(Integer penalty) {
		this.penalty = penalty;
	}

	public Integer getValidMonths() {
		return validMonths;
	}

	public void setValidMonths(Integer validMonths) {
		this.validMonths = validMonths;
	}

	public boolean isShuffleQuestions() {
		return shuffleQuestions;
	}

	public void setShuffleQuestions(boolean shuffleQuestions) {
		this.shuffleQuestions = shuffleQuestions;
	}

	public boolean isShuffleAnswers() {
		return shuffleAnswers;
	}

	public void setShuffleAnswers(boolean shuffleAnswers) {
		this.shuffleAnswers = shuffleAnswers;
	}

	public boolean isNoGoingBack() {
		return noGoingBack;
	}

	public void setNoGoingBack(boolean noGoingBack) {
		this.noGoingBack = noGoingBack;
	}

	public Shows getShows() {
		return shows;
	}

	public void setShows(Shows shows) {
		this.shows = shows;
	}
}
