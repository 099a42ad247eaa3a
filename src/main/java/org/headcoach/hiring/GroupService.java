package org.headcoach.hiring;

import static org.headcoach.people.Permission.EDIT_HIRING_MODEL;
import static org.headcoach.people.Permission.HIRE_EVERYWHERE;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.headcoach.hiring.engine.AdverseImpact;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Permission;
import org.headcoach.shared.BusinessException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * What candidates say of themselves for the check of fairness, if they want to, and how long candidates are kept. What is recorded goes in and never comes out beside a person: not on a page, not in an export, not
 * over REST, not in the audit log. The check reads it in sums ({@link AdverseImpact}).
 */
@ApplicationScoped
@Transactional
public class GroupService {

	private static final int MOST_DIMENSIONS = 10;
	private static final int MOST_GROUPS = 20;
	private static final int MOST_MONTHS = 120;
	private static final int MOST_HOURS = 336;

	/** What is asked for, with the answers that can be given. */
	public record Dimension(String name, List<String> groups) implements Serializable {
	}

	/** How many have an answer recorded. @param recorded null below {@link AdverseImpact#SMALLEST} */
	public record CoverageLine(String dimension, Long recorded, long candidates) implements Serializable {
	}

	/**
	 * @param candidateId whose answers can be recorded; null where nobody was chosen
	 * @param mayChange whether the account may change what is asked for and how long candidates are kept
	 */
	public record GroupsPage(Long candidateId, String candidate, List<Dimension> dimensions, List<CoverageLine> coverage, int keepMonths, int remindHours, int version, boolean mayChange) implements Serializable {
	}

	/** One answer. @param group null: it is withdrawn, or was never given */
	public record Answer(String dimension, String group) implements Serializable {
	}

	public record RecordGroups(long candidateId, List<Answer> answers) implements Serializable {
	}

	/** @param also whether it holds for everybody who is kept longer already */
	public record ChangeSetting(int version, int keepMonths, int remindHours, boolean also) implements Serializable {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private HiringReach reach;

	@Inject
	private PeopleService people;

	@Inject
	private SeenLog seen;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	/** What is asked for, how many have answered, and the settings. Needs HIRE_EVERYWHERE or EDIT_HIRING_MODEL; sight of the candidate, where there is one. */
	@Needs({HIRE_EVERYWHERE, EDIT_HIRING_MODEL})
	public GroupsPage groups(Long candidateId) {
		var candidate = candidateId == null ? null : reach.candidate(reach.standing(candidateId));
		var setting = em.find(HiringSetting.class, HiringSetting.ONLY);
		if (candidate != null) {
			seen.saw(candidate.id(), "GROUPS");
		}
		return new GroupsPage(candidate == null ? null : candidate.id(), candidate == null ? null : candidate.name(), dimensions(), coverage(), setting.keepMonths(), setting.remindHours(), setting.version(),
				current.get().may(Permission.HIRE_EVERYWHERE));
	}

	private List<Dimension> dimensions() {
		var found = new LinkedHashMap<String, List<String>>();
		for (var each : em.createNativeQuery("select dimension, group_name from hiring_group_choice order by ordinal").getResultList()) {
			var row = (Object[]) each;
			found.computeIfAbsent((String) row[0], name -> new ArrayList<>()).add((String) row[1]);
		}
		return found.entrySet().stream().map(entry -> new Dimension(entry.getKey(), entry.getValue())).toList();
	}

	private List<CoverageLine> coverage() {
		var all = em.createQuery("select count(a) from Candidate a where a.mergedIntoId is null", Long.class).getSingleResult();
		var lines = new ArrayList<CoverageLine>();
		for (var each : em.createNativeQuery("select dimension, count(*) from candidate_group group by dimension order by dimension").getResultList()) {
			var recorded = ((Number) ((Object[]) each)[1]).longValue();
			lines.add(new CoverageLine((String) ((Object[]) each)[0], recorded < AdverseImpact.SMALLEST ? null : (Long) recorded, all));
		}
		return lines;
	}

