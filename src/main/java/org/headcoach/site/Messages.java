package org.headcoach.site;

import java.text.FieldPosition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Queue;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;

/**
 * The texts of all topics, one bundle a topic: the first word of a key is the bundle's name, {@code coaching.my-team.title}
 * stands in {@code messages/coaching.properties}. Arguments follow ICU: {@code {0, plural, one {# plan} other {# plans}}}.
 * A missing key is an error, not a blank.
 */
public final class Messages {

	private static final Map<Locale, Map<String, ResourceBundle>> BUNDLES = new ConcurrentHashMap<>();
	/** Those that nobody formats with at the moment: one is not safe for several threads, and making one takes longer than formatting. */
	private static final Map<Locale, Map<String, Queue<MessageFormat>>> FORMATS = new ConcurrentHashMap<>();

	/** A table says the same two texts for each of its lines, and where only words are put in nothing is left to format. */
	private static final Map<Locale, Map<String, Words>> WORDS = new ConcurrentHashMap<>();

	/**
	 * A text cut at its places.
	 *
	 * @param between what stands before the first place, between two, and after the last; null for a text that ICU has to format
	 * @param places which argument stands in each place
	 */
	private record Words(String[] between, int[] places) {

		private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

		static Words of(String pattern) {
			var rest = PLACE.matcher(pattern).replaceAll("");
			return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0 || rest.indexOf('\'') >= 0 ? new Words(null, null)
					: new Words(PLACE.split(pattern, -1), PLACE.matcher(pattern).results().mapToInt(place -> Integer.parseInt(place.group(1))).toArray());
		}

		boolean takes(Object[] arguments) {
			if (between == null) {
				return false;
			}
			for (var place : places) {
				if (place >= arguments.length || !(arguments[place] instanceof String)) {
					return false;
				}
			}
			return true;
		}

		String with(Object[] arguments) {
			var text = new StringBuilder(between[0]);
			for (int i = 0; i < places.length; i++) {
				text.append((String) arguments[places[i]]).append(between[i + 1]);
			}
			return text.toString();
		}
	}

	private Messages() {
	}

	public static String text(Locale locale, String key, Object... arguments) {
		var words = WORDS.computeIfAbsent(locale, l -> new ConcurrentHashMap<>()).computeIfAbsent(key, k -> Words.of(pattern(locale, k)));
		if (words.takes(arguments)) {
			return words.with(arguments);
		}
		var idle = FORMATS.computeIfAbsent(locale, l -> new ConcurrentHashMap<>()).computeIfAbsent(key, k -> new ConcurrentLinkedQueue<>());
		var kept = idle.poll();
		var format = kept == null ? compile(locale, key) : kept;
		var text = format.format(Arrays.stream(arguments).map(a -> plain(locale, a)).toArray(), new StringBuffer(), new FieldPosition(0)).toString();
		idle.offer(format);
		return text;
	}

	public static String text(Locale locale, BusinessException refusal) {
		return text(locale, refusal.key(), refusal.arguments().toArray());
	}

	/** The same, with the arguments escaped for HTML: the text itself may carry b, em, code, a. */
	public static String html(Locale locale, String key, Object... arguments) {
		return text(locale, key, Arrays.stream(arguments).map(a -> a instanceof CharSequence s ? escape(s) : a).toArray());
	}

	public static boolean has(Locale locale, String key) {
		var dot = key.indexOf('.');
		return dot > 0 && bundle(locale, key.substring(0, dot)).containsKey(key);
	}

	private static MessageFormat compile(Locale locale, String key) {
		var format = new MessageFormat(pattern(locale, key), locale);
		for (var argument : format.getFormats()) {
			if (argument instanceof com.ibm.icu.text.DateFormat date) {
				// dates come as days, without a zone of their own
				date.setTimeZone(TimeZone.GMT_ZONE);
			}
		}
		return format;
	}

	private static Object plain(Locale locale, Object argument) {
		if (argument instanceof java.time.LocalDate day) {
			return java.util.Date.from(day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
		}
		if (argument instanceof java.time.LocalDateTime moment) {
			return java.util.Date.from(moment.toInstant(java.time.ZoneOffset.UTC));
		}
		if (argument instanceof java.time.YearMonth month) {
			return java.util.Date.from(month.atDay(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
		}
		if (argument instanceof List<?> names) {
			return com.ibm.icu.text.ListFormatter.getInstance(locale).format(names);
		}
		if (argument instanceof Money money) {
			return Formats.money(locale, money);
		}
		if (argument instanceof Enum<?> value) {
			return value.name();
		}
		return argument;
	}

	private static String pattern(Locale locale, String key) {
		var dot = key.indexOf('.');
		try {
			return bundle(locale, dot < 0 ? key : key.substring(0, dot)).getString(key);
		} catch (MissingResourceException e) {
			throw new MissingResourceException("No text for " + key + " in " + locale, Messages.class.getName(), key);
		}
	}

	private static ResourceBundle bundle(Locale locale, String topic) {
		return BUNDLES.computeIfAbsent(locale, l -> new ConcurrentHashMap<>()).computeIfAbsent(topic, t -> ResourceBundle.getBundle("org.headcoach.messages." + t, locale,
				Messages.class.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
	}

	/** The text with what means something to HTML written out. */
	public static String escape(CharSequence text) {
		return text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
	}
}
