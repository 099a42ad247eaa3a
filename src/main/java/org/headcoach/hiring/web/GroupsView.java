package org.headcoach.hiring.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.headcoach.hiring.GroupService;
import org.headcoach.hiring.engine.AdverseImpact;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What candidates say of themselves, recorded and not shown again; what is asked for; how long candidates are kept. */
@Named
@ViewScoped
public class GroupsView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** The answers of a form that leave what is recorded, and take it back. */
	private static final String LEAVE = "";
	private static final String WITHDRAW = "-";

	@Inject
	private GroupService groups;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private GroupService.GroupsPage page;
	private final Map<String, String> said = new HashMap<>();
	private String asked;
	private Integer keepMonths;
	private Integer remindHours;
	private boolean also;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = groups.groups(list.number("candidate"));
		asked = page.dimensions().stream().map(one -> one.name() + ": " + String.join(", ", one.groups())).collect(Collectors.joining("\n"));
		keepMonths = page.keepMonths();
		remindHours = page.remindHours();
	}

	public String getAnswer() {
		return page.candidateId() == null ? Messages.html(here.getLocale(), "hiring.groups.answer", page.keepMonths()) : Messages.html(here.getLocale(), "hiring.groups.answer.of", page.candidate());
	}

	/** Of fewer than ten only that they are few. */
	public String recorded(GroupService.CoverageLine line) {
		return line.recorded() == null ? Messages.text(here.getLocale(), "hiring.groups.few", AdverseImpact.SMALLEST) : Messages.text(here.getLocale(), "hiring.groups.of", line.recorded(), line.candidates());
	}

	public void record() {
		var answers = new ArrayList<GroupService.Answer>();
		said.forEach((dimension, group) -> {
			if (group != null && !group.equals(LEAVE)) {
				answers.add(new GroupService.Answer(dimension, group.equals(WITHDRAW) ? null : group));
			}
		});
		groups.record(new GroupService.RecordGroups(page.candidateId(), answers));
		Done.at("/hiring/candidate?id=" + page.candidateId(), "hiring.groups.recorded");
	}

	public void ask() {
		groups.ask(asked);
		Done.here("hiring.groups.asked");
	}

	public void change() {
		var shortened = groups.change(new GroupService.ChangeSetting(page.version(), keepMonths == null ? 0 : keepMonths, remindHours == null ? -1 : remindHours, also));
		Done.here("hiring.setting.done", shortened);
	}

	public GroupService.GroupsPage getPage() {
		return page;
	}

	public List<GroupService.Dimension> getDimensions() {
		return page.dimensions();
	}

	public Map<String, String> getSaid() {
		return said;
	}

	public String getAsked() {
		return asked;
	}

	public void setAsked(String asked) {
		this.asked = asked;
	}

	public Integer getKeepMonths() {
		return keepMonths;
	}

	public void setKeepMonths(Integer keepMonths) {
		this.keepMonths = keepMonths;
	}

	public Integer getRemindHours() {
		return remindHours;
	}

	public void setRemindHours(Integer remindHours) {
		this.remindHours = remindHours;
	}

	public boolean isAlso() {
		return also;
	}

	public void setAlso(boolean also) {
		this.also = also;
	}
}
