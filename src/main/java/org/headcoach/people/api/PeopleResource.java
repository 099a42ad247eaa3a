package org.headcoach.people.api;

import static org.headcoach.people.Permission.EDIT_PEOPLE;
import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_LINE;
import static org.headcoach.people.Permission.SEE_OWN_MONTH;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.AccountService;
import org.headcoach.people.Needs;
import org.headcoach.people.People.PeopleSearch;
import org.headcoach.people.People.PersonRow;
import org.headcoach.people.People.State;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Permission;
import org.headcoach.people.Role;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** People and teams as far as the token's account reaches, and who it is. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "People, teams and the line over time")
public class PeopleResource {

	/** Who the token acts for. */
	@Schema(description = "Who the token acts for")
	public record Me(Long accountId, String login, String name, String role, Long personId,
			@Schema(description = "What the token may do: its scopes, narrowed to the account's role") List<String> permissions) {
	}

	/** A person in a list, in the place held on the day asked about. */
	@Schema(description = "A person in the place held on the day asked about")
	public record Person(Long id, String name, String email, String externalId, Role role, String jobTitle, String segment, Long teamId, String teamName,
			String regionName, Long superiorId, String superiorName, LocalDate startedOn, LocalDate leftOn) {
		static Person of(PersonRow row) {
			return new Person(row.id(), row.name(), row.email(), row.externalId(), row.role(), row.jobTitle(), row.segment(), row.teamId(), row.teamName(),
					row.regionName(), row.superiorId(), row.superiorName(), row.startedOn(), row.leftOn());
		}
	}

	@Schema(description = "One page of people")
	public record PeoplePage(List<Person> items, int page, int size, long total) implements Paged {
	}

	/** A place held for a stretch of time. */
	@Schema(description = "A place in the line from a day on until a last day; without one it still holds")
	public record Held(Role role, String jobTitle, String segment, Long teamId, String teamName, String regionName, Long superiorId, String superiorName,
			LocalDate from, LocalDate lastDay) {
	}

	@Schema(description = "A person with every place held, the newest first")
	public record PersonInDepth(Long id, String name, String email, String externalId, LocalDate startedOn, LocalDate leftOn, List<Held> places) {
	}

	@Schema(description = "A team with its manager and how many reps are in it")
	public record TeamItem(Long id, String name, Long regionId, String regionName, Long managerId, String managerName, long reps, LocalDate closedOn) {
	}

	@Schema(description = "One page of teams")
	public record TeamsPage(List<TeamItem> items, int page, int size, long total) implements Paged {
	}

	@Inject
	private PeopleService people;

	@Inject
	private AccountService accounts;

	@Inject
	private CurrentActor current;

	@GET
	@Path("me")
	@Tag(name = "Tokens")
	@Operation(operationId = "getMe", summary = "Who the token acts for", description = "The account behind the token and what the token may do.")
	@APIResponse(responseCode = "200", description = "The account")
	public Me me() {
		var own = accounts.own();
		var actor = current.get();
		return new Me(actor.accountId(), own.login(), own.name(), actor.role().name(), actor.personId(),
				Arrays.stream(Permission.values()).filter(one -> one != Permission.NOTHING && one != Permission.BE_SIGNED_IN && actor.may(one)).map(Enum::name).toList());
	}

	@GET
	@Path("people")
	@Needs({EDIT_PEOPLE, SEE_COMPANY, SEE_LINE, SEE_OWN_MONTH})
	@Operation(operationId = "listPeople", summary = "People within reach",
			description = "All people for tokens with EDIT_PEOPLE or SEE_COMPANY, else oneself and the line below, today's or that of the day asked about.")
	@APIResponse(responseCode = "200", description = "One page of people")
	@APIResponse(responseCode = "400", description = "A parameter is wrong")
	public PeoplePage people(@Valid @BeanParam Paging paging,
			@Parameter(description = "Part of the name, e-mail or number") @QueryParam("q") String q,
			@Parameter(description = "Only this role") @QueryParam("role") Role role,
			@Parameter(description = "Only this team") @QueryParam("team") Long team,
			@Parameter(description = "Who is at work on the day, left before it, or starts after it") @QueryParam("state") @DefaultValue("AT_WORK") State state,
			@Parameter(description = "The day, as 2026-10-31; today when left out") @QueryParam("day") LocalDate day) {
		var search = new PeopleSearch(day(day), q, role, team, state, null, "name", false, paging.offset(), paging.size());
		return new PeoplePage(people.search(search).stream().map(Person::of).toList(), paging.page(), paging.size(), people.count(search));
	}

	@GET
	@Path("people/{id}")
	@Needs({EDIT_PEOPLE, SEE_COMPANY, SEE_LINE, SEE_OWN_MONTH})
	@Operation(operationId = "getPerson", summary = "A person with every place held", description = "404 for a person beyond the token's reach, as for one who does not exist.")
	@APIResponse(responseCode = "200", description = "The person")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public PersonInDepth person(@Parameter(description = "Number of the person") @PathParam("id") long id) {
		var page = people.person(id);
		return new PersonInDepth(page.id(), page.name(), page.email(), page.externalId(), page.startedOn(), page.leftOn(),
				page.history().stream().map(held -> new Held(held.role(), held.jobTitle(), held.segment(), held.teamId(), held.teamName(), held.regionName(),
						held.superiorId(), held.superiorName(), held.from(), held.lastDay())).toList());
	}

	@GET
	@Path("teams")
	@Needs({EDIT_PEOPLE, SEE_COMPANY, SEE_LINE})
	@Operation(operationId = "listTeams", summary = "Teams within reach", description = "With manager and number of reps on a day.")
	@APIResponse(responseCode = "200", description = "One page of teams")
	@APIResponse(responseCode = "400", description = "A parameter is wrong")
	@APIResponse(responseCode = "404", description = "The token may not see teams")
	public TeamsPage teams(@Valid @BeanParam Paging paging, @Parameter(description = "The day, as 2026-10-31; today when left out") @QueryParam("day") LocalDate day) {
		var all = people.teams(day(day)).teams();
		return new TeamsPage(all.stream().skip(paging.offset()).limit(paging.size()).map(team -> new TeamItem(team.id(), team.name(), team.regionId(), team.regionName(),
				team.managerId(), team.managerName(), team.reps(), team.closedOn())).toList(), paging.page(), paging.size(), all.size());
	}

	private LocalDate day(LocalDate asked) {
		return asked == null ? people.today() : asked;
	}
}
