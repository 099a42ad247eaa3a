package org.headcoach.seeddata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Northlight Software, the company that the demonstration shows: invents its people and fourteen months of their work from one
 * fixed seed and writes them as the files of a CRM's exports. The files in {@code seed-data/} are what is shipped;
 * this class is run again only when the story changes, and then writes the same bytes for everybody whose story did not change.
 */
public final class DemoCompany {

	/** One of many that were tried: with this one, chance does not hide the planted patterns in the last three months. */
	static final long SEED = 124L;
	static final YearMonth FIRST_MONTH = YearMonth.of(2025, 9);
	static final YearMonth LAST_MONTH = YearMonth.of(2026, 10);

	private DemoCompany() {
	}

	/** Writes all files into the directory named first, or into seed-data of the working directory. */
	public static void main(String[] arguments) throws IOException {
		write(Path.of(arguments.length > 0 ? arguments[0] : "seed-data"));
	}

	static void write(Path directory) throws IOException {
		Files.createDirectories(directory);
		Staff staff = new Staff(SEED);
		Files.writeString(directory.resolve("company.properties"), properties(), StandardCharsets.UTF_8);
		people(staff).writeTo(directory.resolve("people.csv"));
		patterns().writeTo(directory.resolve("patterns.csv"));
		Shares.of(writeSales(directory, staff.reps()), staff).writeTo(directory.resolve("deal-splits.csv"));
	}

	/** Writes what these reps did, five files of the CRM; each rep's lines are the same whoever else is among them. Answers what they won. */
	static List<SalesFloor.Won> writeSales(Path directory, List<Person> reps) throws IOException {
		SalesFloor.Files files = new SalesFloor.Files(
				new CsvFile("Record ID,Contact owner,Create Date,Owner Assigned Date,First Worked Date,Original Source,Persona,Lead Status,"
						+ "Company Name,Country/Region"),
				new CsvFile("Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Create Date,Deal Type,Currency,Is Closed Won,"
						+ "Is closed lost,Closed Lost Reason,Associated Company,Associated Contact IDs,Product,MRR,Discount,Payment Terms,"
						+ "Prepaid Months,Gross Margin,Seats,Deal probability"),
				new CsvFile("Record ID,Activity type,Activity date,Activity assigned to,Outcome,Associated Contact IDs"),
				new CsvFile("Record ID,Deal Record ID,Customer,Cancelled On,Reason,MRR"),
				new CsvFile("Payment ID,Deal Record ID,Customer,Paid On,Amount,Currency,Months Covered,Invoiced On"), new ArrayList<>());
		for (Person rep : reps) {
			new SalesFloor(rep, SEED, FIRST_MONTH.atDay(1), LAST_MONTH.atEndOfMonth(), files).work();
		}
		files.leads().writeTo(directory.resolve("hubspot-crm-exports-all-contacts.csv"));
		files.deals().writeTo(directory.resolve("hubspot-crm-exports-all-deals.csv"));
		files.activities().writeTo(directory.resolve("activities.csv"));
		files.cancellations().writeTo(directory.resolve("cancellations.csv"));
		files.payments().writeTo(directory.resolve("payments.csv"));
		return files.won();
	}

	private static CsvFile people(Staff staff) {
		CsvFile file = new CsvFile("Employee ID,Name,Email,Role,Job Title,Segment,Team,Region,Reports To,Start Date,End Date,Valid From");
		for (Person person : staff.people()) {
			for (Person.Position position : person.positions()) {
				file.line(person.employeeId(), person.name(), person.email(), position.role(), person.jobTitle(),
						position.role().equals("Rep") ? "Mid-Market" : null, position.team(), position.region(), position.reportsTo(),
						person.start(), person.end(), position.validFrom());
			}
		}
		return file;
	}

	private static CsvFile patterns() {
		CsvFile file = new CsvFile("Kind,Name,Metric,Direction,Strength,Months,Own,Reference,Reference Is,Note");
		for (Patterns.Pattern p : Patterns.ALL) {
			file.line(p.kind(), p.name(), p.metric(), p.direction(), p.strength(), p.months(), p.own(), p.reference(), p.referenceIs(), p.note());
		}
		return file;
	}

	private static String properties() {
		StringBuilder text = new StringBuilder("""
				# Northlight Software, the demo company. Everybody and everything in this folder is invented.
				name=Northlight Software
				currency=USD
				zone=America/New_York
				fiscalYearStartMonth=2
				workingDays=MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY

				# The months that the files cover; at loading, the last one becomes the calendar's last full month.
				""");
		text.append("firstMonth=").append(FIRST_MONTH).append('\n');
		text.append("lastMonth=").append(LAST_MONTH).append("\n\n");
		int number = 1;
		for (var holiday : WorkingCalendar.HOLIDAYS.entrySet()) {
			text.append("holidays.").append(number++).append('=').append(holiday.getKey()).append(' ').append(holiday.getValue()).append('\n');
		}
		text.append("\n# Who can sign in to the demonstration; the administrator and the trainer are no sales people.\n");
		for (List<String> account : List.of(List.of("admin", "Ruth Calder", "administrator"), List.of("executive", "Carol Stein", "executive"),
				List.of("director", "Henrik Aalto", "director"), List.of("manager", "Elena Varga", "manager"),
				List.of("trainer", "Tessa Lindqvist", "trainer"), List.of("rep", "Amira Nasser", "rep"))) {
			String prefix = "accounts." + account.get(0);
			text.append(prefix).append(".name=").append(account.get(1)).append('\n');
			text.append(prefix).append(".role=").append(account.get(2)).append('\n');
		}
		return text.toString();
	}
}
