package org.headcoach.seeddata;

import java.time.YearMonth;
import java.util.List;

/**
 * Deals that more than one rep worked on. Each is the last one that its owner won in a month, so that giving somebody other habits shares another
 * deal and no more.
 */
final class Shares {

	/** One rep's part of a deal, in per cent; an overlay comes on top. */
	private record Part(String name, int share, String type) {
	}

	private record Shared(String owner, YearMonth month, List<Part> parts) {
	}

	private static final String REVENUE = "Revenue";
	private static final YearMonth LAST = DemoCompany.LAST_MONTH;

	private static final List<Shared> ALL = List.of(
			new Shared("Amira Nasser", LAST, List.of(new Part("Amira Nasser", 60, REVENUE), new Part("Ingrid Solvang", 40, REVENUE))),
			new Shared("Paolo Bertacchi", LAST, List.of(new Part("Paolo Bertacchi", 70, REVENUE), new Part("Diego Arrizabal", 30, REVENUE))),
			new Shared("Kofi Mensah", LAST, List.of(new Part("Kofi Mensah", 50, REVENUE), new Part("Sofia Brandt", 50, REVENUE))),
			new Shared("Isabel Carvalhosa", LAST.minusMonths(1), List.of(new Part("Isabel Carvalhosa", 50, REVENUE), new Part("Patrick O'Dowdell", 30, REVENUE),
					new Part("Hana Novotínská", 20, REVENUE))),
			new Shared("Jamal Whitcombe", LAST, List.of(new Part("Jamal Whitcombe", 100, REVENUE), new Part("Arjun Dandekar", 25, "Overlay"))));

	private Shares() {
	}

	static CsvFile of(List<SalesFloor.Won> won, Staff staff) {
		CsvFile file = new CsvFile("Split ID,Deal Record ID,Split Owner,Split (%),Split Type");
		for (Shared shared : ALL) {
			long deal = won.stream().filter(one -> one.owner().equals(shared.owner) && YearMonth.from(one.day()).equals(shared.month))
					.max((one, other) -> one.day().equals(other.day()) ? Long.compare(one.id(), other.id()) : one.day().compareTo(other.day())).orElseThrow().id();
			int number = 1;
			for (Part part : shared.parts) {
				String email = staff.reps().stream().filter(rep -> rep.name().equals(part.name)).findFirst().orElseThrow().email();
				file.line("S" + deal + "-" + number++, deal, email, part.share, part.type);
			}
		}
		return file;
	}
}
