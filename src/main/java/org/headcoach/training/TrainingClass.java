package org.headcoach.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.headcoach.shared.BusinessException;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** People who go through a curriculum together, from a first day on. It is called off with a reason, never deleted; who leaves it keeps what was done there. */
@Entity
@Table(name = "training_class")
class TrainingClass {

	static final int MOST_MEMBERS = 60;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "curriculum_id")
	private long curriculumId;

	private String title;

	@Column(name = "starts_on")
	private LocalDate startsOn;

	private String place;

	@Column(name = "called_off_why")
	private String calledOffWhy;

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "made_by_name")
	private String madeByName;

	@Column(name = "form_key")
	private String formKey;

	@ElementCollection
	@CollectionTable(name = "class_member", joinColumns = @JoinColumn(name = "class_id"))
	@MapKeyColumn(name = "person_id")
	@Column(name = "left_it")
	private Map<Long, Boolean> members = new TreeMap<>();

	@ElementCollection
	@CollectionTable(name = "class_task", joinColumns = @JoinColumn(name = "class_id"))
	@MapKeyColumn(name = "task_id")
	@Column(name = "due_on")
	private Map<Long, LocalDate> dues = new TreeMap<>();

	@Version
	private int version;

	protected TrainingClass() {
	}

	TrainingClass(long curriculumId, String title, LocalDate startsOn, String place, Instant now, String by, String formKey) {
		this.curriculumId = curriculumId;
		this.title = Texts.said(title, 120, "learn.error.title");
		this.startsOn = startsOn;
		this.place = Texts.optional(place, 200);
		this.madeAt = now;
		this.madeByName = by;
		this.formKey = formKey;
	}

	/** @throws BusinessException when there is no room for so many */
	void join(long person) {
		members.put(person, false);
		if (members().size() > MOST_MEMBERS) {
			throw new BusinessException("learn.class.error.members", MOST_MEMBERS);
		}
	}

	void leave(long person) {
		members.replace(person, true);
	}

	/** Who is in it now. */
	Set<Long> members() {
		return members.entrySet().stream().filter(one -> !one.getValue()).map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
	}

	/** Those who have left too. */
	Set<Long> everybody() {
		return new TreeSet<>(members.keySet());
	}

	void due(long task, LocalDate day) {
		dues.put(task, day);
	}

	/** By task. */
	Map<Long, LocalDate> dues() {
		return Map.copyOf(dues);
	}

	void callOff(String why) {
		calledOffWhy = Texts.said(why, 300, "learn.class.error.why");
	}

	boolean isCalledOff() {
		return calledOffWhy != null;
	}

	Long id() {
		return id;
	}

	long curriculumId() {
		return curriculumId;
	}

	String title() {
		return title;
	}

	LocalDate startsOn() {
		return startsOn;
	}

	String place() {
		return place;
	}

	String calledOffWhy() {
		return calledOffWhy;
	}

	Instant madeAt() {
		return madeAt;
	}

	String madeByName() {
		return madeByName;
	}

	String formKey() {
		return formKey;
	}

	int version() {
		return version;
	}
}
