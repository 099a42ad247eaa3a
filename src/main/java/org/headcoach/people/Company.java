package org.headcoach.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** The company that this installation belongs to; there is exactly one. */
@Entity
public class Company {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String name;
	private String currency;
	private String zone;

	@Column(name = "fiscal_year_start_month")
	private int fiscalYearStartMonth;

	@Column(name = "working_days")
	private String workingDays;

	@Column(name = "ranking_shown")
	private boolean rankingShown;

	private boolean demo;

	@Version
	private int version;

	protected Company() {
	}

	public Company(String name, Currency currency, ZoneId zone, int fiscalYearStartMonth, Set<DayOfWeek> workingDays, boolean demo) {
		change(name, currency, zone, fiscalYearStartMonth, workingDays, true);
		this.demo = demo;
	}

	public void change(String newName, Currency newCurrency, ZoneId newZone, int newFiscalYearStartMonth, Set<DayOfWeek> newWorkingDays,
			boolean newRankingShown) {
		name = newName;
		currency = newCurrency.getCurrencyCode();
		zone = newZone.getId();
		fiscalYearStartMonth = newFiscalYearStartMonth;
		workingDays = newWorkingDays.stream().sorted().map(day -> String.valueOf(day.getValue())).collect(Collectors.joining());
		rankingShown = newRankingShown;
	}

	public Long id() {
		return id;
	}

	public String name() {
		return name;
	}

	public Currency currency() {
		return Currency.getInstance(currency);
	}

	public ZoneId zone() {
		return ZoneId.of(zone);
	}

	/** 1 to 12. */
	public int fiscalYearStartMonth() {
		return fiscalYearStartMonth;
	}

	public Set<DayOfWeek> workingDays() {
		var days = EnumSet.noneOf(DayOfWeek.class);
		workingDays.chars().forEach(digit -> days.add(DayOfWeek.of(digit - '0')));
		return days;
	}

	/** Whether reps see their team-mates' ranking figures. */
	public boolean rankingShown() {
		return rankingShown;
	}

	/** True for the invented company of demo mode. */
	public boolean demo() {
		return demo;
	}

	public int version() {
		return version;
	}

	public LocalDate dayOf(Instant instant) {
		return instant.atZone(zone()).toLocalDate();
	}
}
