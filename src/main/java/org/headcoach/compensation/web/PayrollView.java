package org.headcoach.compensation.web;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

import org.headcoach.compensation.PayrollExportService;
import org.headcoach.compensation.PayrollLayout;
import org.headcoach.compensation.PayrollPage;
import org.headcoach.compensation.PayrollService;
import org.headcoach.site.Done;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.shared.Money;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A month's file for payroll: who is in it, who is not and why, what is missing, and the files that were made. */
@Named
@ViewScoped
public class PayrollView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private PayrollExportService exports;

	@Inject
	private PayrollService payroll;

	@Inject
	private Here here;

	@Inject
	private ListAddress list;

	@Inject
	private Formats formats;

	private PayrollPage page;
	private PayrollLayout layout = PayrollLayout.GENERIC;
	private String company;
	private String earning;
	private Long made;
	private final Map<Long, String> ids = new HashMap<>();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = exports.page(here.getMonth());
		company = page.adpCompany();
		earning = page.adpEarning();
		made = list.number("made");
		page.lines().forEach(line -> ids.put(line.personId(), line.payrollId()));
	}

	public void export() {
		var row = exports.export(page.month(), layout, !page.exports().isEmpty(), line -> note(here.getLocale(), line));
		Done.at("/compensation/payroll?month=" + page.month() + "&made=" + row.id(), "compensation.payroll.done.made", row.fileName());
	}

	static String note(java.util.Locale locale, PayrollPage.Line line) {
		return Messages.text(locale, "compensation.payroll.file.released", line.earnedIn(), line.payout());
	}

	public void saveIds() {
		var changed = 0;
		for (var line : page.lines()) {
			var wanted = ids.get(line.personId()) == null || ids.get(line.personId()).isBlank() ? null : ids.get(line.personId()).strip();
			if (!java.util.Objects.equals(wanted, line.payrollId())) {
				payroll.putPayrollId(line.personId(), wanted);
				changed++;
			}
		}
		Done.at("/compensation/payroll?month=" + page.month(), "compensation.payroll.done.ids", changed);
	}

	public void saveCodes() {
		exports.putAdpCodes(company, earning);
		Done.at("/compensation/payroll?month=" + page.month(), "compensation.payroll.done.codes");
	}

	/** What is handed over, to whom, and whether it was before. */
	public String getAnswer() {
		var key = !page.status().isClosed() ? "not-closed" : page.lines().isEmpty() ? "nobody" : page.exports().isEmpty() ? "ready" : "exported";
		return Messages.html(here.getLocale(), "compensation.payroll.answer." + key, page.month(), sum(), page.people(), page.missing().size(), page.exports().size());
	}

	public String sum() {
		return Messages.text(here.getLocale(), "compensation.month.list", page.sums().stream().map(this::money).toList());
	}

	public String money(Money amount) {
		return formats.exactMoney(amount.amount(), amount.currency().getCurrencyCode());
	}

	public LocalDateTime at(Instant moment) {
		return LocalDateTime.ofInstant(moment, here.getCompany().zone());
	}

	/** The file that was made just now. */
	public PayrollPage.ExportRow getMadeNow() {
		return page.exports().stream().filter(export -> made != null && export.id() == made).findFirst().orElse(null);
	}

	public PayrollPage getPage() {
		return page;
	}

	public YearMonth getMonth() {
		return page.month();
	}

	public PayrollLayout[] getLayouts() {
		return PayrollLayout.values();
	}

	public PayrollLayout getLayout() {
		return layout;
	}

	public void setLayout(PayrollLayout chosen) {
		layout = chosen;
	}

	public String getCompany() {
		return company;
	}

	public void setCompany(String code) {
		company = code;
	}

	public String getEarning() {
		return earning;
	}

	public void setEarning(String code) {
		earning = code;
	}

	public Map<Long, String> getIds() {
		return ids;
	}
}
