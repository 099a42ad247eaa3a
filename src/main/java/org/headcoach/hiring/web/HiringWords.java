package org.headcoach.hiring.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.headcoach.hiring.CandidacyState;
import org.headcoach.hiring.DebriefPage;
import org.headcoach.hiring.Recommendation;
import org.headcoach.hiring.engine.Debrief.Opinion;
import org.headcoach.notices.NoticeService;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How hiring says things: times by the clock of their zone, shares, how a state looks. */
@Named
@RequestScoped
public class HiringWords {

	@Inject
	private Here here;

	/** A moment by the company's clock. */
	public String moment(Instant moment) {
		return moment == null ? Formats.NOTHING : text("hiring.moment", moment.atZone(here.getCompany().zone()).toLocalDateTime());
	}

	/** Only the day. */
	public String day(Instant moment) {
		return moment == null ? Formats.NOTHING : text("hiring.day", here.getCompany().dayOf(moment));
	}

	/** From to by the clock of the interview's zone; it is named where it is not the company's. */
	public String time(Instant starts, Instant ends, String zone) {
		var clock = ZoneId.of(zone);
		var same = clock.equals(here.getCompany().zone());
		return text(same ? "hiring.time" : "hiring.time.zone", starts.atZone(clock).toLocalDateTime(), ends.atZone(clock).toLocalDateTime(), zone);
	}

	/** A share of the best in per cent with one decimal; a dash for none. */
	public String share(Double share) {
		return share == null ? Formats.NOTHING : Formats.percent(locale(), share, 1);
	}

	public String percent(Double share) {
		return share == null ? Formats.NOTHING : Formats.percent(locale(), share, 0);
	}

	/** A mean of scores with one decimal. */
	public String mean(Double mean) {
		return mean == null ? Formats.NOTHING : Formats.number(locale(), mean, 1, false);
	}

	/** A weight without needless zeros. */
	public String weight(Number weight) {
		return weight == null ? Formats.NOTHING : new BigDecimal(weight.toString()).stripTrailingZeros().toPlainString();
	}

	/** Names in a row. */
	public String names(List<String> names) {
		return String.join(", ", names);
	}

	public String recommendation(Recommendation what) {
		return what == null ? Formats.NOTHING : text("hiring.recommendation." + what);
	}

	/** What lies between two passes, and the effort. */
	public String between(DebriefPage.Said said) {
		return text("hiring.debrief.between", orNothing(said.selfDiagnosis()), orNothing(said.praise()), orNothing(said.improvement()), orNothing(said.effort()));
	}

	private static String orNothing(Object value) {
		return value == null ? Formats.NOTHING : value.toString();
	}

	/** How a recommendation looks as a chip. */
	public String recommendationKind(Recommendation what) {
		return switch (what) {
			case DEFINITELY_NOT, NO -> "refused";
			case NO_DECISION -> "open";
			case YES, STRONG_YES -> "done";
		};
	}

	/** How a letter stands that was sent. */
	public String sent(NoticeService.Sent stands) {
		return text("hiring.letter.stands." + stand(stands));
	}

	public String sentKind(NoticeService.Sent stands) {
		return switch (stand(stands)) {
			case "SENT" -> "done";
			case "WAITING" -> "waiting";
			default -> "refused";
		};
	}

	private static String stand(NoticeService.Sent stands) {
		if (stands == null) {
			return "FAILED";
		}
		return switch (stands.state()) {
			case SENT -> "SENT";
			case WAITING, SENDING -> "WAITING";
			case UNCERTAIN -> "UNCERTAIN";
			case FAILED, DROPPED -> "FAILED";
		};
	}

	public String stateKind(CandidacyState state) {
		return switch (state) {
			case ACTIVE -> "open";
			case HIRED -> "done";
			case REJECTED -> "refused";
			case WITHDRAWN -> "closed";
		};
	}

	public String opinionKind(Opinion opinion) {
		return switch (opinion) {
			case SPLIT -> "look";
			case NOBODY -> "waiting";
			case DIFFERENT, ONE_VOICE -> "open";
			case AGREED -> "done";
		};
	}

	private Locale locale() {
		return here.getLocale();
	}

	private String text(String key, Object... arguments) {
		return Messages.text(locale(), key, arguments);
	}
}
