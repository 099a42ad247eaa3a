package org.headcoach.coaching.api;

import static org.headcoach.people.Permission.COACH_TEAM;
import static org.headcoach.people.Permission.INSPECT_PLANS;
import static org.headcoach.people.Permission.SEE_COMPANY;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.InspectionPage;
import org.headcoach.coaching.InspectionService;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The inspection chain of a month. */
@Path("inspections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Needs({COACH_TEAM, INSPECT_PLANS, SEE_COMPANY})
@Tag(name = "Inspections", description = "Who inspected whose coaching plans")
public class InspectionsResource {

	@Schema(description = "One rep: state is WAITING, READY, SENT_BACK, AGREED, AGAIN or ACCEPTED")
	public record Rep(long personId, String name, String state, Long planId, int edition, String skill, Instant agreedAt, Instant inspectedAt, String inspectedBy,
			String reason) {
	}

	@Schema(description = "The plans of a manager's reps")
	public record ManagersPlans(long personId, String name, String team, Long inspectorId, String inspector, int reps, long agreed, long accepted, boolean late,
			List<Rep> plans) {
	}

	@Schema(description = "One director: state is INSPECTING, SENT_BACK, READY or ACCEPTED; turn counts the VP's inspections")
	public record Director(long personId, String name, String region, String state, int turn, long reps, long agreed, long accepted, boolean late,
			Instant inspectedAt, String inspectedBy, String reason, List<ManagersPlans> managers) {
	}

	@Schema(description = "The chain of a month. Local times are those of the company")
	public record Chain(String month, String figures, LocalDateTime directorsFrom, LocalDateTime directorsUntil, LocalDateTime vpsFrom, LocalDateTime vpsUntil,
			List<ManagersPlans> managers, List<Director> directors) {
	}

	@Inject
	private InspectionService inspections;

	@Inject
	private PeopleService people;

	@GET
	@Operation(operationId = "getInspections", summary = "The inspection chain of a month, as far as the account sees it",
			description = "Managers whose plans the account inspects, or the own team of a manager, and the directors below. The notes of an inspection are on the pages only.")
	public Chain inspections(@Parameter(description = "The month of the plans, as 2026-11; this month when it is left out") @QueryParam("month")
			@Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") String month) {
		var page = inspections.board(month == null ? CoachingMonth.of(people.today()) : new CoachingMonth(YearMonth.parse(month)));
		return new Chain(page.month().toString(), page.month().figures().toString(), page.directorsBegin(), page.rhythm().directorInspectsUntil(), page.vpBegins(),
				page.rhythm().vpInspectsUntil(), page.managers().stream().map(manager -> manager(page, manager)).toList(),
				page.directors().stream().map(director -> director(page, director)).toList());
	}

	private static ManagersPlans manager(InspectionPage page, InspectionPage.ManagerLine line) {
		return new ManagersPlans(line.personId(), line.name(), line.teamName(), line.inspectorId(), line.inspectorName(), line.reps().size(), line.agreed(),
				line.accepted(), page.isPlanLate() && !line.notAgreed().isEmpty(), line.reps().stream().map(InspectionsResource::rep).toList());
	}

	private static Rep rep(InspectionPage.RepLine line) {
		var last = line.last() != null && line.last().edition() == line.edition() ? line.last() : null;
		return new Rep(line.personId(), line.name(), line.state().name(), line.planId(), line.edition(), line.skillName(), line.agreedAt(),
				last == null ? null : last.inspectedAt(), last == null ? null : last.inspectedBy(), line.sentBackReason());
	}

	private static Director director(InspectionPage page, InspectionPage.DirectorLine line) {
		var last = line.last();
		return new Director(line.personId(), line.name(), line.regionName(), line.state().name(), line.turn(), line.reps(), line.plans(), line.inspected(),
				page.isDirectorLate() && !line.toInspect().isEmpty(), last == null ? null : last.inspectedAt(), last == null ? null : last.inspectedBy(),
				last == null ? null : last.reason(), line.managers().stream().map(manager -> manager(page, manager)).toList());
	}
}
