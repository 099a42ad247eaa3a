package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.headcoach.compensation.SimulationService.Pay;
import org.headcoach.compensation.TownMeetingPage;
import org.headcoach.compensation.TownMeetingPage.CommentRow;
import org.headcoach.compensation.TownMeetingPage.Figures;
import org.headcoach.compensation.TownMeetingPage.Structure;
import org.headcoach.compensation.TownMeetingService;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.PayCurve;
import org.headcoach.shared.Money;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** A town meeting: why, how, what the reader would have got, and what is said about it. */
@Named
@ViewScoped
public class TownMeetingView implements Serializable {

	private static final long serialVersionUID = 1L;

	/**
	 * A candidate ready to be printed.
	 *
	 * @param unit what 100 % is in the picture; null when the whole plan is drawn
	 * @param curve null where nothing can be drawn
	 */
	public record Shown(Structure structure, String name, List<PlanText.Paragraph> words, CurvePicture curve, BigDecimal unit, boolean ofMoney) implements Serializable {

		public String currency() {
			return structure.terms().currency().getCurrencyCode();
		}
	}

	private static final BigDecimal CURVE_END = new BigDecimal("1.6");

	@Inject
	private TownMeetingService meetings;

	@Inject
	private PlanText texts;

	@Inject
	private Here here;

	@Inject
	private HttpServletRequest request;

