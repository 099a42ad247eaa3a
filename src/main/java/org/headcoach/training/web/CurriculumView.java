package org.headcoach.training.web;

import java.io.Serializable;
import java.util.List;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.CertificationService.Evaluator;
import org.headcoach.training.CurriculumPage;
import org.headcoach.training.CurriculumService;
import org.headcoach.training.MaterialKind;
import org.headcoach.training.QuestionBankService;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

/** A curriculum as a trainer edits it: one session or one task at a time. */
@Named
@ViewScoped
public class CurriculumView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private CurriculumService curricula;

	@Inject
	private QuestionBankService bank;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private CurriculumPage page;
	private List<Evaluator> teachers;
	private List<QuestionBankService.PartRow> parts;
	private CurriculumPage.Session session;
	private CurriculumPage.Task task;
	private boolean editsSession;
	private boolean editsTask;
	private String name;
	private boolean retired;
	private String title;
	private String about;
	private int minutes;
	private String teacher;
	private Long partId;
	private Long after;
	private int dueDays;
	private MaterialKind kind = MaterialKind.LINK;
	private String materialTitle;
	private String materialAddress;
	private String materialWords;
	private transient Part file;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("curriculum");
		if (id == null) {
			throw new NotHereException("No curriculum is asked for");
		}
		page = curricula.curriculum(id);
		name = page.title();
		retired = page.retired();
		var sessionId = list.number("session");
		var taskId = list.number("task");
		if (sessionId != null) {
			editsSession = true;
			session = page.sessions().stream().filter(one -> one.id() == sessionId).findFirst().orElse(null);
			if (session == null && sessionId != 0) {
				throw new NotHereException("No session " + sessionId);
			}
			teachers = curricula.teachers();
			parts = bank.parts();
			title = session == null ? null : session.title();
			about = session == null ? null : session.about();
			minutes = session == null ? CurriculumService.DEEP_MINUTES : session.minutes();
			teacher = session == null ? null : session.teacherKey();
		} else if (taskId != null) {
			editsTask = true;
			task = page.tasks().stream().filter(one -> one.id() == taskId).findFirst().orElse(null);
			if (task == null && taskId != 0) {
				throw new NotHereException("No task " + taskId);
			}
			title = task == null ? null : task.title();
			about = task == null ? null : task.about();
			after = task == null ? null : task.sessionId();
			dueDays = task == null ? 7 : task.dueDays();
		}
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), page.withoutTeacher() == 0 ? "learn.curriculum.answer" : "learn.curriculum.answer.open", page.sessions().size(), page.minutes() / 60.0, page.tasks().size(),
				page.withoutTeacher());
	}

	private String address() {
		return "/training/curriculum?curriculum=" + page.id();
	}

	public void rename() {
		curricula.change(page.id(), name, retired);
		Done.at(address(), "learn.done.saved");
	}

	public void saveSession() {
		var id = curricula.writeSession(new CurriculumService.WriteSession(page.id(), session == null ? null : session.id(), session == null ? null : session.version(), session == null ? partId : session.partId(), title,
				about, minutes, teacher));
		Done.at(address() + "&session=" + id, "learn.done.saved");
	}

	public void move(long id, boolean up) {
		curricula.moveSession(page.id(), id, up);
		Done.here("learn.done.moved");
	}

	public void removeSession() {
		curricula.removeSession(page.id(), session.id());
		Done.at(address(), "learn.done.removed");
	}

	public void addMaterial() {
		curricula.addMaterial(new CurriculumService.AddMaterial(session.id(), kind, materialTitle, materialAddress, materialWords, Uploaded.name(file), Uploaded.content(file)));
		Done.here("learn.done.material");
	}

	public void removeMaterial(long id) {
		curricula.removeMaterial(id);
		Done.here("learn.done.removed");
	}

	public void saveTask() {
		var id = curricula.writeTask(new CurriculumService.WriteTask(page.id(), task == null ? null : task.id(), task == null ? null : task.version(), after, title, about, dueDays));
		Done.at(address() + "&task=" + id, "learn.done.saved");
	}

	public void removeTask() {
		curricula.removeTask(page.id(), task.id());
		Done.at(address(), "learn.done.removed");
	}

	public MaterialKind[] getKinds() {
		return MaterialKind.values();
	}

	public CurriculumPage getPage() {
		return page;
	}

	public List<Evaluator> getTeachers() {
		return teachers;
	}

	public List<QuestionBankService.PartRow> getParts() {
		return parts;
	}

	public CurriculumPage.Session getSession() {
		return session;
	}

	public CurriculumPage.Task getTask() {
		return task;
	}

	public boolean isEditsSession() {
		return editsSession;
	}

	public boolean isEditsTask() {
		return editsTask;
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public boolean isRetired() {
		return retired;
	}

	public void setRetired(boolean retired) {
		this.retired = retired;
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

	public int getMinutes() {
		return minutes;
	}

	public void setMinutes(int minutes) {
		this.minutes = minutes;
	}

	public String getTeacher() {
		return teacher;
	}

	public void setTeacher(String teacher) {
		this.teacher = teacher;
	}

	public Long getPartId() {
		return partId;
	}

	public void setPartId(Long partId) {
		this.partId = partId;
	}

	public Long getAfter() {
		return after;
	}

	public void setAfter(Long after) {
		this.after = after;
	}

	public int getDueDays() {
		return dueDays;
	}

	public void setDueDays(int dueDays) {
		this.dueDays = dueDays;
	}

	public MaterialKind getKind() {
		return kind;
	}

	public void setKind(MaterialKind kind) {
		this.kind = kind;
	}

	public String getMaterialTitle() {
		return materialTitle;
	}

	public void setMaterialTitle(String materialTitle) {
		this.materialTitle = materialTitle;
	}

	public String getMaterialAddress() {
		return materialAddress;
	}

	public void setMaterialAddress(String materialAddress) {
		this.materialAddress = materialAddress;
	}

	public String getMaterialWords() {
		return materialWords;
	}

	public void setMaterialWords(String materialWords) {
		this.materialWords = materialWords;
	}

	public Part getFile() {
		return file;
	}

	public void setFile(Part file) {
		this.file = file;
	}
}
