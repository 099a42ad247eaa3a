package org.headcoach.training.web;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.ClassService;
import org.headcoach.training.engine.Schedule;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A trainer plans a class. */
@Named
@ViewScoped
public class PlanClassView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private ClassService classes;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private final String formKey = UUID.randomUUID().toString();
	private ClassService.Choices choices;
	private Long curriculumId;
	private String title;
	private LocalDate startsOn;
	private List<Long> persons = new ArrayList<>();
	private List<Long> teams = new ArrayList<>();
	private List<String> days = new ArrayList<>();
	private LocalTime from = LocalTime.of(9, 0);
	private LocalTime until = LocalTime.of(17, 0);
	private int aDay = 2;
	private String place;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		choices = classes.choices();
		curriculumId = list.number("curriculum");
		if (curriculumId == null && choices.curricula().size() == 1) {
			curriculumId = choices.curricula().get(0).id();
		}
		startsOn = here.getToday().plusDays(7);
		title = Messages.text(here.getLocale(), "learn.plan.proposed", startsOn);
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), choices.curricula().isEmpty() ? "learn.plan.answer.none" : "learn.plan.answer");
	}

	public void plan() {
		var id = classes.plan(new ClassService.PlanClass(curriculumId, title, startsOn, persons, teams, new Schedule.Rhythm(days.stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()), from, until, aDay), place, formKey));
		Done.at("/training/class?class=" + id, "learn.plan.done");
	}

	/** The days of the week on which the company works. */
	public List<DayOfWeek> getWeek() {
		return here.getCompany().workingDays().stream().sorted().toList();
	}

	public String day(DayOfWeek day) {
		return day.getDisplayName(TextStyle.SHORT, here.getLocale());
	}

	public ClassService.Choices getChoices() {
		return choices;
	}

	public Long getCurriculumId() {
		return curriculumId;
	}

	public void setCurriculumId(Long curriculumId) {
		this.curriculumId = curriculumId;
	}

	public String getTitle() {
		return title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public LocalDate getStartsOn() {
		return startsOn;
	}

	public void setStartsOn(LocalDate startsOn) {
		this.startsOn = startsOn;
	}

	public List<Long> getPersons() {
		return persons;
	}

	public void setPersons(List<Long> persons) {
		this.persons = persons;
	}

	public List<Long> getTeams() {
		return teams;
	}

	public void setTeams(List<Long> teams) {
		this.teams = teams;
	}

	public List<String> getDays() {
		return days;
	}

	public void setDays(List<String> days) {
		this.days = days;
	}

	public LocalTime getFrom() {
		return from;
	}

	public void setFrom(LocalTime from) {
		this.from = from;
	}

	public LocalTime getUntil() {
		return until;
	}

	public void setUntil(LocalTime until) {
		this.until = until;
	}

	public int getDaily() {
		return aDay;
	}

	public void setDaily(int aDay) {
		this.aDay = aDay;
	}

	public String getPlace() {
		return place;
	}

	public void setPlace(String place) {
		this.place = place;
	}
}
