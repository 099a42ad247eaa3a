package org.headcoach.contests.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.contests.Contest;
import org.headcoach.contests.ContestPage;
import org.headcoach.contests.ContestService;
import org.headcoach.contests.DraftPage;
import org.headcoach.contests.Phase;
import org.headcoach.contests.SettlementService;
import org.headcoach.contests.engine.ContestLint;
import org.headcoach.contests.engine.TieRule;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/** Contests that the account sees; drafts, announcing, notes and settling for who may run them. */
@Path("contests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contests", description = "Teams that play for a prize, their standings night by night, and the result")
public class ContestsResource {

	@Schema(description = "A contest in the list. firstDay and lastDay are of the company's calendar; winner is null until it is settled")
	public record ContestItem(long id, String title, Phase phase, LocalDate firstDay, LocalDate lastDay, int teams, int people, String winner, boolean takesPart, String runBy) {
	}

	@Schema(description = "One page of contests, the latest first")
	public record ContestList(List<ContestItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "What is counted: points each, and at most dailyCap of a person and day")
	public record Counted(String behaviour, BigDecimal points, Integer dailyCap) {
	}

	@Schema(description = "A person in a team. points is null where the account does not see the person's figures; until is the last day in the team")
	public record ContestPerson(long personId, String name, BigDecimal points, BigDecimal today, LocalDate from, LocalDate until) {
	}

	@Schema(description = "Where a team stands. score is what the rank follows from: points, or points per head where teams are of different size. Teams with one rank are equal")
	public record ContestStanding(long teamId, String team, int rank, BigDecimal points, BigDecimal perHead, BigDecimal score, BigDecimal today, boolean wins, List<ContestPerson> people) {
	}

	@Schema(description = "The standings of one night, in the order of the teams. caughtUp: kept later, because no server ran that night")
	public record ContestNight(LocalDate night, boolean caughtUp, List<ContestNightTeam> teams) {
	}

	@Schema(description = "A team on one night")
	public record ContestNightTeam(long teamId, String team, Integer rank, BigDecimal score) {
	}

	@Schema(description = "A day that changed after a night had shown it; person is null where the account does not see whose")
	public record ContestMove(String person, String team, LocalDate day, String behaviour, BigDecimal before, BigDecimal after, String file, Instant at) {
	}

	@Schema(description = "A note to an announced contest")
	public record ContestNoteItem(String note, String by, Instant at) {
	}

	@Schema(description = "A contest. startsAt (counts) and endsAt (counts no more) are by the clock of zone; standingsAsOf says when what the standings rest on was last counted, dataAt when data were last brought in")
	public record ContestDetail(long id, int version, String title, Phase phase, String announcement, String rules, String zone, LocalDateTime startsAt, LocalDateTime endsAt, LocalTime nightlyAt,
			List<Counted> counting, boolean lowerIsBetter, TieRule ties, String prize, Contest.PrizeFor prizeFor, BigDecimal prizeValue, String prizeCurrency, boolean prizeEach, String judge, String runBy,
			Instant announcedAt, long count, Instant standingsAsOf, Instant dataAt, List<ContestStanding> standings, List<ContestNight> nights, List<ContestMove> moves, List<ContestNoteItem> notes,
			Instant settledAt, String settledBy, String judgement) {
	}

	@Schema(description = "The standings as they are now; count goes up whenever they may have changed")
	public record ContestStandings(long count, Instant asOf, List<ContestStanding> standings) {
	}

	@Schema(description = "A draft. startsAt and endsAt are by the clock of zone. key: sent twice with the same key, it makes one contest")
	public record NewContest(@NotNull String title, String announcement, String rules, @NotNull String zone, @NotNull LocalDateTime startsAt, @NotNull LocalDateTime endsAt, LocalTime nightlyAt,
			@NotNull @Size(min = 1) List<@Valid @NotNull NewCounted> counting, boolean lowerIsBetter, @NotNull TieRule ties, String prize, @NotNull Contest.PrizeFor prizeFor, BigDecimal prizeValue,
			@Pattern(regexp = "[A-Z]{3}") String prizeCurrency, boolean prizeEach, String judge, @NotNull @Size(min = 1, max = 40) String key) {
	}

	@Schema(description = "What shall be counted: the code of a metric, as VOLUME:DEMOS")
	public record NewCounted(@NotNull String behaviour, BigDecimal points, Integer dailyCap) {
	}