	/** Told apart from other forms, so that a second press of a button says or enters nothing twice. */
	private final String formKey = UUID.randomUUID().toString();
	private TownMeetingPage page;
	private List<Shown> candidates;
	private String text;
	private Integer about;
	private final Map<Long, String> answers = new HashMap<>();
	private String what;
	private Long from;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = meetings.meeting(meetingIn(request));
		candidates = page.candidates().stream().map(this::shown).toList();
		var asked = request.getParameter("about");
		about = asked != null && asked.matches("[1-3]") ? Integer.valueOf(asked) : null;
	}

	static long meetingIn(HttpServletRequest request) {
		var asked = request.getParameter("meeting");
		if (asked == null || !asked.matches("\\d{1,18}")) {
			throw new NotHereException("No town meeting " + asked);
		}
		return Long.parseLong(asked);
	}

	private Shown shown(Structure structure) {
		var terms = structure.terms();
		var own = new TreeMap<String, BigDecimal>();
		if (page.own() != null) {
			terms.components().stream().filter(component -> page.own().quotas().containsKey(component.code())).forEach(component -> own.put(component.code(),
					page.own().quotas().get(component.code()).multiply(BigDecimal.valueOf(component.window().months())).divide(BigDecimal.valueOf(12), MathContext.DECIMAL64)));
		}
		var targets = new TreeMap<>(structure.targets());
		targets.putAll(own);
		var words = texts.paragraphs(terms, terms.seasons().size() > 1 ? Map.of() : own);
		var first = terms.components().get(0);
		var name = Messages.text(here.getLocale(), "compensation.simulation.name", structure.planName(), structure.number());
		if (!targets.keySet().containsAll(terms.components().stream().map(Component::code).toList())) {
			return new Shown(structure, name, words, null, null, first.measure().kind().isMoney());
		}
		if (terms.components().size() > 1) {
			return new Shown(structure, name, words, CurvePicture.of(PayCurve.of(terms, targets, Map.of(), CURVE_END), CURVE_END, false), null, true);
		}
		var unit = targets.get(first.code());
		var end = unit.multiply(CURVE_END);
		return new Shown(structure, name, words, CurvePicture.of(PayCurve.of(first, terms.currency(), unit, BigDecimal.ONE, end), end, false), unit, first.measure().kind().isMoney());
	}

	// ------------------------------------------------------------ what the reader does

	public void say() {
		meetings.comment(new TownMeetingService.Comment(page.id(), about, text, formKey));
		done("compensation.town.done.said");
	}

	public void withdraw(long commentId) {
		meetings.withdraw(commentId);
		done("compensation.town.done.withdrawn");
	}

	public void answer(CommentRow comment) {
		meetings.answer(comment.id(), comment.version(), answers.get(comment.id()));
		done("compensation.town.done.answered");
	}

	public void enter() {
		meetings.log(new TownMeetingService.LogChange(page.id(), what, from, formKey));
		done("compensation.town.done.logged");
	}

	public void close() {
		meetings.close(page.id(), page.version());
		done("compensation.town.done.closed");
	}

	/** Without a place in the page: an address that differs in its place only is not loaded afresh. */
	private void done(String key) {
		Done.at("/compensation/town-meeting?meeting=" + page.id(), key);
	}

	// ------------------------------------------------------------ for the page

	/** In one sentence: what the reader would have got, or how the meeting stands. */
	public String getAnswer() {
		var locale = here.getLocale();
		if (page.own() != null) {
			return own(page.own());
		}
		if (page.mayEdit()) {
			return Messages.html(locale, page.open() ? "compensation.town.answer.editor" : "compensation.town.answer.editor.over", standing().size(), getUnanswered(), page.commentsUntil());
		}
		var best = 0L;
		for (int i = 0; i < candidates.size(); i++) {
			best = Math.max(best, gaining(i));
		}
		return candidates.size() == 1 ? Messages.html(locale, "compensation.town.answer.leader", candidates.get(0).name(), gaining(0), losing(0))
				: Messages.html(locale, "compensation.town.answer.leader.several", page.others().size(), candidates.size(), best);
	}

	private String own(Figures figures) {
		var locale = here.getLocale();
		if (candidates.size() > 1) {
			var differences = IntStream.range(0, candidates.size()).mapToObj(figures::difference).filter(Objects::nonNull).map(Money::amount).sorted().toList();
			if (differences.isEmpty()) {
				return Messages.html(locale, "compensation.town.answer.own.nothing");
			}
			if (differences.size() == 1) {
				// with what could not be computed beside it: the one sentence is about the other
				var only = IntStream.range(0, candidates.size()).filter(at -> figures.difference(at) != null).findFirst().orElseThrow();
				return than(candidates.get(only).name(), figures.then().get(only).amount(), figures.difference(only));
			}
			var least = differences.get(0);
			var most = differences.get(differences.size() - 1);
			var currency = figures.today().amount().currency();
			return Messages.html(locale, least.compareTo(most) == 0 ? "compensation.town.answer.own.one" : "compensation.town.answer.own.several", candidates.size(),
					signed(Money.of(least, currency)), signed(Money.of(most, currency)));
		}
		var then = figures.then().get(0);
		if (then.amount() == null) {
			return Messages.html(locale, "compensation.town.answer.own.nothing");
		}
		var difference = figures.difference(0);
		return difference == null ? Messages.html(locale, "compensation.town.answer.own.new", candidates.get(0).name(), texts.money(then.amount()))
				: than(candidates.get(0).name(), then.amount(), difference);
	}

	private String than(String plan, Money amount, Money difference) {
		return Messages.html(here.getLocale(), "compensation.town.answer.own", plan, texts.money(amount), texts.money(abs(difference)), difference.signum() > 0 ? "more" : difference.signum() < 0 ? "less" : "same");
	}

	private static Money abs(Money amount) {
		return amount.signum() < 0 ? amount.negated() : amount;
	}

	/** +$640.00 */
	public String signed(Money amount) {
		return amount == null ? Formats.NOTHING
				: Formats.money(here.getLocale(), amount.amount(), amount.currency().getCurrencyCode(), true, true);
	}

	/** The class that colours a difference; its sign says the same. */
	public String side(Money difference) {
		return difference == null || difference.isZero() ? "" : difference.signum() > 0 ? "pay-winner" : "pay-loser";
	}

	public String why(Pay pay) {
		return Messages.text(here.getLocale(), pay.refusal());
	}

	private List<CommentRow> standing() {
		return page.comments().stream().filter(comment -> !comment.withdrawn()).toList();
	}

	public long getUnanswered() {
		return standing().stream().filter(comment -> comment.answer() == null).count();
	}

	/** Comments that a change may have come from. */
	public List<CommentRow> getSources() {
		return standing();
	}

	/** A comment in a list to choose from. */
	public String brief(CommentRow comment) {
		var said = comment.said().replaceAll("\\s+", " ");
		return Messages.text(here.getLocale(), "compensation.town.change.source", comment.personName(), said.length() > 60 ? said.substring(0, 57) + "…" : said);
	}

	public long gaining(int candidate) {
		return page.others().stream().map(one -> one.difference(candidate)).filter(difference -> difference != null && difference.signum() > 0).count();
	}

	public long losing(int candidate) {
		return page.others().stream().map(one -> one.difference(candidate)).filter(difference -> difference != null && difference.signum() < 0).count();
	}

	/** The name of a candidate that a comment is about. */
	public String named(Integer ordinal) {
		return ordinal == null ? null : candidates.get(ordinal - 1).name();
	}

	/** When it was said, in the company's zone. */
	public LocalDateTime at(Instant moment) {
		return LocalDateTime.ofInstant(moment, here.getCompany().zone());
	}

	public TownMeetingPage getPage() {
		return page;
	}

	public List<Shown> getCandidates() {
		return candidates;
	}

	public String getText() {
		return text;
	}

	public void setText(String text) {
		this.text = text;
	}

	public Integer getAbout() {
		return about;
	}

	public void setAbout(Integer about) {
		this.about = about;
	}

	public Map<Long, String> getAnswers() {
		return answers;
	}

	public String getWhat() {
		return what;
	}

	public void setWhat(String what) {
		this.what = what;
	}

	public Long getFrom() {
		return from;
	}

	public void setFrom(Long from) {
		this.from = from;
	}
}
