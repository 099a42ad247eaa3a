package org.headcoach.contests.api;

import static org.headcoach.people.Permission.RUN_CONTESTS;
import static org.headcoach.people.Permission.SEE_CONTESTS;

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
import java.util.stream.Collectors;
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
import org.headcoach.contests.EffectService;
import org.headcoach.contests.EffectsPage;
import org.headcoach.contests.Phase;
import org.headcoach.contests.SettlementService;
import org.headcoach.contests.WallService;
import org.headcoach.contests.engine.ContestEffect;
import org.headcoach.contests.engine.ContestLint;
import org.headcoach.contests.engine.Fatigue;
import org.headcoach.contests.engine.TieRule;
import org.headcoach.people.Needs;
import org.headcoach.shared.statistics.Interval;
import org.headcoach.site.Here;
import org.headcoach.site.Links;
import org.headcoach.site.Messages;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;
import org.headcoach.site.Problems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

	@Schema(description = "What a draft shall be from now on, all of it. version: the one that was read; startsAt and endsAt are by the clock of zone")
	public record ChangedContest(@NotNull Integer version, @NotNull String title, String announcement, String rules, @NotNull String zone, @NotNull LocalDateTime startsAt, @NotNull LocalDateTime endsAt,
			LocalTime nightlyAt, @NotNull @Size(min = 1) List<@Valid @NotNull NewCounted> counting, boolean lowerIsBetter, @NotNull TieRule ties, String prize, @NotNull Contest.PrizeFor prizeFor,
			BigDecimal prizeValue, @Pattern(regexp = "[A-Z]{3}") String prizeCurrency, boolean prizeEach, String judge) {
	}

	@Schema(description = "What a practice says of a draft. REFUSE: it cannot be announced so; WARN: it can with a reason")
	public record ContestFinding(ContestLint.Rule rule, ContestLint.Level level, String says) {
	}

	@Schema(description = "Somebody who may play. expected: the score in the whole window by the last 60 days, null when it is not known; teamId is null while the person is in no team")
	public record ContestCandidate(long personId, String name, boolean plays, Long teamId, BigDecimal expected) {
	}

	@Schema(description = "A team of a draft. expected is per head; chance is the share of draws that it wins, null while it is not known")
	public record ContestDraftTeam(long teamId, String team, int people, BigDecimal expected, Double chance) {
	}

	@Schema(description = "A draft as its editor sees it. expectedBy: the last day that the expectation rests on")
	public record ContestDraft(long id, int version, List<ContestFinding> findings, List<ContestDraftTeam> teams, boolean lopsided, LocalDate expectedBy, List<ContestCandidate> people) {
	}

	@Schema(description = "Another name for a team")
	public record ContestTeamName(@NotNull String name) {
	}

	@Schema(description = "The team that somebody of a draft shall be in")
	public record ContestPlace(@NotNull Long teamId) {
	}

	@Schema(description = "Somebody who comes into a team of an announced contest. from: the first day that counts")
	public record ContestJoiner(@NotNull Long personId, @NotNull Long teamId, @NotNull LocalDate from, @NotNull String why) {
	}

	@Schema(description = "Leaving. last: the last day that counts for the team")
	public record ContestLeaving(@NotNull LocalDate last, @NotNull String why) {
	}

	@Schema(description = "Why it is called off. key: sent twice with the same key, it is done once")
	public record ContestEnding(@NotNull String reason, @NotNull @Size(min = 1, max = 40) String key) {
	}

	@Schema(description = "A prize that was given. cost and currency are null for who does not run the contest")
	public record ContestPrizeItem(long id, String prize, LocalDate given, BigDecimal cost, String currency, String by) {
	}

	@Schema(description = "Prizes that were given, and photos of them")
	public record ContestPrizes(List<ContestPrizeItem> prizes, List<ContestPhotoItem> photos) {
	}

	@Schema(description = "A photo of the prize; the picture is on the contest's page")
	public record ContestPhotoItem(long id, String caption, String by, Instant at) {
	}

	@Schema(description = "A prize that was given. key: sent twice with the same key, it is logged once")
	public record NewContestPrize(@NotNull String prize, @NotNull LocalDate given, @NotNull BigDecimal cost, @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
			@NotNull @Size(min = 1, max = 40) String key) {
	}

	@Schema(description = "A link to the wall; revoked is null while it works")
	public record ContestWallLink(long id, String name, String by, Instant made, Instant revoked) {
	}

	@Schema(description = "Where the screen hangs")
	public record NewContestWallLink(@NotNull String name) {
	}

	@Schema(description = "The address of the new link, which is told this once")
	public record MadeContestWallLink(String address) {
	}

	@Schema(description = "What a contest changed, a person and working day, with the 95 % interval (low to high). behaviour is POINTS where several count; all else is null where nothing can be measured")
	public record ContestEffectItem(long contestId, String title, String behaviour, LocalDate firstDay, LocalDate lastDay, Integer participants, Integer outsiders, ContestEffect.Comparison comparison,
			Double without, Double change, Double low, Double high, ContestEffect.Verdict verdict, Double after, Double conversionBefore, Double conversionDuring, boolean gamingWatch, Double units,
			BigDecimal costOfOne, String currency) {
	}

	@Schema(description = "What several contests changed together, in parts of what would have been done without: of those after a rest, or of one behaviour. mean is null of too few")
	public record ContestEffectMean(String of, int contests, Double mean, Double low, Double high) {
	}

	@Schema(description = "What contests that are over changed, the latest first, and what they say together: by the rest before them, and by behaviour")
	public record ContestEffects(List<ContestEffectItem> contests, List<ContestEffectMean> bySince, List<ContestEffectMean> byBehaviour) {
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

	@Schema(description = "The judge's confirmation: count of the standings that were seen, teams that win (those that stand first when it is left out; nobody when it is empty), and words, which are needed where others win")
	public record Settlement(Long count, Set<Long> winners, String words) {
	}

	@Inject
	private ContestService contests;

	@Inject
	private SettlementService settlement;

	@Inject
	private EffectService effects;

	@Inject
	private WallService walls;

	@Inject
	private Here here;

	@GET
	@Needs(SEE_CONTESTS)
	@Operation(operationId = "listContests", summary = "Contests that the account sees", description = "Those that are announced, and drafts of the account and of people below in its line. Needs SEE_CONTESTS.")
	@APIResponse(responseCode = "200", description = "One page of contests")
	public ContestList list(@Valid @BeanParam Paging paging) {
		var all = contests.contests();
		return new ContestList(all.stream().skip(paging.offset()).limit(paging.size()).map(row -> new ContestItem(row.id(), row.title(), row.phase(), row.first(), row.last(), row.teams(), row.players(),
				row.winner(), row.playing(), row.ownerName())).toList(), paging.page(), paging.size(), all.size());
	}

	@POST
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "draftContest", summary = "Draft a contest", description = "Teams are drawn next. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "201", description = "The draft")
	@APIResponse(responseCode = "422", description = "It cannot be a contest")
	public Response draft(@RequestBody(description = "The draft", required = true) @NotNull @Valid NewContest wanted) {
		var id = contests.write(new ContestService.WriteContest(null, null, wanted.title(), wanted.announcement(), wanted.rules(), zone(wanted.zone()), wanted.startsAt(), wanted.endsAt(),
				wanted.nightlyAt(), counting(wanted.counting()), wanted.lowerIsBetter(), wanted.ties(),
				wanted.prize(), wanted.prizeFor(), wanted.prizeValue(), wanted.prizeCurrency(), wanted.prizeEach(), wanted.judge(), wanted.key()));
		return Response.created(UriBuilder.fromPath("/api/v1/contests/{id}").build(id)).entity(get(id)).build();
	}

	private static List<DraftPage.Counting> counting(List<NewCounted> wanted) {
		return wanted.stream().map(one -> new DraftPage.Counting(one.behaviour(), one.points(), one.dailyCap())).toList();
	}

	private static ZoneId zone(String name) {
		try {
			return ZoneId.of(name);
		} catch (DateTimeException e) {
			throw Problems.wrong(e, "zone", "contests.rest.no-zone");
		}
	}

	@GET
	@Path("{id}")
	@Needs(SEE_CONTESTS)
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
	@Needs(SEE_CONTESTS)
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
	@Needs(RUN_CONTESTS)
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
	@Needs(RUN_CONTESTS)
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
	@Needs(RUN_CONTESTS)
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
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "settleContest", summary = "Freeze the result", description = "Late data change nothing any more. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The contest, settled")
	@APIResponse(responseCode = "422", description = "It is not over, settled already, its standings are others than were seen, or words are missing")
	public ContestDetail settle(@Parameter(description = "Number of the contest") @PathParam("id") long id,
			@RequestBody(description = "The confirmation", required = true) @NotNull @Valid Settlement confirmed) {
		settlement.settle(new SettlementService.SettleContest(id, confirmed.count(), confirmed.winners(), confirmed.words()));
		return get(id);
	}

	@PUT
	@Path("{id}")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "changeContest", summary = "Change a draft", description = "Its teams stay. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The draft")
	@APIResponse(responseCode = "409", description = "It was changed meanwhile")
	@APIResponse(responseCode = "422", description = "It is announced already, or cannot be a contest")
	public ContestDetail change(@Parameter(description = "Number of the contest") @PathParam("id") long id, @RequestBody(description = "The draft", required = true) @NotNull @Valid ChangedContest wanted) {
		contests.write(new ContestService.WriteContest(id, wanted.version(), wanted.title(), wanted.announcement(), wanted.rules(), zone(wanted.zone()), wanted.startsAt(), wanted.endsAt(), wanted.nightlyAt(),
				counting(wanted.counting()), wanted.lowerIsBetter(), wanted.ties(), wanted.prize(), wanted.prizeFor(), wanted.prizeValue(), wanted.prizeCurrency(), wanted.prizeEach(), wanted.judge(), null));
		return get(id);
	}

	@DELETE
	@Path("{id}")
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "throwContestAway", summary = "Throw a draft away", description = "Its teams are gone too. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "204", description = "It is gone")
	@APIResponse(responseCode = "422", description = "It is announced already")
	public void throwAway(@Parameter(description = "Number of the contest") @PathParam("id") long id) {
		contests.throwAway(id);
	}

	@GET
	@Path("{id}/draft")
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "getContestDraft", summary = "What the practices say of a draft", description = "With each team's chance to win and who may play. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The draft")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	@APIResponse(responseCode = "422", description = "It is announced already")
	public ContestDraft draft(@Parameter(description = "Number of the contest") @PathParam("id") long id) {
		var page = contests.draft(id);
		return new ContestDraft(id, page.version(), page.findings().stream().map(finding -> new ContestFinding(finding.rule(), finding.level(), Messages.text(here.getLocale(), finding.key(),
				finding.arguments().stream().map(one -> one instanceof List<?> many ? many.stream().map(String::valueOf).collect(Collectors.joining(", ")) : one).toArray()))).toList(),
				IntStream.range(0, page.teams().size()).mapToObj(i -> new ContestDraftTeam(page.teams().get(i).id(), page.teams().get(i).name(), page.teams().get(i).members().size(),
						page.teams().get(i).expected(), page.chances().isEmpty() ? null : page.chances().get(i))).toList(),
				page.lopsided(), page.historyUntil(),
				page.candidates().stream().map(one -> new ContestCandidate(one.personId(), one.name(), one.plays(), one.contestTeamId(), one.expected())).toList());
	}

	@PUT
	@Path("{id}/teams/{team}")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "renameContestTeam", summary = "Give a team another name", description = "As long as the contest is not settled. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The contest")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	@APIResponse(responseCode = "422", description = "It is settled, or this cannot be its name")
	public ContestDetail rename(@Parameter(description = "Number of the contest") @PathParam("id") long id, @Parameter(description = "Number of the team") @PathParam("team") long team,
			@RequestBody(description = "The name", required = true) @NotNull @Valid ContestTeamName wanted) {
		contests.rename(id, team, wanted.name());
		return get(id);
	}

	@PUT
	@Path("{id}/people/{person}")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "moveContestPerson", summary = "Move somebody of a draft to another team", description = "Who plays is said when the teams are drawn. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The draft")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	@APIResponse(responseCode = "422", description = "It is announced already")
	public ContestDraft move(@Parameter(description = "Number of the contest") @PathParam("id") long id, @Parameter(description = "Number of the person") @PathParam("person") long person,
			@RequestBody(description = "The team", required = true) @NotNull @Valid ContestPlace wanted) {
		contests.move(id, person, wanted.teamId());
		return draft(id);
	}

	@POST
	@Path("{id}/people")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "joinContest", summary = "Let somebody come into a team of an announced contest", description = "What was done before does not count. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The contest")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	@APIResponse(responseCode = "422", description = "The person plays already, here or elsewhere, or the day is none of the contest")
	public ContestDetail join(@Parameter(description = "Number of the contest") @PathParam("id") long id, @RequestBody(description = "Who, where, from when and why", required = true) @NotNull @Valid ContestJoiner wanted) {
		contests.join(id, wanted.personId(), wanted.teamId(), wanted.from(), wanted.why());
		return get(id);
	}

	@POST
	@Path("{id}/people/{person}/leave")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "leaveContest", summary = "Let somebody leave a team of an announced contest", description = "What was done until then stays the team's. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The contest")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	@APIResponse(responseCode = "422", description = "The day is none of the contest, or lies before the person came")
	public ContestDetail leave(@Parameter(description = "Number of the contest") @PathParam("id") long id, @Parameter(description = "Number of the person") @PathParam("person") long person,
			@RequestBody(description = "When and why", required = true) @NotNull @Valid ContestLeaving wanted) {
		contests.leave(id, person, wanted.last(), wanted.why());
		return get(id);
	}

	@POST
	@Path("{id}/call-off")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "callContestOff", summary = "End an announced contest without a result", description = "The reason stands among its notes; it cannot be taken back. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The contest")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	@APIResponse(responseCode = "422", description = "It is a draft, or settled")
	public ContestDetail callOff(@Parameter(description = "Number of the contest") @PathParam("id") long id, @RequestBody(description = "Why", required = true) @NotNull @Valid ContestEnding wanted) {
		contests.callOff(id, wanted.reason(), wanted.key());
		return get(id);
	}

	@GET
	@Path("{id}/prizes")
	@Needs(SEE_CONTESTS)
	@Operation(operationId = "listContestPrizes", summary = "Prizes that were given", description = "And photos of them. Needs SEE_CONTESTS.")
	@APIResponse(responseCode = "200", description = "Prizes and photos")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public ContestPrizes prizes(@Parameter(description = "Number of the contest") @PathParam("id") long id) {
		var kept = settlement.memories(id);
		return new ContestPrizes(kept.prizes().stream().map(one -> new ContestPrizeItem(one.id(), one.what(), one.given(), one.cost(), one.currency(), one.by())).toList(),
				kept.photos().stream().map(one -> new ContestPhotoItem(one.id(), one.caption(), one.by(), one.at())).toList());
	}

	@POST
	@Path("{id}/prizes")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "logContestPrize", summary = "Log a prize that was given", description = "Of a contest that is over. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "Prizes and photos")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	@APIResponse(responseCode = "422", description = "It is not over, or this cannot be what it cost")
	public ContestPrizes log(@Parameter(description = "Number of the contest") @PathParam("id") long id, @RequestBody(description = "The prize", required = true) @NotNull @Valid NewContestPrize wanted) {
		settlement.logPrize(new SettlementService.LogPrize(id, wanted.prize(), wanted.cost(), wanted.currency(), wanted.given(), wanted.key()));
		return prizes(id);
	}

	@DELETE
	@Path("{id}/prizes/{prize}")
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "strikeContestPrize", summary = "Strike a prize out again", description = "Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "204", description = "It is struck out")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public void strike(@Parameter(description = "Number of the contest") @PathParam("id") long id, @Parameter(description = "Number of the prize") @PathParam("prize") long prize) {
		settlement.strikePrize(id, prize);
	}

	@GET
	@Path("{id}/wall-links")
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "listContestWallLinks", summary = "Links to the wall", description = "Those that work first. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The links")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public List<ContestWallLink> links(@Parameter(description = "Number of the contest") @PathParam("id") long id) {
		return walls.links(id).stream().map(one -> new ContestWallLink(one.id(), one.name(), one.by(), one.made(), one.revoked())).toList();
	}

	@POST
	@Path("{id}/wall-links")
	@Consumes(MediaType.APPLICATION_JSON)
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "makeContestWallLink", summary = "Make a link to the wall", description = "For a screen that nobody is signed in at. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "201", description = "Its address")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	@APIResponse(responseCode = "422", description = "It is a draft, or there are too many links")
	public Response link(@Parameter(description = "Number of the contest") @PathParam("id") long id, @RequestBody(description = "The link", required = true) @NotNull @Valid NewContestWallLink wanted) {
		return Response.status(Response.Status.CREATED).header("Cache-Control", "no-store")
				.entity(new MadeContestWallLink(Links.to("/contests/wall?token=" + walls.make(id, wanted.name())))).build();
	}

	@DELETE
	@Path("{id}/wall-links/{link}")
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "revokeContestWallLink", summary = "Take a link to the wall back", description = "The screen shows nothing any more. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "204", description = "It is taken back")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public void unlink(@Parameter(description = "Number of the contest") @PathParam("id") long id, @Parameter(description = "Number of the link") @PathParam("link") long link) {
		walls.revoke(id, link);
	}

	@GET
	@Path("{id}/effect")
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "getContestEffect", summary = "What a contest changed", description = "Against before and against people who were in none. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The effect")
	@APIResponse(responseCode = "404", description = "Not there, not yours, or nothing of it counts yet")
	public ContestEffectItem effect(@Parameter(description = "Number of the contest") @PathParam("id") long id) {
		var page = effects.effect(id);
		return item(id, page.title(), page.counting().size() == 1 ? page.counting().get(0).counted().code() : EffectsPage.POINTS, page.days().first(), page.days().last(), page.effect());
	}

	@GET
	@Path("effects")
	@Needs(RUN_CONTESTS)
	@Operation(operationId = "listContestEffects", summary = "What contests changed", description = "Those that are over and that the account runs. Needs RUN_CONTESTS.")
	@APIResponse(responseCode = "200", description = "The effects")
	public ContestEffects effects() {
		var page = effects.effects();
		return new ContestEffects(page.rows().stream().map(row -> item(row.contestId(), row.title(), row.behaviour(), row.first(), row.last(), row.effect())).toList(), means(page.together().bySince()),
				means(page.together().byBehaviour()));
	}

	private static ContestEffectItem item(long id, String title, String behaviour, LocalDate first, LocalDate last, ContestEffect effect) {
		if (effect == null) {
			return new ContestEffectItem(id, title, behaviour, first, last, null, null, null, null, null, null, null, null, null, null, null, false, null, null, null);
		}
		var during = effect.during();
		var one = effect.extra().costOfOne();
		return new ContestEffectItem(id, title, behaviour, first, last, during.participants(), during.outsiders(), during.comparison(), during.without(), during.perDay(), low(during.interval()),
				high(during.interval()), during.verdict(), effect.after().perDay(), effect.spillOver().before(), effect.spillOver().during(), effect.gamingWatch(), effect.extra().units(),
				one == null ? null : one.amount(), one == null ? null : one.currency().getCurrencyCode());
	}

	private static Double low(Interval interval) {
		return interval == null ? null : (Double) interval.low();
	}

	private static Double high(Interval interval) {
		return interval == null ? null : (Double) interval.high();
	}

	private static List<ContestEffectMean> means(List<Fatigue.Row> rows) {
		return rows.stream().map(row -> new ContestEffectMean(row.group(), row.contests(), row.mean(), low(row.interval()), high(row.interval()))).toList();
	}
}
