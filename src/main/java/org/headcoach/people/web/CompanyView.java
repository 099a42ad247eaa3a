package org.headcoach.people.web;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.headcoach.people.HolidayList;
import org.headcoach.people.PeopleService;
import org.headcoach.people.PeopleService.HolidayRow;
import org.headcoach.people.Permission;
import org.headcoach.people.CurrentActor;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The company's settings and its calendar. */
@Named
@ViewScoped
public class CompanyView implements Serializable {

	private static final long serialVersionUID = 1L;
	private static final String REMOVED = "removedHoliday";

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	private int version;
	private String name;
	private String currency;
	private String zone;
	private int fiscalYearStartMonth;
	private DayOfWeek[] workingDays;
	private boolean rankingShown;
	private List<HolidayRow> holidays;
	private HolidayRow removed;
	private LocalDate holidayOn;
	private String holidayName;
	private String holidayList;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		if (!current.get().may(Permission.EDIT_COMPANY)) {
			throw new NotHereException("The settings are not for " + current.get().name());
		}
		var company = people.company();
		version = company.version();
		name = company.name();
		currency = company.currency().getCurrencyCode();
		zone = company.zone().getId();
		fiscalYearStartMonth = company.fiscalYearStartMonth();
		workingDays = company.workingDays().toArray(DayOfWeek[]::new);
		rankingShown = company.rankingShown();
		holidays = people.namedHolidays();
		removed = (HolidayRow) flash().get(REMOVED);
	}

	public void save() {
		people.changeCompany(new PeopleService.ChangeCompany(version, name, currency, zone, fiscalYearStartMonth,
				workingDays.length == 0 ? Set.of() : EnumSet.copyOf(List.of(workingDays)), rankingShown));
		Done.here("people.company.done.saved");
	}

	public void addHoliday() {
		people.addHolidays(List.of(new HolidayRow(holidayOn, holidayName)));
		Done.here("people.company.done.holidays", 1);
	}

	public void importHolidays() {
		Done.here("people.company.done.holidays", people.addHolidays(HolidayList.read(holidayList)));
	}

	public void removeHoliday(LocalDate on) {
		people.removeHoliday(on);
		flash().put(REMOVED, holidays.stream().filter(day -> day.on().equals(on)).findFirst().orElse(null));
		Done.undoable("undo-holiday", "people.company.done.holiday-removed", on);
	}

	/** The day that was taken out just now is one again. */
	public void restoreHoliday() {
		Done.here("people.company.done.holidays", people.addHolidays(List.of(removed)));
	}

	private static Flash flash() {
		return FacesContext.getCurrentInstance().getExternalContext().getFlash();
	}

	/** Null unless a day was taken out just now. */
	public HolidayRow getRemoved() {
		return removed;
	}

	public DayOfWeek[] getWeek() {
		return DayOfWeek.values();
	}

	public Month[] getMonths() {
		return Month.values();
	}

	public List<String> getZones() {
		return Zones.all();
	}

	public List<Currency> getCurrencies() {
		return Currencies.all();
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getCurrency() {
		return currency;
	}

	public void setCurrency(String currency) {
		this.currency = currency;
	}

	public String getZone() {
		return zone;
	}

	public void setZone(String zone) {
		this.zone = zone;
	}

	public int getFiscalYearStartMonth() {
		return fiscalYearStartMonth;
	}

	public void setFiscalYearStartMonth(int fiscalYearStartMonth) {
		this.fiscalYearStartMonth = fiscalYearStartMonth;
	}

	public DayOfWeek[] getWorkingDays() {
		return workingDays.clone();
	}

	public void setWorkingDays(DayOfWeek[] workingDays) {
		this.workingDays = workingDays.clone();
	}

	public boolean isRankingShown() {
		return rankingShown;
	}

	public void setRankingShown(boolean rankingShown) {
		this.rankingShown = rankingShown;
	}

	public List<HolidayRow> getHolidays() {
		return holidays;
	}

	public LocalDate getHolidayOn() {
		return holidayOn;
	}

	public void setHolidayOn(LocalDate holidayOn) {
		this.holidayOn = holidayOn;
	}

	public String getHolidayName() {
		return holidayName;
	}

	public void setHolidayName(String holidayName) {
		this.holidayName = holidayName;
	}

	public String getHolidayList() {
		return holidayList;
	}

	public void setHolidayList(String holidayList) {
		this.holidayList = holidayList;
	}
}
