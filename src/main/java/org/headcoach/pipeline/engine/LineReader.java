package org.headcoach.pipeline.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.headcoach.shared.tables.Amount;
import org.headcoach.shared.tables.DateStyle;
import org.headcoach.shared.tables.Line;
import org.headcoach.shared.tables.NumberStyle;
import org.headcoach.shared.tables.Parsed;
import org.headcoach.shared.tables.Problem;
import org.headcoach.shared.tables.YesNo;

/**
 * Turns the lines of a file into rows, or into reasons why not. It holds nothing but the present line, so that a
 * million lines need no more memory than ten.
 */
public final class LineReader {

	/** Where the company is: the zone of dates with an offset, and the currency of amounts that name none. */
	public record Place(ZoneId zone, String currency) {
	}

	private static final String DELETED = "IsDeleted";
	private static final String REASON = "pipeline.import.reason.";
	private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode)
			.collect(Collectors.toUnmodifiableSet());
	private static final Map<String, String> CURRENCY_SLIPS = Map.of("EURO", "EUR", "EUROS", "EUR", "DOLLAR", "USD", "DOLLARS", "USD", "US$", "USD",
			"$", "USD", "€", "EUR", "£", "GBP", "POUND", "GBP", "STERLING", "GBP");
	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
	/** An overlay may come to more than the deal; beyond this it is a slip of the decimal point. */
	private static final BigDecimal LARGEST_OVERLAY = BigDecimal.valueOf(1_000);
	private static final int DECIMALS = 4;
	private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

	private final ImportKind kind;
	private final Mapping mapping;
	private final Owners owners;
	private final Place place;
	private final LocalDate today;
	private final Map<String, Source> sources = new HashMap<>();
	private final Map<String, Map<String, String>> meanings = new HashMap<>();
	private final Identity identities = new Identity();
	private final List<Rejection> rejections = new ArrayList<>();
	private final boolean stageTellsState;
	private Line line;
	private String unknownOwner;
	private final int deletedAt;

	/** Where a field's text comes from, and how it is to be read. */
	private record Source(Field field, String header, int at, DateStyle dates, NumberStyle numbers, boolean share, String fixed) {
	}

	/**
	 * @param styles what {@link Survey} decided or asked
	 */
	public LineReader(ImportKind kind, List<String> headers, Mapping mapping, Map<String, String> styles, Owners owners, Place place, LocalDate today) {
		this.kind = kind;
		this.mapping = mapping;
		this.owners = owners;
		this.place = place;
		this.today = today;
		stageTellsState = stageTellsState(mapping);
		deletedAt = headers.stream().map(header -> header.strip().toLowerCase(Locale.ROOT)).toList().indexOf(DELETED.toLowerCase(Locale.ROOT));
		for (var field : kind.fields()) {
			var header = mapping.header(field.name());
			var at = mapping.columnOf(field.name(), headers);
			var fixed = mapping.fixed().get(field.name());
			if (at >= 0 || fixed != null) {
				var style = header == null ? null : styles.get(header);
				sources.put(field.name(), new Source(field, header == null ? field.name() : header, at,
						field.type().isDate() && style != null ? DateStyle.valueOf(style) : DateStyle.ISO,
						field.type().isNumber() && style != null ? NumberStyle.valueOf(style) : NumberStyle.PLAIN,
						Survey.SHARE.equals(styles.get(Survey.share(header))), fixed));
			}
		}
	}

	/** Fields that an import of this kind cannot do without and that nothing feeds. */
	public static List<String> missing(ImportKind kind, Mapping mapping) {
		var missing = kind.fields().stream().filter(Field::isRequired).map(Field::name).filter(name -> !mapping.feeds(name))
				.collect(Collectors.toCollection(ArrayList::new));
		switch (kind) {
			case PEOPLE -> anyOf(mapping, missing, "name", "lastName");
			case DEALS -> {
				if (!mapping.feeds("stage") && !mapping.feeds("state") && !(mapping.feeds("won") && (mapping.feeds("lost") || mapping.feeds("closed")))) {
					missing.add("stage");
				}
				anyOf(mapping, missing, "id", "name", "customer");
			}
			case LEADS -> anyOf(mapping, missing, "id", "contact", "company");
			case CANCELLATIONS, PAYMENTS -> anyOf(mapping, missing, "deal", "customer");
			default -> { }
		}
		return missing;
	}

	private static void anyOf(Mapping mapping, List<String> missing, String... fields) {
		if (Arrays.stream(fields).noneMatch(mapping::feeds)) {
			missing.add(fields[0]);
		}
	}

	/** Without a column that says won or lost, the stage does. */
	static boolean stageTellsState(Mapping mapping) {
		return mapping.feeds("stage") && !mapping.feeds("state") && !(mapping.feeds("won") && (mapping.feeds("lost") || mapping.feeds("closed")));
	}

	/** The row that the line holds; null when it is rejected, {@link #rejections} then says why. */
	public Row read(Line next) {
		line = next;
		unknownOwner = null;
		rejections.clear();
		next.problem().ifPresent(problem -> reject(null, null, problem));
		if (deletedAt >= 0 && List.of("true", "1", "yes").contains(line.cell(deletedAt).strip().toLowerCase(Locale.ROOT))) {
			rejections.add(new Rejection(line.number(), DELETED, line.cell(deletedAt), REASON + "deleted", List.of(), null));
		}
		if (!rejections.isEmpty()) {
			return null;
		}
		var values = switch (kind) {
			case PEOPLE -> person();
			case LEADS -> lead();
			case ACTIVITIES -> activity();
			case DEALS -> deal();
			case CANCELLATIONS -> cancellation();
			case PAYMENTS -> payment();
			case DEAL_SPLITS -> split();
		};
		return rejections.isEmpty() ? new Row(next.number(), values, unknownOwner) : null;
	}

	/** Why the last line was rejected; empty when it was not. */
	public List<Rejection> rejections() {
		return List.copyOf(rejections);
	}

	private Object[] person() {
		var id = id("id");
		var name = text("name");
		if (name == null) {
			var first = text("firstName");
			var last = text("lastName");
			name = first == null || last == null ? Objects.requireNonNullElse(last, first) : first + " " + last;
		}
		if (name == null) {
			reject(sources.containsKey("name") ? "name" : "lastName", "", "name-missing");
		}
		var email = text("email");
		if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
			reject("email", email, "not-an-address");
		}
		var started = date("startedOn");
		var left = date("leftOn");
		if (started != null && left != null && left.isBefore(started)) {
			reject("leftOn", left.toString(), "left-before-start", started);
		}
		var validFrom = date("validFrom");
		if (validFrom == null) {
			validFrom = started;
		}
		var key = id != null ? id : email != null ? email.toLowerCase(Locale.ROOT) : identities.of(name);
		return new Object[] {key + "@" + (mapping.feeds("validFrom") ? validFrom : ""), id, name, email == null ? null : email.toLowerCase(Locale.ROOT),
				meaning("role"), text("jobTitle"), text("segment"), text("team"), text("region"), text("superior"), started, left,
				mapping.feeds("validFrom") ? validFrom : null};
	}

	private Object[] lead() {
		var created = date("createdOn");
		var company = text("company");
		var contact = text("contact");
		var identity = identity(contact == null && company == null ? null : new Object[] {contact, company, created});
		return new Object[] {identity, owner(), created, date("assignedOn"), date("firstWorkedOn"), text("origin"), text("persona"), text("status"),
				company, text("country")};
	}

	private Object[] activity() {
		var type = meaning("type");
		var happened = dateTime("happenedAt");
		var lead = id("lead");
		var owner = owner();
		var identity = identity(type, happened, raw("owner"), lead, text("contact"));
		return new Object[] {identity, type, happened, happened == null ? null : happened.toLocalDate(), owner, text("outcome"), lead};
	}

	private Object[] deal() {
		var name = text("name");
		var customer = text("customer");
		var created = date("createdOn");
		var stage = text("stage");
		var state = state(stage);
		var closed = date("closedOn");
		if (state != null && !state.equals("OPEN") && closed == null && isGood("closedOn")) {
			reject("closedOn", "", "closed-without-date");
		}
		// a day more, since the CRM may be in another zone
		if (state != null && !state.equals("OPEN") && closed != null && closed.isAfter(today.plusDays(1))) {
			reject("closedOn", raw("closedOn"), "closed-later");
		}
		var amount = amount("amount");
		var mrr = amount("mrr");
		var margin = amount("margin");
		var units = quantity("units");
		var discount = perCent("discount", HUNDRED);
		var probability = perCent("probability", HUNDRED);
		var isOpen = "OPEN".equals(state);
		// the close date of an open deal is a hope, not a fact; once the deal is decided, nothing is probable about it
		return new Object[] {identity(name == null && customer == null ? null : new Object[] {name, customer, created}), name, owner(), customer,
				text("product"), text("pipeline"), stage, state, created, isOpen ? null : closed, text("lostReason"), number(amount),
				number(mrr), number(margin), currency(amount, mrr, margin), units, discount, isOpen ? probability : null, text("paymentTerms"), whole("prepaidMonths"), id("lead")};
	}

	private Object[] cancellation() {
		var deal = id("deal");
		var customer = text("customer");
		if (deal == null && customer == null) {
			reject(sources.containsKey("deal") ? "deal" : "customer", "", "whose");
		}
		var on = date("cancelledOn");
		var mrr = amount("mrr");
		return new Object[] {identity(deal, customer, on), deal, customer, on, text("reason"), number(mrr), currency(mrr)};
	}

	private Object[] payment() {
		var deal = id("deal");
		var customer = text("customer");
		if (deal == null && customer == null) {
			reject(sources.containsKey("deal") ? "deal" : "customer", "", "whose");
		}
		var invoiced = date("invoicedOn");
		var on = date("paidOn");
		var amount = amount("amount");
		return new Object[] {identity(deal, customer, on, amount == null ? null : amount.number().stripTrailingZeros().toPlainString()), deal, customer,
				invoiced, on, number(amount), currency(amount), whole("months")};
	}

	private Object[] split() {
		var deal = id("deal");
		if (deal == null && isGood("deal")) {
			required("deal");
		}
		if (raw("owner").isEmpty()) {
			required("owner");
		}
		var type = meaning("splitType");
		var overlay = "OVERLAY".equals(type);
		var share = perCent("share", overlay ? LARGEST_OVERLAY : HUNDRED);
		if (share != null && share.signum() == 0) {
			reject("share", raw("share"), "share-of-nothing");
		}
		return new Object[] {identity(deal, raw("owner"), overlay ? "OVERLAY" : "REVENUE"), deal, owner(), share, overlay};
	}

	private String state(String stage) {
		if (stageTellsState) {
			var won = yesNo("won");
			return Boolean.TRUE.equals(won) ? "WON" : stageMeaning(stage);
		}
		if (sources.containsKey("state")) {
			return meaning("state");
		}
		var won = yesNo("won");
		var lost = yesNo("lost");
		var closed = yesNo("closed");
		if (Boolean.TRUE.equals(won)) {
			if (Boolean.TRUE.equals(lost)) {
				reject("lost", raw("lost"), "won-and-lost");
			}
			return "WON";
		}
		if (Boolean.TRUE.equals(lost) || lost == null && Boolean.TRUE.equals(closed)) {
			return "LOST";
		}
		return "OPEN";
	}

	private String stageMeaning(String stage) {
		if (stage == null) {
			reject("stage", "", "missing");
			return null;
		}
		var meaning = meaning("state", stage);
		if (meaning == null) {
			reject("stage", stage, "no-meaning");
		}
		return meaning;
	}

	/** The CRM's own identity where a column gives it, else one made of the parts; parts are null when there is nothing to make it of. */
	private String identity(Object... parts) {
		if (sources.containsKey("id")) {
			var id = id("id");
			if (id == null && isGood("id")) {
				reject("id", "", "id-missing");
			}
			return id;
		}
		if (parts == null) {
			rejections.add(new Rejection(line.number(), null, null, REASON + "nothing-to-find-it-by", List.of(), null));
			return null;
		}
		return rejections.isEmpty() ? identities.of(parts) : null;
	}

	/** The text as it stands in the file, stripped; empty when nothing feeds the field. */
	private String raw(String field) {
		var source = sources.get(field);
		return source == null ? "" : source.fixed() != null && source.at() < 0 ? source.fixed() : line.cell(source.at()).strip();
	}

	private String text(String field) {
		var text = raw(field);
		if (text.isEmpty()) {
			required(field);
			return null;
		}
		var length = sources.get(field).field().length();
		if (text.length() > length) {
			reject(field, text, "too-long", length);
			return null;
		}
		return text;
	}

	private String id(String field) {
		var text = raw(field);
		var end = text.indexOf(';');
		if (end >= 0) {
			text = text.substring(0, end).strip();
		}
		if (text.length() > 100) {
			reject(field, text, "too-long", 100);
			return null;
		}
		return text.isEmpty() ? null : SalesforceIds.whole(text);
	}

	private Long owner() {
		var text = SalesforceIds.whole(raw("owner"));
		if (text.isEmpty()) {
			return null;
		}
		if (text.length() > 254) {
			reject("owner", text, "too-long", 254);
			return null;
		}
		var found = owners.find(text);
		if (found == Owners.UNKNOWN) {
			unknownOwner = text;
		}
		return found > 0 ? found : null;
	}

	private String meaning(String field) {
		var text = raw(field);
		if (text.isEmpty()) {
			required(field);
			return null;
		}
		var source = sources.get(field);
		if (source.at() < 0) {
			return text;
		}
		var meaning = meaning(field, text);
		if (meaning == null) {
			reject(field, text, "no-meaning");
		}
		return meaning;
	}

	private String meaning(String field, String text) {
		var known = meanings.computeIfAbsent(field, name -> new HashMap<>());
		var meaning = known.get(text);
		if (meaning == null) {
			meaning = mapping.meaning(field, text);
			if (meaning == null) {
				meaning = Meanings.of(field, text);
			}
			if (meaning != null && known.size() < 10_000) {
				known.put(text, meaning);
			}
		}
		return meaning;
	}

	private LocalDate date(String field) {
		var moment = dateTime(field);
		return moment == null ? null : moment.toLocalDate();
	}

	private LocalDateTime dateTime(String field) {
		var source = sources.get(field);
		if (source == null) {
			return null;
		}
		var parsed = (isTyped(source) ? DateStyle.ISO : source.dates()).parseDateTime(raw(field), place.zone());
		return value(field, parsed);
	}

	private NumberStyle numbers(Source source) {
		return isTyped(source) ? NumberStyle.DECIMAL_POINT : source.numbers();
	}

	/** Whether the file itself says which number or day this is, whatever the style of the texts in its column. */
	private boolean isTyped(Source source) {
		return source.at() >= 0 && line.isTyped(source.at());
	}

	private Boolean yesNo(String field) {
		return sources.containsKey(field) ? value(field, YesNo.parse(raw(field))) : null;
	}

	private Amount amount(String field) {
		var source = sources.get(field);
		var amount = source == null ? null : value(field, numbers(source).parseAmount(raw(field)));
		if (amount == null) {
			return null;
		}
		if (amount.percent()) {
			reject(field, raw(field), "per-cent-of-what");
			return null;
		}
		return isKept(field, amount.number()) ? amount : null;
	}

	private boolean isKept(String field, BigDecimal number) {
		if (number.signum() < 0 && sources.get(field).field().type() != FieldType.MONEY_OR_LOSS) {
			reject(field, raw(field), "below-zero");
			return false;
		}
		if (number.abs().compareTo(LARGEST) >= 0) {
			reject(field, raw(field), "too-large");
			return false;
		}
		if (number.stripTrailingZeros().scale() > DECIMALS) {
			reject(field, raw(field), "too-many-decimals", DECIMALS);
			return false;
		}
		return true;
	}

	private static BigDecimal number(Amount amount) {
		return amount == null ? null : amount.number();
	}

	private String currency(Amount... amounts) {
		var text = raw("currency");
		if (!text.isEmpty()) {
			var code = text.toUpperCase(Locale.ROOT);
			if (!CURRENCIES.contains(code)) {
				var meant = CURRENCY_SLIPS.get(code);
				rejections.add(new Rejection(line.number(), sources.get("currency").header(), text, REASON + (meant == null ? "not-a-currency" : "currency-slip"),
						meant == null ? List.of() : List.of(meant), meant));
				return null;
			}
			for (var amount : amounts) {
				if (amount != null && amount.currency().isPresent() && !amount.currency().get().equals(code)) {
					reject("currency", text, "two-currencies", amount.currency().get());
				}
			}
			return code;
		}
		String found = null;
		for (var amount : amounts) {
			if (amount != null) {
				var own = amount.currency().orElse(null);
				if (found != null && own != null && !found.equals(own)) {
					rejections.add(new Rejection(line.number(), null, found + ", " + own, REASON + "two-currencies", List.of(own), null));
				}
				found = own == null ? Objects.requireNonNullElse(found, place.currency()) : own;
			}
		}
		return found;
	}

	private BigDecimal perCent(String field, BigDecimal most) {
		var source = sources.get(field);
		var amount = source == null ? null : value(field, numbers(source).parseAmount(raw(field)));
		if (amount == null) {
			return null;
		}
		var number = source.share() && !amount.percent() ? amount.number().multiply(HUNDRED) : amount.number();
		if (number.compareTo(most) > 0) {
			reject(field, raw(field), most == HUNDRED ? "above-hundred" : "too-large");
			return null;
		}
		return isKept(field, number) ? number : null;
	}

	private BigDecimal quantity(String field) {
		var source = sources.get(field);
		var number = source == null ? null : value(field, numbers(source).parse(raw(field)));
		return number != null && isKept(field, number) ? number : null;
	}

	private Integer whole(String field) {
		var source = sources.get(field);
		var number = source == null ? null : value(field, numbers(source).parse(raw(field)));
		if (number == null) {
			return null;
		}
		if (number.stripTrailingZeros().scale() > 0 || number.signum() < 0 || number.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
			reject(field, raw(field), "not-whole");
			return null;
		}
		return number.intValueExact();
	}

	private <T> T value(String field, Parsed<T> parsed) {
		if (parsed.isWrong()) {
			reject(sources.get(field).header(), raw(field), parsed.problem());
		} else if (parsed.isBlank()) {
			required(field);
		}
		return parsed.value();
	}

	private void required(String field) {
		var source = sources.get(field);
		if (source != null && source.field().demand() == Field.Demand.EVERY_LINE) {
			reject(field, "", "missing");
		}
	}

	private boolean isGood(String field) {
		var source = sources.get(field);
		return source == null || rejections.stream().noneMatch(rejection -> source.header().equals(rejection.column()));
	}

	private void reject(String field, String value, String reason, Object... arguments) {
		var source = sources.get(field);
		rejections.add(new Rejection(line.number(), source == null ? null : source.header(), value, REASON + reason, List.of(arguments), null));
	}

	private void reject(String header, String value, Problem problem) {
		rejections.add(new Rejection(line.number(), header, value, problem.key(), problem.arguments(), null));
	}
}
