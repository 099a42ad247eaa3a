package org.headcoach.seeddata;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Who asks Northlight for its software, through which door, and what they buy. */
final class Market {

	/** Where a lead came from: its share of all leads (per mille), and how much better than usual it connects and buys. */
	enum Source {
		ORGANIC_SEARCH("Organic Search", 270, 1.04, 1.09),
		PAID_SEARCH("Paid Search", 160, 0.99, 1.03),
		REFERRALS("Referrals", 100, 1.15, 1.30),
		WEBINAR("Webinar", 130, 0.98, 1.03),
		E_BOOK("E-book", 180, 0.58, 0.53),
		DEMO_REQUEST("Demo Request", 160, 1.34, 1.24);

		final String label;
		final int perMille;
		final double connects;
		final double buys;

		Source(String label, int perMille, double connects, double buys) {
			this.label = label;
			this.perMille = perMille;
			this.connects = connects;
			this.buys = buys;
		}
	}

	/** The kind of buyer: share (per cent), product, price per seat in whole dollars, seats, and how long a decision takes. */
	enum Persona {
		SMALL_BUSINESS("Small Business", 42, "Northlight Starter", 39, 12, 20, 0.85),
		MID_MARKET("Mid-Market", 44, "Northlight Team", 45, 14, 24, 1.0),
		ENTERPRISE("Enterprise", 14, "Northlight Scale", 60, 15, 23, 1.5);

		final String label;
		final int perCent;
		final String product;
		final int pricePerSeat;
		final int fewestSeats;
		final int mostSeats;
		final double patience;

		Persona(String label, int perCent, String product, int pricePerSeat, int fewestSeats, int mostSeats, double patience) {
			this.label = label;
			this.perCent = perCent;
			this.product = product;
			this.pricePerSeat = pricePerSeat;
			this.fewestSeats = fewestSeats;
			this.mostSeats = mostSeats;
			this.patience = patience;
		}
	}

	/** How far an open deal is: what the company believes of deals in that stage, per cent. */
	static int probability(String stage) {
		return switch (stage) {
			case "Appointment Scheduled" -> 20;
			case "Qualified To Buy" -> 40;
			case "Presentation Scheduled" -> 60;
			case "Decision Maker Bought-In" -> 80;
			case "Contract Sent" -> 90;
			default -> throw new IllegalArgumentException(stage);
		};
	}

	private static final int[] SOURCE_WEIGHTS = Arrays.stream(Source.values()).mapToInt(s -> s.perMille).toArray();
	private static final int[] PERSONA_WEIGHTS = Arrays.stream(Persona.values()).mapToInt(p -> p.perCent).toArray();

	private static final List<String> STEMS = List.of("Alder", "Amber", "Aspen", "Basalt", "Birch", "Blue", "Bramble", "Brindle", "Cedar",
			"Cinder", "Clover", "Cobalt", "Copper", "Coral", "Dapple", "Delta", "Drift", "Dune", "Ember", "Fable", "Falcon", "Fern", "Flint",
			"Gale", "Garnet", "Glade", "Granite", "Grove", "Hazel", "Heron", "Indigo", "Ivory", "Jasper", "Juniper", "Kestrel", "Lantern",
			"Larch", "Linden", "Lumen", "Maple", "Marlin", "Meadow", "Mesa", "Mica", "Moss", "Nimbus", "Oak", "Ochre", "Opal", "Orchid",
			"Otter", "Pebble", "Pine", "Plover", "Quarry", "Quartz", "Quill", "Raven", "Reed", "Ridge", "Rowan", "Russet", "Sable",
			"Saffron", "Sage", "Sierra", "Slate", "Sorrel", "Spruce", "Tamarack", "Teal", "Thistle", "Tide", "Umber", "Vale", "Velvet",
			"Violet", "Walnut", "Willow", "Wren");
	private static final List<String> ENDINGS = List.of("bank", "bend", "bridge", "brook", "cliff", "cove", "crest", "dale", "fell", "field",
			"ford", "gate", "ham", "haven", "hill", "hurst", "lake", "land", "leigh", "mere", "moor", "point", "port", "shore", "stead",
			"stone", "ton", "well");
	private static final List<String> TRADES = List.of("Analytics", "Bakeries", "Builders", "Capital", "Care", "Clinics", "Coatings",
			"Cycles", "Dental", "Design", "Energy", "Farms", "Fitness", "Foods", "Freight", "Gardens", "Health", "Hotels", "Interiors",
			"Labs", "Legal", "Lighting", "Marine", "Media", "Motors", "Optics", "Outfitters", "Packaging", "Partners", "Paper", "Pharmacy",
			"Plastics", "Print", "Realty", "Robotics", "Roofing", "Schools", "Security", "Solar", "Staffing", "Studios", "Supply",
			"Systems", "Textiles", "Tools", "Travel", "Vision", "Water", "Wines", "Works");
	private static final int NAMES = STEMS.size() * ENDINGS.size() * TRADES.size();
	/** Shares no factor with the number of names, so that counting in these steps meets each name once. */
	private static final long STRIDE = 60_013;
	private static final int NAMES_PER_REP = 1_600;

	private Market() {
	}

	static Source source(Dice dice) {
		return Source.values()[dice.weighted(SOURCE_WEIGHTS)];
	}

	static Persona persona(Dice dice) {
		return Persona.values()[dice.weighted(PERSONA_WEIGHTS)];
	}

	/** The name of the rep's next company; no two companies of all reps share one. */
	static String companyName(int repNumber, int count) {
		int name = (int) ((repNumber * (long) NAMES_PER_REP + count) * STRIDE % NAMES);
		return STEMS.get(name % STEMS.size()) + ENDINGS.get(name / STEMS.size() % ENDINGS.size()) + " "
				+ TRADES.get(name / STEMS.size() / ENDINGS.size());
	}

	static String country(Dice dice) {
		return dice.chance(0.9) ? "US" : "CA";
	}

	/** How busy a month is against a usual one. July and August are the planted summer slump. */
	static double season(LocalDate day) {
		return switch (day.getMonth()) {
			case JANUARY, MARCH -> 1.04;
			case JULY, AUGUST -> 0.75;
			case NOVEMBER -> 0.98;
			case DECEMBER -> 0.90;
			default -> 1.0;
		};
	}

	static double weekday(LocalDate day) {
		return switch (day.getDayOfWeek()) {
			case MONDAY -> 1.08;
			case TUESDAY, WEDNESDAY -> 1.05;
			case FRIDAY -> 0.82;
			default -> 1.0;
		};
	}
}
