package org.headcoach.hiring.web;

import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.headcoach.hiring.InterviewService;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Planning an interview: when, where, who looks at what. */
@Named
@ViewScoped
public class InterviewView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private InterviewService interviews;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private InterviewService.PlanPage page;
	private InterviewService.InterviewRow own;
	private final Map<String, Object> form = new HashMap<>();
	private final List<Map<String, Object>> seats = new ArrayList<>();
	private final String formKey = UUID.randomUUID().toString();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var candidacy = list.number("candidacy");
		if (candidacy == null) {
			throw new NotHereException("No candidate is asked for");
		}
		page = interviews.plan(candidacy);
		var id = list.number("id");
		seats.clear();
		if (id == null) {
			form.put("title", Messages.text(here.getLocale(), "hiring.interview.usual"));
			form.put("minutes", 45);
			form.put("zone", here.getCompany().zone().getId());
			form.put("starts", here.getToday().plusDays(1).atTime(10, 0));
			seats.add(seat(null, true, Set.of()));
			return;
		}
		own = page.interviews().stream().filter(one -> one.id() == id).findFirst().orElseThrow(() -> new NotHereException("No interview " + id));
		form.put("title", own.title());
		form.put("starts", own.startsAt().atZone(ZoneId.of(own.zone())).toLocalDateTime());
		form.put("minutes", (int) Duration.between(own.startsAt(), own.endsAt()).toMinutes());
		form.put("zone", own.zone());
		form.put("place", own.place());
		own.seats().forEach(one -> seats.add(seat(one.accountId(), one.required(), Set.copyOf(one.focus()))));
	}

	private static Map<String, Object> seat(Long account, boolean required, Set<String> focus) {
		var seat = new HashMap<String, Object>();
		seat.put("account", account);
		seat.put("required", required);
		seat.put("focus", new ArrayList<>(focus));
		return seat;
	}

	public void addSeat() {
		seats.add(seat(null, true, Set.of()));
	}

	public void removeSeat(int index) {
		seats.remove(index);
	}

	public void save() {
		var lines = seats.stream().filter(one -> one.get("account") != null).map(one -> new InterviewService.SeatLine((Long) one.get("account"), Boolean.TRUE.equals(one.get("required")), focus(one.get("focus")))).toList();
		interviews.write(new InterviewService.WriteInterview(own == null ? null : own.id(), own == null ? null : own.version(), page.candidacyId(), (String) form.get("title"), (LocalDateTime) form.get("starts"),
				form.get("minutes") == null ? 0 : ((Number) form.get("minutes")).intValue(), (String) form.get("zone"), (String) form.get("place"), lines, formKey));
		Done.at("/hiring/candidate?id=" + page.candidateId(), "hiring.interview.done", page.candidate());
	}

	private static Set<String> focus(Object chosen) {
		var codes = new TreeSet<String>();
		if (chosen instanceof Collection<?> several) {
			several.forEach(one -> codes.add(one.toString()));
		} else if (chosen instanceof Object[] several) {
			Arrays.stream(several).forEach(one -> codes.add(one.toString()));
		}
		return codes;
	}

	public void cancel() {
		interviews.cancel(own.id());
		Done.at("/hiring/candidate?id=" + page.candidateId(), "hiring.interview.cancelled", page.candidate());
	}

	public InterviewService.PlanPage getPage() {
		return page;
	}

	public InterviewService.InterviewRow getOwn() {
		return own;
	}

	public Map<String, Object> getForm() {
		return form;
	}

	public List<Map<String, Object>> getSeats() {
		return seats;
	}

	public List<Map.Entry<String, String>> getNames() {
		return List.copyOf(page.names().entrySet());
	}
}