	@Schema(description = "Who plays, by number, and the names of the teams to be drawn; teams there were are gone. keepRegions: a team holds people of one region")
	public record NewTeams(@NotNull @Size(min = 2, max = 2000) Set<@NotNull Long> people, @NotNull @Size(min = 2, max = 200) List<@NotNull @Size(min = 1, max = 60) String> teams, boolean keepRegions) {
	}

	@Schema(description = "Announcing: the version that was seen, and why practices that are not kept are set aside")
	public record Announcement(@NotNull Integer version, Map<ContestLint.Rule, String> reasons) {
	}

	@Schema(description = "A note. key: sent twice with the same key, it is added once")
	public record NewNote(@NotNull String note, @NotNull @Size(min = 1, max = 40) String key) {
	}

	@Schema(description = "The judge's confirmation: count of the standings that were seen, teams that win (those that stand first when there are none given), and words, which are needed where others win")
	public record Settlement(Long count, Set<Long> winners, String words) {
	}

	@Inject
	private ContestService contests;

	@Inject
	private SettlementService settlement;

	@GET
	@Operation(operationId = "listContests", summary = "Contests that the account sees", description = "Those that are announced, and drafts of the account and of people below in its line. Needs SEE_CONTESTS.")
	@APIResponse(responseCode = "200", description = "One page of contests")
	public ContestList list(@Valid @BeanParam Paging paging) {
		var all = contests.contests();
		return new ContestList(all.stream().skip(paging.offset()).limit(paging.size()).map(row -> new ContestItem(row.id(), row.title(), row.phase(), row.first(), row.last(), row.teams(), row.players(),
				row.winner(), row.playing(), row.ownerName())).toList(), paging.page(), paging.size(), all.size());
	}

