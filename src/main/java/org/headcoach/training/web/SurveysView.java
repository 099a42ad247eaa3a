package org.headcoach.training.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.SurveyService;
import org.headcoach.training.SurveyService.SurveyRow;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The rounds in which people were asked about their training, and the form for another one. */
@Named
@ViewScoped
public class SurveysView implements Serializable {

	private static final long serialVersionUID = 1L;
	private static final int WEEKS = 2;
	private static final int QUARTER = 3;
	private static final List<Integer> ROUNDS = List.of(3, 6);

	@Inject
	private SurveyService surveys;

	@Inject
	private Here here;

	@Inject
	private ListAddress list;

	private final String formKey = UUID.randomUUID().toString();
	private List<SurveyRow> rows;
	private int months;
	private String title;
	private LocalDate from;
	private LocalDate until;
	private LocalDate closes;
	private Integer guests;

	/** Some months after the start: those of the quarter that lies so many months back. */
	public void load() {
		rows = surveys.surveys();
		var asked = list.number("months");
		months = asked != null && ROUNDS.contains(asked.intValue()) ? asked.intValue() : ROUNDS.get(0);
		from = here.getToday().minusMonths(months + QUARTER).plusDays(1);
		until = here.getToday().minusMonths(months);
		closes = here.getToday().plusWeeks(WEEKS);
	}

	public void count() {
		guests = surveys.guests(from, until);
	}

	public void ask() {
		surveys.ask(new SurveyService.Ask(title, from, until, closes, formKey));
		Done.at("/training/surveys", "training-matters.survey.done.asked");
	}

	public String getAnswer() {
		if (rows.isEmpty()) {
			return Messages.html(here.getLocale(), "training-matters.survey.answer.none");
		}
		var last = rows.get(0);
		return Messages.html(here.getLocale(), last.open() ? "training-matters.survey.answer.open" : "training-matters.survey.answer.last", last.title(), last.answered(), last.guests());
	}

	public int getFewest() {
		return SurveyService.FEWEST;
	}

	/** How many months after the start a round asks. */
	public List<Integer> getRounds() {
		return ROUNDS;
	}

	public int getMonths() {
		return months;
	}

	public List<SurveyRow> getRows() {
		return rows;
	}

	public Integer getGuests() {
		return guests;
	}

	public String getTitle() {
		return title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public LocalDate getFrom() {
		return from;
	}

	public void setFrom(LocalDate from) {
		this.from = from;
	}

	public LocalDate getUntil() {
		return until;
	}

	public void setUntil(LocalDate until) {
		this.until = until;
	}

	public LocalDate getCloses() {
		return closes;
	}

	public void setCloses(LocalDate closes) {
		this.closes = closes;
	}
}
