package org.headcoach.compensation.web;

import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.compensation.PayMonthService;
import org.headcoach.compensation.PayMonthService.RateRow;
import org.headcoach.compensation.PayrollService;
import org.headcoach.compensation.RateLines;
import org.headcoach.compensation.PaySettings;
import org.headcoach.compensation.engine.Measure;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

/** The company's settings for pay, and its rates of exchange. */
@Named
@ViewScoped
public class PaySettingsView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A list of rates is small; anything larger is the wrong file. */
	private static final long LARGEST = 1_000_000;

	@Inject
	private PayrollService payroll;

	@Inject
	private PayMonthService months;

	@Inject
	private Here here;

	@Inject
	private ListAddress list;

	private int version;
	private String firstGoal;
	private BigDecimal adjustmentLimit;
	private BigDecimal usualFactor;
	private boolean holdUntilAccepted;
	private int answerDays;
	private int payOnDay;

	private List<RateRow> rates;
	private long ratesInAll;
	private String from;
	private String to;
	private LocalDate on;
	private BigDecimal rate;
	private transient Part file;
	private List<RateLines.Problem> problems = List.of();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var settings = payroll.settings();
		version = settings.version();
		firstGoal = settings.firstGoal();
		adjustmentLimit = plain(settings.adjustmentLimit());
		usualFactor = plain(settings.usualFactor());
		holdUntilAccepted = settings.holdUntilAccepted();
		answerDays = settings.answerDays();
		payOnDay = settings.payOnDay();
		to = here.getCompany().currency().getCurrencyCode();
		on = here.getToday();
		var all = months.rates();
		ratesInAll = all.size();
		list.counts(all.size());
		rates = all.stream().skip(list.getFirst()).limit(ListAddress.SIZE).toList();
	}

	/** 500, not 5E+2. */
	private static BigDecimal plain(BigDecimal number) {
		return new BigDecimal(number.stripTrailingZeros().toPlainString());
	}

	public void save() {
		payroll.changeSettings(new PaySettings(version, firstGoal, adjustmentLimit, usualFactor, holdUntilAccepted, answerDays, payOnDay));
		Done.here("compensation.settings.done.saved");
	}

	public void addRate() {
		payroll.putRate(from.strip().toUpperCase(java.util.Locale.ROOT), to.strip().toUpperCase(java.util.Locale.ROOT), on, rate);
		Done.here("compensation.settings.done.rates", 1);
	}

	/** All lines or none: with a wrong line nothing is taken in and every wrong line is said. */
	public void upload() throws IOException {
		RateLines lines;
		try (var content = file.getInputStream()) {
			lines = RateLines.read(new String(content.readNBytes((int) LARGEST), StandardCharsets.UTF_8));
		}
		problems = lines.problems();
		if (problems.isEmpty()) {
			Done.here("compensation.settings.done.rates", payroll.putRates(lines.rates()));
		}
	}

	public String problem(RateLines.Problem one) {
		return Messages.text(here.getLocale(), "compensation.rates.problem." + one.key(), one.line(), one.said());
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "compensation.settings.answer", Messages.text(here.getLocale(), "compensation.settings.goal." + firstGoal), payOnDay, ratesInAll);
	}

	public List<String> getGoals() {
		return java.util.Arrays.stream(Measure.Kind.values()).filter(Measure.Kind::isOfDeals).map(Enum::name).toList();
	}

	public List<RateRow> getRates() {
		return rates;
	}

	public List<RateLines.Problem> getProblems() {
		return problems;
	}

	public String getFirstGoal() {
		return firstGoal;
	}

	public void setFirstGoal(String goal) {
		firstGoal = goal;
	}

	public BigDecimal getAdjustmentLimit() {
		return adjustmentLimit;
	}

	public void setAdjustmentLimit(BigDecimal limit) {
		adjustmentLimit = limit;
	}

	public BigDecimal getUsualFactor() {
		return usualFactor;
	}

	public void setUsualFactor(BigDecimal factor) {
		usualFactor = factor;
	}

	public boolean isHoldUntilAccepted() {
		return holdUntilAccepted;
	}

	public void setHoldUntilAccepted(boolean yes) {
		holdUntilAccepted = yes;
	}

	public int getAnswerDays() {
		return answerDays;
	}

	public void setAnswerDays(int days) {
		answerDays = days;
	}

	public int getPayOnDay() {
		return payOnDay;
	}

	public void setPayOnDay(int day) {
		payOnDay = day;
	}

	public String getFrom() {
		return from;
	}

	public void setFrom(String code) {
		from = code;
	}

	public String getTo() {
		return to;
	}

	public void setTo(String code) {
		to = code;
	}

	public LocalDate getOn() {
		return on;
	}

	public void setOn(LocalDate day) {
		on = day;
	}

	public BigDecimal getRate() {
		return rate;
	}

	public void setRate(BigDecimal number) {
		rate = number;
	}

	public Part getFile() {
		return file;
	}

	public void setFile(Part part) {
		file = part;
	}
}
