package org.headcoach.compensation.api;

import static org.headcoach.people.Permission.APPROVE_PAY;
import static org.headcoach.people.Permission.EDIT_PLANS;
import static org.headcoach.people.Permission.SEE_OWN_PAY;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.headcoach.compensation.TownMeetingPage;
import org.headcoach.compensation.TownMeetingService;
import org.headcoach.compensation.api.PaySimulationsResource.SimulatedPay;
import org.headcoach.compensation.engine.Json;
import org.headcoach.people.Needs;
import org.headcoach.site.Here;
import org.headcoach.site.Paged;
import org.headcoach.site.Paging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Town meetings that the account may read, with the own figures only. */
@Path("town-meetings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Needs({EDIT_PLANS, SEE_OWN_PAY, APPROVE_PAY})
@Tag(name = "Town meetings", description = "Plans that may come, laid before those whom they would pay")
public class TownMeetingsResource {

	@Schema(description = "A meeting. open says whether it takes comments")
	public record TownMeetingItem(long id, String title, String firstMonth, String lastMonth, LocalDate commentsUntil, Instant openedAt, Instant closedAt, boolean open, long comments) {
	}

	@Schema(description = "One page of meetings, the latest first")
	public record TownMeetingList(List<TownMeetingItem> items, int page, int size, long total) implements Paged {
	}

	@Schema(description = "A candidate as it stood at the opening; terms is the JSON text that the engine reads. own is what it would have paid the account, difference what that is more than by the"
			+ " plan of the day")
	public record TownMeetingCandidate(int ordinal, String plan, int number, String terms, SimulatedPay own, BigDecimal difference) {
	}

	@Schema(description = "A comment. candidate is its ordinal, null for the whole; said is null when it was taken back")
	public record TownMeetingSaid(long id, Integer candidate, String person, String said, Instant saidAt, boolean withdrawn, String answer, Instant answeredAt, String answeredBy) {
	}

	@Schema(description = "What was changed; from is whose comment it came from, null when it came from none")
	public record TownMeetingChanged(String what, Instant enteredAt, String enteredBy, Long commentId, String from) {
	}

	@Schema(description = "A meeting as the account reads it. today is the own pay by the plan of the day; figures of others are not told here")
	public record TownMeetingDetail(long id, String title, String reasons, String firstMonth, String lastMonth, LocalDate commentsUntil, Instant openedAt, Instant closedAt, boolean open,
			SimulatedPay today, List<TownMeetingCandidate> candidates, List<TownMeetingSaid> comments, List<TownMeetingChanged> changes) {
	}

	@Inject
	private TownMeetingService meetings;

	@Inject
	private Here here;

	@GET
	@Operation(operationId = "listTownMeetings", summary = "Town meetings within reach", description = "Those to which the account or somebody below in its line is invited; all of them with EDIT_PLANS.")
	@APIResponse(responseCode = "200", description = "One page of meetings")
	public TownMeetingList list(@Valid @BeanParam Paging paging) {
		var all = meetings.meetings();
		return new TownMeetingList(all.stream().skip(paging.offset()).limit(paging.size()).map(row -> new TownMeetingItem(row.id(), row.title(), row.first().toString(), row.last().toString(),
				row.commentsUntil(), row.openedAt(), row.closedAt(), row.open(), row.comments())).toList(), paging.page(), paging.size(), all.size());
	}

	@GET
	@Path("{id}")
	@Operation(operationId = "getTownMeeting", summary = "A town meeting with the own figures", description = "404 for a meeting that is not within reach, as for one that does not exist.")
	@APIResponse(responseCode = "200", description = "The meeting")
	@APIResponse(responseCode = "404", description = "Not there, or not yours")
	public TownMeetingDetail get(@Parameter(description = "Number of the meeting") @PathParam("id") long id) {
		var page = meetings.meeting(id);
		return new TownMeetingDetail(page.id(), page.title(), page.reasons(), page.first().toString(), page.last().toString(), page.commentsUntil(), page.openedAt(), page.closedAt(), page.open(),
				page.own() == null ? null : SimulatedPay.of(page.own().today(), here), IntStream.range(0, page.candidates().size()).mapToObj(i -> candidate(page, i)).toList(),
				page.comments().stream().map(comment -> new TownMeetingSaid(comment.id(), comment.candidate(), comment.personName(), comment.said(), comment.saidAt(), comment.withdrawn(),
						comment.answer(), comment.answeredAt(), comment.answeredByName())).toList(),
				page.changes().stream().map(change -> new TownMeetingChanged(change.what(), change.enteredAt(), change.enteredByName(), change.commentId(), change.from())).toList());
	}

	private TownMeetingCandidate candidate(TownMeetingPage page, int at) {
		var structure = page.candidates().get(at);
		var difference = page.own() == null ? null : page.own().difference(at);
		return new TownMeetingCandidate(structure.ordinal(), structure.planName(), structure.number(), Json.write(structure.terms()),
				page.own() == null ? null : SimulatedPay.of(page.own().then().get(at), here), difference == null ? null : difference.amount());
	}
}