	/**
	 * Records what a candidate has said, in place of what was recorded before; nothing tells whether anything was. Needs HIRE_EVERYWHERE or EDIT_HIRING_MODEL, and sight of the candidate.
	 *
	 * @throws BusinessException for an answer that is not among those to choose from, and for somebody who is forgotten
	 */
	@Needs({HIRE_EVERYWHERE, EDIT_HIRING_MODEL})
	public void record(RecordGroups write) {
		var candidate = reach.candidate(write.candidateId());
		if (candidate.erasedAt() != null) {
			throw new BusinessException("hiring.candidate.error.erased");
		}
		var choices = dimensions().stream().collect(Collectors.toMap(Dimension::name, Dimension::groups));
		for (var answer : write.answers()) {
			if (answer.group() != null && !choices.getOrDefault(answer.dimension(), List.of()).contains(answer.group())) {
				throw new BusinessException("hiring.groups.error.choice");
			}
			em.createNativeQuery("delete from candidate_group where candidate_id = ? and dimension = ?").setParameter(1, write.candidateId()).setParameter(2, answer.dimension()).executeUpdate();
			if (answer.group() != null) {
				em.createNativeQuery("insert into candidate_group (candidate_id, dimension, group_name) values (?, ?, ?)").setParameter(1, write.candidateId()).setParameter(2, answer.dimension())
						.setParameter(3, answer.group()).executeUpdate();
			}
		}
		audit.record("RECORD_GROUPS", "Candidate", write.candidateId(), candidate.label(), null, null);
	}

	/**
	 * Writes what is asked for, one dimension a line: {@code Gender: women, men, another}. What was recorded before stays. Needs HIRE_EVERYWHERE.
	 *
	 * @throws BusinessException for a line without a name and two answers, and for more than ten lines or twenty answers
	 */
	@Needs(HIRE_EVERYWHERE)
	public void ask(String text) {
		var wanted = new LinkedHashMap<String, List<String>>();
		for (var line : (text == null ? "" : text).lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
			var parts = line.split(":", 2);
			var groups = parts.length < 2 ? List.<String>of() : List.copyOf(new LinkedHashSet<>(List.of(parts[1].split(",")).stream().map(String::strip).filter(group -> !group.isEmpty()).toList()));
			if (parts[0].isBlank() || parts[0].strip().length() > 60 || groups.size() < 2 || groups.size() > MOST_GROUPS || groups.stream().anyMatch(group -> group.length() > 100)
					|| wanted.put(parts[0].strip(), groups) != null || wanted.size() > MOST_DIMENSIONS) {
				throw new BusinessException("hiring.groups.error.line", line);
			}
		}
		var before = dimensions();
		em.createNativeQuery("delete from hiring_group_choice").executeUpdate();
		var ordinal = 0;
		for (var dimension : wanted.entrySet()) {
			for (var group : dimension.getValue()) {
				em.createNativeQuery("insert into hiring_group_choice (dimension, group_name, ordinal) values (?, ?, ?)").setParameter(1, dimension.getKey()).setParameter(2, group).setParameter(3, ordinal++)
						.executeUpdate();
			}
		}
		audit.record("ASK_GROUPS", "HiringSetting", HiringSetting.ONLY, "groups", Map.of("asked", before.toString()), Map.of("asked", dimensions().toString()));
	}

	/**
	 * Says how long candidates are kept after the last decision, and how long after an interview its interviewer is reminded. Needs HIRE_EVERYWHERE.
	 *
	 * @return for how many who would have been kept longer it holds too
	 * @throws BusinessException for other than 1 to 120 months, or 0 to 336 hours
	 * @throws OptimisticLockException when somebody else has changed it since
	 */
	@Needs(HIRE_EVERYWHERE)
	public int change(ChangeSetting change) {
		var setting = em.find(HiringSetting.class, HiringSetting.ONLY);
		if (setting.version() != change.version()) {
			throw new OptimisticLockException("The settings of hiring were changed meanwhile", null, setting);
		}
		if (change.keepMonths() < 1 || change.keepMonths() > MOST_MONTHS) {
			throw new BusinessException("hiring.setting.error.months", MOST_MONTHS);
		}
		if (change.remindHours() < 0 || change.remindHours() > MOST_HOURS) {
			throw new BusinessException("hiring.setting.error.hours", MOST_HOURS);
		}
		var before = Map.of("keepMonths", setting.keepMonths(), "remindHours", setting.remindHours());
		setting.change(change.keepMonths(), change.remindHours());
		var last = people.today().plusMonths(change.keepMonths());
		var shortened = !change.also() ? 0
				: em.createQuery("update Candidate a set a.keepUntil = :last where a.erasedAt is null and a.keepUntil > :last").setParameter("last", last).executeUpdate();
		audit.record("CHANGE", "HiringSetting", HiringSetting.ONLY, "retention", before, Map.of("keepMonths", change.keepMonths(), "remindHours", change.remindHours(), "shortened", shortened));
		return shortened;
	}
}
