package org.headcoach.seeddata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.headcoach.seeddata.Person.Position;

/** Everybody who sells at Northlight Software, and who reported to whom since when. All names are invented. */
final class Staff {

	/** The first day of the fiscal year in which Prairie went to the other director. */
	static final LocalDate PRAIRIE_CHANGES_DIRECTOR = LocalDate.of(2026, 2, 1);
	static final LocalDate INGRID_MOVES_TO_BEACON = LocalDate.of(2026, 3, 1);

	private static final String VP = "Carol Stein";
	private static final String HENRIK = "Henrik Aalto";
	private static final String ROSALIND = "Rosalind Achterberg";

	private static final Map<String, String> MANAGERS = Map.of("Harbor", "Elena Varga", "Beacon", "Tobias Ekwueme", "Prairie",
			"Joanna Wilczek", "Summit", "Víctor Salcedo", "Canyon", "Deepa Sundaresan", "Redwood", "Wesley Tran-Morris");
	private static final Map<String, String> REGIONS = Map.of("Harbor", "East", "Beacon", "East", "Prairie", "Central", "Summit",
			"Central", "Canyon", "West", "Redwood", "West");

	private final long seed;
	private final List<Person> people = new ArrayList<>();

	Staff(long seed) {
		this.seed = seed;
		leaders();
		harbor();
		beacon();
		prairie();
		summit();
		canyon();
		redwood();
	}

	List<Person> people() {
		return people;
	}

	List<Person> reps() {
		return people.stream().filter(person -> person.habits() != null).toList();
	}

	private void leaders() {
		LocalDate vpStart = LocalDate.of(2019, 4, 1);
		people.add(new Person(1, VP, "VP of Sales", vpStart, null, null, List.of(new Position(vpStart, "VP", "", "", ""))));
		director(2, HENRIK, LocalDate.of(2020, 2, 3), "East;Central");
		director(3, ROSALIND, LocalDate.of(2021, 8, 16), "Central;West");
		manager(4, "Harbor", LocalDate.of(2021, 5, 10), HENRIK);
		manager(5, "Beacon", LocalDate.of(2022, 1, 17), HENRIK);
		LocalDate joanna = LocalDate.of(2020, 9, 14);
		people.add(new Person(6, MANAGERS.get("Prairie"), "Sales Manager", joanna, null, null,
				List.of(new Position(joanna, "Manager", "Prairie", "Central", HENRIK),
						new Position(PRAIRIE_CHANGES_DIRECTOR, "Manager", "Prairie", "Central", ROSALIND))));
		manager(7, "Summit", LocalDate.of(2023, 3, 6), HENRIK);
		manager(8, "Canyon", LocalDate.of(2022, 6, 13), ROSALIND);
		manager(9, "Redwood", LocalDate.of(2024, 2, 5), ROSALIND);
	}

	private void harbor() {
		rep(11, "Daniel Okafor", "Harbor", "2024-06-24", Habits.planted(218, 0.26, 0.50, 0.52, 0.34));
		rep(12, "Amira Nasser", "Harbor", "2023-09-18", Habits.planted(140, 0.45, 0.58, 0.61, 0.10).losesToNoDecision(0.64));
		rep(13, "Jonas Weber", "Harbor", "2025-02-24", Habits.planted(113, 0.42, 0.51, 0.53, 0.34).sellsCheap());
		rep(14, "Tom Whitaker", "Harbor", "2022-10-24", Habits.planted(115, 0.43, 0.52, 0.33, 0.33));
		rep(15, "Priya Raman", "Harbor", "2025-11-24", Habits.planted(112, 0.42, 0.50, 0.53, 0.31).rampsIn(4));
		rep(19, "Kofi Mensah", "Harbor", "2026-09-14", Habits.planted(122, 0.42, 0.52, 0.54, 0.33).rampsIn(5));
		rep(17, "Sofia Brandt", "Harbor", "2024-01-22", Habits.planted(115, 0.43, 0.52, 0.55, 0.54));
		rep(18, "Lucia Ferrer", "Harbor", "2025-08-25", Habits.planted(112, 0.42, 0.635, 0.51, 0.33));
	}

	private void beacon() {
		LocalDate start = LocalDate.of(2022, 3, 14);
		people.add(new Person(21, "Ingrid Solvang", "Senior Account Executive", start, null, drawn(21),
				List.of(new Position(start, "Rep", "Harbor", "East", MANAGERS.get("Harbor")),
						new Position(INGRID_MOVES_TO_BEACON, "Rep", "Beacon", "East", MANAGERS.get("Beacon")))));
		rep(22, "Hassan Mirzaei", "Beacon", "2023-05-08", drawn(22));
		rep(23, "Chloé Durandeau", "Beacon", "2024-10-07", drawn(23));
		rep(24, "Mateo Fuentealba", "Beacon", "2021-11-15", drawn(24));
		rep(25, "Yukari Tanemura", "Beacon", "2024-03-18", Habits.planted(62, 0.45, 0.53, 0.54, 0.35).leavesUnworked(0.70));
		rep(26, "Orla Devenny", "Beacon", "2025-01-13", drawn(26));
		rep(27, "Rafael Quintela", "Beacon", "2023-08-21", drawn(27));
		leaver(28, "Samuel Antwi-Darko", "Beacon", "2023-02-06", "2026-04-30");
	}

