package org.headcoach.training.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.ExamPage;
import org.headcoach.training.ExamService;
import org.headcoach.training.ExamService.Candidate;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One exam at the trainer's desk: who sits it and how they stand. */
@Named
@ViewScoped
public class ExamView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private ExamService exams;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private ExamPage page;
	private List<Candidate> candidates;
	private Map<String, Long> teams;
	private List<Long> people;
	private List<Long> chosenTeams;
	private LocalDate dueOn;
	private Long personId;
	private Integer extra = 25;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("exam");
		if (id == null) {
			throw new NotHereException("No exam is asked for");
		}
		page = exams.exam(id);
		candidates = exams.candidates();
		teams = candidates.stream().filter(one -> one.teamId() != null).collect(Collectors.toMap(Candidate::team, Candidate::teamId, (one, same) -> one, TreeMap::new));
		teams = new LinkedHashMap<>(teams);
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "training.exam.answer." + page.state(), page.assigned(), page.passed(), page.lacking().size());
	}

	public void open() {
		exams.open(page.id());
		Done.here("training.exam.done.opened");
	}

	public void close() {
		exams.close(page.id());
		Done.here("training.exam.done.closed");
	}

	public void assign() {
		Done.here("training.exam.done.assigned", exams.assign(page.id(), people == null ? List.of() : people, chosenTeams == null ? List.of() : chosenTeams, dueOn));
	}

	public void accommodate() {
		exams.accommodate(page.id(), personId, extra);
		Done.here("training.exam.done.extra");
	}

	public void withdraw(long person) {
		exams.withdraw(page.id(), person);
		Done.here("training.exam.done.withdrawn");
	}

	public ExamPage getPage() {
		return page;
	}

	public List<Candidate> getCandidates() {
		return candidates;
	}

	public Map<String, Long> getTeams() {
		return teams;
	}

	public List<Long> getPeople() {
		return people;
	}

	public void setPeople(List<Long> people) {
		this.people = people;
	}

	public List<Long> getChosenTeams() {
		return chosenTeams;
	}

	public void setChosenTeams(List<Long> chosenTeams) {
		this.chosenTeams = chosenTeams;
	}

	public LocalDate getDueOn() {
		return dueOn;
	}

	public void setDueOn(LocalDate dueOn) {
		this.dueOn = dueOn;
	}

	public Long getPersonId() {
		return personId;
	}

	public void setPersonId(Long personId) {
		this.personId = personId;
	}

	public Integer getExtra() {
		return extra;
	}

	public void setExtra(Integer extra) {
		this.extra = extra;
	}
}
