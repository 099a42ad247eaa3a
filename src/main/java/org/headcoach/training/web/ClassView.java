package org.headcoach.training.web;

import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.people.Line;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.CertificationService.Evaluator;
import org.headcoach.training.ClassPage;
import org.headcoach.training.ClassService;
import org.headcoach.training.CurriculumService;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A class: its sessions, who was there, its practicum; and moving a session by hand. */
@Named
@ViewScoped
public class ClassView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private ClassService classes;

	@Inject
	private CurriculumService curricula;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private ClassPage page;
	private List<Line.Place> candidates = List.of();
	private List<Evaluator> teachers = List.of();
	private ClassPage.Lesson moved;
	private LocalDateTime starts;
	private int minutes;
	private String place;
	private String teacher;
	private List<Long> joining = new ArrayList<>();
	private String why;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("class");
		if (id == null) {
			throw new NotHereException("No class is asked for");
		}
		page = classes.page(id);
		if (!page.manages() || page.calledOffWhy() != null) {
			return;
		}
		candidates = classes.choices().people().stream().filter(one -> page.people().stream().noneMatch(person -> person.personId() == one.personId() && !person.left())).toList();
		var lesson = list.number("move");
		if (lesson != null) {
			moved = page.lessons().stream().filter(one -> one.id() == lesson && !one.held()).findFirst().orElseThrow(() -> new NotHereException("No session " + lesson + " to move"));
			teachers = curricula.teachers();
			starts = moved.starts();
			minutes = (int) Duration.between(moved.starts(), moved.ends()).toMinutes();
			place = moved.place();
			teacher = moved.teacherKey();
		}
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "learn.class.answer." + page.state(), page.people().stream().filter(one -> !one.left()).count(), page.held(), page.lessons().size(), page.unattended(), page.waiting(),
				page.startsOn(), page.endsOn(), page.calledOffWhy());
	}

	/** By whose clock the times stand. */
	public String getZone() {
		return here.getCompany().zone().getId();
	}

	public void move() {
		classes.move(new ClassService.MoveLesson(moved.id(), moved.version(), starts, minutes, place, teacher));
		Done.at("/training/class?class=" + page.id(), "learn.class.done.moved", moved.title());
	}

	public void takeIn() {
		Done.at("/training/class?class=" + page.id(), "learn.class.done.added", classes.takeIn(page.id()));
	}

	public void join() {
		classes.join(page.id(), joining);
		Done.at("/training/class?class=" + page.id(), "learn.class.done.joined", joining.size());
	}

	public void leave(long person) {
		classes.leave(page.id(), person);
		Done.at("/training/class?class=" + page.id(), "learn.class.done.left");
	}

	public void callOff() {
		classes.callOff(page.id(), why);
		Done.at("/training/class?class=" + page.id(), "learn.class.done.called-off");
	}

	public ClassPage getPage() {
		return page;
	}

	public List<Line.Place> getCandidates() {
		return candidates;
	}

	public List<Evaluator> getTeachers() {
		return teachers;
	}

	public ClassPage.Lesson getMoved() {
		return moved;
	}

	public LocalDateTime getStarts() {
		return starts;
	}

	public void setStarts(LocalDateTime starts) {
		this.starts = starts;
	}

	public int getMinutes() {
		return minutes;
	}

	public void setMinutes(int minutes) {
		this.minutes = minutes;
	}

	public String getPlace() {
		return place;
	}

	public void setPlace(String place) {
		this.place = place;
	}

	public String getTeacher() {
		return teacher;
	}

	public void setTeacher(String teacher) {
		this.teacher = teacher;
	}

	public List<Long> getJoining() {
		return joining;
	}

	public void setJoining(List<Long> joining) {
		this.joining = joining;
	}

	public String getWhy() {
		return why;
	}

	public void setWhy(String why) {
		this.why = why;
	}
}