	private void prairie() {
		rep(31, "Dmytro Savchuk", "Prairie", "2023-06-12", drawn(31));
		rep(32, "Leila Haddadin", "Prairie", "2022-09-19", drawn(32));
		rep(33, "Fatima Benslimani", "Prairie", "2024-08-05", drawn(33));
		rep(34, "Benji Katzmann", "Prairie", "2024-11-11", drawn(34));
		rep(35, "Thandeka Mabizela", "Prairie", "2023-10-02", drawn(35));
		rep(36, "Luca Morandini", "Prairie", "2024-04-15", Habits.planted(113, 0.42, 0.36, 0.52, 0.33).nobodyComes(0.38));
		rep(37, "Grace Hollowell", "Prairie", "2026-02-02", drawn(37));
		leaver(38, "Anders Nygren-Holt", "Prairie", "2022-05-09", "2025-12-31");
	}

	private void summit() {
		rep(41, "Zoë Vandermeer", "Summit", "2022-02-14", drawn(41));
		rep(42, "Kwabena Asantey", "Summit", "2023-11-06", drawn(42));
		rep(43, "Meera Subbaraman", "Summit", "2024-05-20", drawn(43));
		rep(44, "Patrick O'Dowdell", "Summit", "2021-07-12", drawn(44));
		rep(45, "Hana Novotínská", "Summit", "2024-09-09", drawn(45));
		rep(46, "Isabel Carvalhosa", "Summit", "2023-04-17", drawn(46));
		rep(47, "Bongani Sithebe", "Summit", "2025-03-10", drawn(47));
		rep(48, "Ruby Whitlaw", "Summit", "2026-05-04", drawn(48));
	}

	private void canyon() {
		rep(51, "Malik Ferdowsi", "Canyon", "2023-01-09", drawn(51));
		rep(52, "Anika Johannsen", "Canyon", "2024-07-15", drawn(52));
		rep(53, "Diego Arrizabal", "Canyon", "2023-12-04", Habits.planted(113, 0.42, 0.50, 0.52, 0.35).customersCancel(3.4));
		rep(54, "Linh Doan", "Canyon", "2022-08-29", drawn(54));
		rep(55, "Nomvula Cele", "Canyon", "2024-02-26", drawn(55));
		rep(56, "Kenji Morisato", "Canyon", "2023-07-10", drawn(56));
		rep(57, "Tessa Bradwell", "Canyon", "2025-04-07", drawn(57));
		rep(58, "Yusuf Demirkan", "Canyon", "2026-03-16", drawn(58));
		leaver(59, "Gabriel Stoyanov", "Canyon", "2024-01-08", "2026-07-31");
	}

	private void redwood() {
		rep(61, "Adaeze Nwankwor", "Redwood", "2022-11-28", drawn(61));
		rep(62, "Callum Strachane", "Redwood", "2023-03-27", drawn(62));
		rep(63, "Min-ji Seong", "Redwood", "2024-06-03", drawn(63));
		rep(64, "Paolo Bertacchi", "Redwood", "2023-09-04", Habits.planted(112, 0.42, 0.50, 0.52, 0.33).takesLongerToClose(3));
		rep(65, "Shira Ben-Ami", "Redwood", "2024-12-09", drawn(65));
		rep(66, "Arjun Dandekar", "Redwood", "2022-04-25", drawn(66));
		rep(67, "Jamal Whitcombe", "Redwood", "2025-06-16", drawn(67));
		leaver(68, "Camila Urrutia", "Redwood", "2024-10-21", "2026-03-13");
		rep(69, "Noor Hamdani", "Redwood", "2026-07-06", drawn(69));
	}

	private Habits drawn(int number) {
		return Habits.drawn(new Dice(seed, "habits " + number));
	}

	private void director(int number, String name, LocalDate start, String regions) {
		people.add(new Person(number, name, "Director of Sales", start, null, null,
				List.of(new Position(start, "Director", "", regions, VP))));
	}

	private void manager(int number, String team, LocalDate start, String director) {
		people.add(new Person(number, MANAGERS.get(team), "Sales Manager", start, null, null,
				List.of(new Position(start, "Manager", team, REGIONS.get(team), director))));
	}

	private void rep(int number, String name, String team, String start, Habits habits) {
		rep(number, name, team, LocalDate.parse(start), null, habits);
	}

	private void leaver(int number, String name, String team, String start, String end) {
		rep(number, name, team, LocalDate.parse(start), LocalDate.parse(end), drawn(number));
	}

	private void rep(int number, String name, String team, LocalDate start, LocalDate end, Habits habits) {
		String title = start.isBefore(LocalDate.of(2023, 1, 1)) ? "Senior Account Executive" : "Account Executive";
		people.add(new Person(number, name, title, start, end, habits,
				List.of(new Position(start, "Rep", team, REGIONS.get(team), MANAGERS.get(team)))));
	}
}
