package org.headcoach.compensation.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.headcoach.compensation.Attainment;
import org.headcoach.compensation.NextLevel;
import org.headcoach.compensation.PayLine;
import org.headcoach.compensation.WhatIf;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The own pay: what, why, what if, and a question about it. */
@Named
@ViewScoped
public class MyPayView extends PayOfMonth {

	private static final long serialVersionUID = 1L;

	/** So many open deals are shown before the others are opened. */
	private static final int FIRST = 6;

	/** So many steps lead from nothing to the end of the slider. */
	private static final BigDecimal STEPS = BigDecimal.valueOf(20);

	@Inject
	private PayWords words;

	@Inject
	private HttpServletRequest request;

	private BigDecimal more = BigDecimal.ZERO;
	private Map<Long, Boolean> won = new HashMap<>();
	private WhatIf whatIf;
	private String question;
	private NextLevel nextLevel;

	@Override
	protected long personId() {
		var own = here().getActor().personId();
		if (own == null) {
			throw new NotHereException(here().getActor().name() + " has no pay");
		}
		return own;
	}

	@Override
	public void load() {
		super.load();
		suppose();
		nextLevel = isRunning() ? pay().nextLevel(personId()).orElse(null) : null;
	}

	// ------------------------------------------------------------ what if

	/** The running month is the one in which something can still be won. */
	public boolean isRunning() {
		return YearMonth.from(here().getToday()).equals(here().getMonth());
	}

	/** Null where none follows, and in months that are over. */
	public NextLevel getNextLevel() {
		return nextLevel;
	}

	/** Computes what is supposed; nothing of it is kept. */
	public void suppose() {
		// only more can be supposed
		more = more == null ? BigDecimal.ZERO : more.max(BigDecimal.ZERO);
		if (isRunning() && getPage().parked() == null) {
			var deals = won.entrySet().stream().filter(entry -> Boolean.TRUE.equals(entry.getValue())).map(Map.Entry::getKey).collect(Collectors.toSet());
			whatIf = pay().whatIf(personId(), new WhatIf.Suppose(more, deals));
		}
	}

	public void moreOfIt() {
		more = (more == null ? BigDecimal.ZERO : more).add(getStep()).min(getMost());
		suppose();
	}

	public void lessOfIt() {
		more = (more == null ? BigDecimal.ZERO : more).subtract(getStep()).max(BigDecimal.ZERO);
		suppose();
	}

	public void startAgain() {
		more = BigDecimal.ZERO;
		won = new HashMap<>();
		suppose();
	}

	/** One press of a button: a twentieth of the slider, rounded to what is easily said. */
	public BigDecimal getStep() {
		var base = base();
		var exact = base.divide(STEPS, MathContext.DECIMAL32).max(BigDecimal.ONE);
		var unit = BigDecimal.ONE.scaleByPowerOfTen(exact.precision() - exact.scale() - 1);
		return exact.divide(unit, 0, RoundingMode.UP).multiply(unit).setScale(0, RoundingMode.UP);
	}

	public BigDecimal getMost() {
		return getStep().multiply(STEPS);
	}

	private BigDecimal base() {
		var attainment = whatIf == null ? null : whatIf.attainment();
		if (attainment == null) {
			return STEPS;
		}
		return attainment.quota() != null ? attainment.quota() : attainment.reached().signum() > 0 ? attainment.reached() : BigDecimal.valueOf(attainment.currency() == null ? 20 : 2000);
	}

	@Override
	public Attainment getMain() {
		return isRunning() && whatIf != null && whatIf.attainment() != null && whatIf.attainment().curve() != null ? whatIf.attainment() : super.getMain();
	}

	@Override
	public CurvePicture getCurve() {
		var main = getMain();
		return drawn(main, main == null || whatIf == null || !main.equals(whatIf.attainment()) ? null : whatIf.reached());
	}

	public String getWhatIfSentence() {
		if (whatIf == null || more.signum() == 0 && won.values().stream().noneMatch(Boolean.TRUE::equals)) {
			return words.html("compensation.what-if.nothing-yet");
		}
		if (whatIf.earned().isZero()) {
			return words.html("compensation.what-if.earns-nothing");
		}
		return whatIf.later().signum() <= 0 ? words.html("compensation.what-if.earns", words.exact(whatIf.earned()))
				: words.html("compensation.what-if.earns-later", words.exact(whatIf.earned()), words.exact(whatIf.due()));
	}

	public WhatIf getWhatIf() {
		return whatIf;
	}

	public List<WhatIf.Open> getDeals() {
		return whatIf == null ? List.of() : whatIf.deals();
	}

	/** Those that would earn most. */
	public List<WhatIf.Open> getFirstDeals() {
		return getDeals().subList(0, Math.min(FIRST, getDeals().size()));
	}

	public List<WhatIf.Open> getMoreDeals() {
		return getDeals().subList(Math.min(FIRST, getDeals().size()), getDeals().size());
	}

	/** Probability 60 %. */
	public String probability(WhatIf.Open deal) {
		return deal.probability() == null ? "" : words.text("compensation.what-if.probability", deal.probability());
	}

	public BigDecimal getMore() {
		return more;
	}

	public void setMore(BigDecimal more) {
		this.more = more;
	}

	public Map<Long, Boolean> getWon() {
		return won;
	}

	// ------------------------------------------------------------ asking

	/** The line that the address asks about; null for the month. */
	public PayLine getAskedLine() {
		var ask = request.getParameter("ask");
		if (ask == null || !ask.matches("\\d{1,18}")) {
			return null;
		}
		var id = Long.parseLong(ask);
		return getPage().lines().stream().filter(line -> line.postings().contains(id)).findFirst()
				.orElseThrow(() -> new NotHereException("No line " + id + " of " + here().getActor().name()));
	}

	public boolean isAsking() {
		return getPage().sum() != null && request.getParameter("ask") != null;
	}

	public String getAskedName() {
		var line = getAskedLine();
		return line == null ? words.text("compensation.question.about-month", here().getMonth()) : words.shown(line).name();
	}

	public void ask() {
		var line = getAskedLine();
		pay().ask(here().getMonth(), line == null ? null : line.postingId(), question);
		Done.at("/compensation/my-pay?month=" + here().getMonth(), "compensation.question.done.asked");
	}

	public String getQuestion() {
		return question;
	}

	public void setQuestion(String question) {
		this.question = question;
	}
}
