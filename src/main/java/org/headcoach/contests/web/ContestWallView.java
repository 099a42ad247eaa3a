package org.headcoach.contests.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

import org.headcoach.contests.Phase;
import org.headcoach.contests.WallPage;
import org.headcoach.contests.WallService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The wall: by its link, or for who is signed in. */
@Named
@RequestScoped
public class ContestWallView {

	/** Older data are named on the wall. */
	private static final Duration FRESH = Duration.ofHours(1);

	@Inject
	private WallService walls;

	@Inject
	private ContestWords words;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	@Inject
	private BusinessClock clock;

	private WallPage page;
	private String token;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		token = list.text("token");
		var id = list.number("contest");
		if (token == null && id == null) {
			throw new NotHereException("No wall is asked for");
		}
		page = token != null ? walls.wall(token) : walls.of(id);
	}

	/** Who leads by how much; who has won. HTML. */
	public String getSentence() {
		var locale = here.getLocale();
		return switch (page.phase()) {
			case DRAFT, CALLED_OFF -> Messages.html(locale, "contests.wall.off");
			case ANNOUNCED -> Messages.html(locale, "contests.wall.starts", page.firstDay());
			case SETTLED -> page.winners().isEmpty() ? Messages.html(locale, "contests.wall.nobody") : Messages.html(locale, "contests.wall.won", words.all(page.winners()));
			case RUNNING, ENDED -> leading();
		};
	}

	private String leading() {
		var locale = here.getLocale();
		var lead = page.lead();
		if (lead == null || page.rows().stream().allMatch(row -> row.score() == null || row.score().signum() == 0)) {
			return Messages.html(locale, "contests.wall.nothing");
		}
		var together = page.rows().stream().filter(row -> row.rank() == 1).map(WallPage.Row::name).toList();
		if (lead.by().signum() == 0) {
			return together.size() > 2 ? Messages.html(locale, "contests.wall.level-many", together.size()) : Messages.html(locale, "contests.wall.level", words.all(together));
		}
		return Messages.html(locale, page.perHead() ? "contests.wall.leads-head" : "contests.wall.leads", lead.team(), ContestWords.amount(locale, page.counting(), lead.by()));
	}

	public boolean isScored() {
		return page.phase().isScored() || page.phase() == Phase.SETTLED;
	}

	public boolean isLive() {
		return page.phase() == Phase.RUNNING;
	}

	/** By the clock on the company's wall. */
	public String getClock() {
		return Messages.text(here.getLocale(), "contests.wall.clock", clock.now().atZone(here.getCompany().zone()).toLocalDateTime());
	}

	/** How old the data are, when that is worth telling; null else. */
	public String getAge() {
		var now = clock.now();
		return !isLive() || page.dataAt() != null && Duration.between(page.dataAt(), now).compareTo(FRESH) < 0 ? null : words.age(page.dataAt(), now);
	}

	public String names(WallPage.Row row) {
		return String.join(", ", row.firstNames());
	}

	/** Per cent of the room for bars. */
	public double width(BigDecimal part) {
		var most = page.rows().stream().map(WallPage.Row::score).filter(Objects::nonNull).mapToDouble(BigDecimal::doubleValue).max().orElse(0);
		return part == null || most <= 0 ? 0 : Math.max(0, part.doubleValue() / most * 94);
	}

	public double before(WallPage.Row row) {
		return row.score() == null ? 0 : width(row.today() == null ? row.score() : row.score().subtract(row.today()).max(BigDecimal.ZERO));
	}

	/** Where the page listens: as it came, by its link or by the number of the contest. Empty while nothing moves. */
	public String getLiveAddress() {
		return isLive() ? "/live/contests?" + (token == null ? "contest=" + page.id() : "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)) : "";
	}

	public WallPage getPage() {
		return page;
	}
}
