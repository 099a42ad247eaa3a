package org.headcoach.notices.web;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.headcoach.notices.Channel;
import org.headcoach.notices.NoticeService;
import org.headcoach.notices.NoticeService.NoticeRow;
import org.headcoach.notices.NoticeService.OutboxSearch;
import org.headcoach.notices.NoticeState;
import org.headcoach.shared.BusinessClock;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What left the house, what waits, and what needs a look, of the last two weeks unless the address asks for other days. */
@Named
@ViewScoped
public class OutboxView implements Serializable {

	private static final long serialVersionUID = 1L;
	private static final int DAYS = 14;

	/** The parts of the list, by their name in the address. */
	private static final Map<String, Set<NoticeState>> PARTS = Map.of("look", EnumSet.of(NoticeState.FAILED, NoticeState.UNCERTAIN), "waiting",
			EnumSet.of(NoticeState.WAITING, NoticeState.SENDING), "sent", EnumSet.of(NoticeState.SENT), "dropped", EnumSet.of(NoticeState.DROPPED));

	@Inject
	private NoticeService notices;

	@Inject
	private BusinessClock clock;

	@Inject
	private Here here;

	@Inject
	private ListAddress list;

	private List<NoticeRow> rows;
	private Map<NoticeState, Long> counts;
	private NoticeService.Ways ways;
	private LocalDate from;
	private String part;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var search = search(list, here.getToday(), list.getFirst(), ListAddress.SIZE);
		rows = notices.outbox(search);
		counts = notices.counts(search);
		ways = notices.ways();
		from = search.from();
		part = part(list);
		list.counts(count(part));
	}

	/** The search that stands in the address; the page and its exports ask the same. */
	static OutboxSearch search(ListAddress list, LocalDate today, int first, int size) {
		return new OutboxSearch(list.text("q"), PARTS.get(part(list)), list.oneOf(Channel.class, "channel"), list.day("from") == null ? today.minusDays(DAYS) : list.day("from"),
				list.day("until"), first, size);
	}

	private static String part(ListAddress list) {
		return PARTS.containsKey(String.valueOf(list.text("show"))) ? list.text("show") : "look";
	}

	public void sendAgain(NoticeRow row) {
		notices.sendAgain(row.id());
		Done.here("notices.outbox.done.again", row.to());
	}

	/** How many are in a part. */
	public long count(String name) {
		return PARTS.get(name).stream().mapToLong(state -> counts.getOrDefault(state, 0L)).sum();
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "notices.outbox.answer", count("look"), count("waiting"), count("sent"), from);
	}

	/** The kind of chip. */
	public String kind(NoticeState state) {
		return switch (state) {
			case SENT -> "done";
			case SENDING -> "open";
			case WAITING -> "waiting";
			case UNCERTAIN -> "look";
			case FAILED -> "refused";
			case DROPPED -> "closed";
		};
	}

	/** What is known of its tries: when it went out, or when it is tried next. */
	public String tried(NoticeRow row) {
		return switch (row.state()) {
			case SENT -> text("notices.outbox.sent-at", at(row.endedAt()));
			case WAITING -> text("notices.outbox.next", row.tries(), at(row.nextTryAt()));
			case FAILED, UNCERTAIN -> text("notices.outbox.tries", row.tries());
			case SENDING, DROPPED -> "";
		};
	}

	/** Why it is not sent, or not yet; null when nothing is wrong. What the other side said stands apart. */
	public String why(NoticeRow row) {
		return row.trouble() == null || row.state() == NoticeState.SENT ? null : text("notices.trouble." + row.trouble(), "").strip();
	}

	/** It needs its text for that. */
	public boolean mayGoAgain(NoticeRow row) {
		return PARTS.get("look").contains(row.state()) && row.endedAt().plus(NoticeService.TEXT_KEPT).isAfter(clock.now());
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}

	public LocalDateTime at(Instant moment) {
		return LocalDateTime.ofInstant(moment, here.getCompany().zone());
	}

	/** Whether somebody narrowed the list by words or the way. */
	public boolean isFiltered() {
		return list.text("q") != null || list.text("channel") != null;
	}

	public Channel[] getChannels() {
		return Channel.values();
	}

	public List<NoticeRow> getRows() {
		return rows;
	}

	public NoticeService.Ways getWays() {
		return ways;
	}

	public LocalDate getFrom() {
		return from;
	}

	/** The part that is shown. */
	public String getPart() {
		return part;
	}
}