	@POST
	@Consumes(MediaType.APPLICATION_JSON)
	@Operation(operationId = "draftContest", summary = "Draft a contest", description = "Teams are drawn next. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "201", description = "The draft")
	@APIResponse(responseCode = "422", description = "It cannot be a contest")
	public Response draft(@RequestBody(description = "The draft", required = true) @NotNull @Valid NewContest wanted) {
		var id = contests.write(new ContestService.WriteContest(null, null, wanted.title(), wanted.announcement(), wanted.rules(), zone(wanted.zone()), wanted.startsAt(), wanted.endsAt(),
				wanted.nightlyAt(), wanted.counting().stream().map(one -> new DraftPage.Counting(one.behaviour(), one.points(), one.dailyCap())).toList(), wanted.lowerIsBetter(), wanted.ties(),
				wanted.prize(), wanted.prizeFor(), wanted.prizeValue(), wanted.prizeCurrency(), wanted.prizeEach(), wanted.judge(), wanted.key()));
		return Response.created(UriBuilder.fromPath("/api/v1/contests/{id}").build(id)).entity(get(id)).build();
	}

	private static ZoneId zone(String name) {
		try {
			return ZoneId.of(name);
		} catch (DateTimeException e) {
			throw new BadRequestException("No time zone " + name, e);
		}
	}

	@GET
	@Path("{id}")
	@Operation(operationId = "getContest", summary = "One contest", description = "With its standings, its nights and what moved late; of a settled one the result. Needs SEE_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The contest")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public ContestDetail get(@Parameter(description = "Number of the contest") @PathParam("id") long id) {
		var page = contests.contest(id);
		var settled = page.settled();
		return new ContestDetail(page.id(), page.version(), page.title(), page.phase(), page.announcement(), page.rules(), page.zone().getId(), page.starts(), page.ends(), page.nightlyAt(),
				page.counting().stream().map(one -> new Counted(one.counted().code(), one.points(), one.dailyCap())).toList(), page.lowerIsBetter(), page.ties(), page.prize().what(), page.prize().whose(),
				page.prize().value(), page.prize().currency(), page.prize().each(), page.judge(), page.ownerName(), page.announcedAt(), page.countNo(), page.countedAt(), page.dataAt(), standings(page),
				nights(page), contests.moves(id).stream().map(move -> move(page, move)).toList(),
				page.notes().stream().map(note -> new ContestNoteItem(note.said(), note.by(), note.at())).toList(), settled == null ? null : settled.at(), settled == null ? null : settled.by(),
				settled == null ? null : settled.words());
	}

	@GET
	@Path("{id}/standings")
	@Operation(operationId = "getContestStandings", summary = "The standings of a contest", description = "Best first. Needs SEE_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The standings")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public ContestStandings standings(@Parameter(description = "Number of the contest") @PathParam("id") long id) {
		var page = contests.contest(id);
		return new ContestStandings(page.countNo(), page.countedAt(), standings(page));
	}

	private static List<ContestStanding> standings(ContestPage page) {
		return page.teams().stream().map(team -> new ContestStanding(team.id(), team.name(), team.rank(), team.points(), team.perHead(), team.score(), team.today(),
				page.settled() != null && page.settled().winners().contains(team.id()),
				team.members().stream().map(member -> new ContestPerson(member.personId(), member.name(), member.points(), member.today(), member.from(), member.until())).toList())).toList();
	}

	private static List<ContestNight> nights(ContestPage page) {
		return page.nights().stream().map(night -> new ContestNight(night.night(), night.caughtUp(), IntStream.range(0, page.teams().size())
				.mapToObj(i -> new ContestNightTeam(page.teams().get(i).id(), page.teams().get(i).name(), night.places().get(i), night.scores().get(i))).toList())).toList();
	}

	private static ContestMove move(ContestPage page, ContestPage.MoveLine move) {
		return new ContestMove(move.person(), move.team(), move.day(), page.counting().get(move.behaviour()).counted().code(), move.before(), move.after(), move.file(), move.at());
	}

	@POST
	@Path("{id}/teams")
	@Consumes(MediaType.APPLICATION_JSON)
	@Operation(operationId = "drawContestTeams", summary = "Draw the teams of a draft", description = "So that every team can be expected to score the same by the last 60 days. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The draft with its teams")
	@APIResponse(responseCode = "422", description = "It is announced already, or these people cannot make these teams")
	public ContestDetail draw(@Parameter(description = "Number of the contest") @PathParam("id") long id, @RequestBody(description = "People and teams", required = true) @NotNull @Valid NewTeams wanted) {
		contests.choose(id, wanted.people());
		contests.draw(new ContestService.DrawTeams(id, wanted.teams(), Set.of(), Set.of(), wanted.keepRegions()));
		return get(id);
	}

	@POST
	@Path("{id}/announce")
	@Consumes(MediaType.APPLICATION_JSON)
	@Operation(operationId = "announceContest", summary = "Announce a draft", description = "Everybody in sales sees it, and its rules stay. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The contest, announced")
	@APIResponse(responseCode = "409", description = "It was changed meanwhile")
	@APIResponse(responseCode = "422", description = "A rule refuses it, a reason is missing, or somebody is in no team")
	public ContestDetail announce(@Parameter(description = "Number of the contest") @PathParam("id") long id,
			@RequestBody(description = "What was seen", required = true) @NotNull @Valid Announcement announcement) {
		var reasons = new EnumMap<ContestLint.Rule, String>(ContestLint.Rule.class);
		if (announcement.reasons() != null) {
			reasons.putAll(announcement.reasons());
		}
		contests.announce(new ContestService.AnnounceContest(id, announcement.version(), reasons));
		return get(id);
	}

	@POST
	@Path("{id}/notes")
	@Consumes(MediaType.APPLICATION_JSON)
	@Operation(operationId = "annotateContest", summary = "Add a note to an announced contest", description = "It changes no rule. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The contest with the note")
	@APIResponse(responseCode = "422", description = "It is a draft, or the note is empty")
	public ContestDetail annotate(@Parameter(description = "Number of the contest") @PathParam("id") long id, @RequestBody(description = "The note", required = true) @NotNull @Valid NewNote note) {
		contests.annotate(id, note.note(), note.key());
		return get(id);
	}

	@POST
	@Path("{id}/settle")
	@Consumes(MediaType.APPLICATION_JSON)
	@Operation(operationId = "settleContest", summary = "Freeze the result", description = "Late data change nothing any more. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The contest, settled")
	@APIResponse(responseCode = "422", description = "It is not over, settled already, its standings are others than were seen, or words are missing")
	public ContestDetail settle(@Parameter(description = "Number of the contest") @PathParam("id") long id,
			@RequestBody(description = "The confirmation", required = true) @NotNull @Valid Settlement confirmed) {
		settlement.settle(new SettlementService.SettleContest(id, confirmed.count(), confirmed.winners() == null || confirmed.winners().isEmpty() ? null : confirmed.winners(), confirmed.words()));
		return get(id);
	}
}
