package org.headcoach.pipeline.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is meant by the owner column: a person by e-mail, external id or name, or by an answer that was kept for the source. */
public final class Owners {

	/** Somebody in the sales line as exports may call them. */
	public record Known(long id, String name, String email, String externalId) {
	}

	/** Nobody goes by this text. */
	public static final long UNKNOWN = -1;
	/** Somebody has said that this text means nobody in the sales line. */
	public static final long NOBODY = 0;

	private static final int LARGEST_DISTANCE = 3;

	private final Map<String, Long> byText = new HashMap<>();
	/** As they were written; so that a million lines ask for each spelling once. */
	private final Map<String, Long> asked = new HashMap<>();
	private final Collection<Known> people;

	/**
	 * @param answers text (as {@link Mapping#plain}) to person, {@link #NOBODY} for nobody
	 */
	public Owners(Collection<Known> people, Map<String, Long> answers) {
		this.people = people;
		Set<String> shared = new HashSet<>();
		// a name that two people share names neither; ids and addresses are unique and win over names
		people.forEach(person -> {
			var name = Mapping.plain(person.name());
			if (byText.put(name, person.id()) != null) {
				shared.add(name);
			}
		});
		byText.keySet().removeAll(shared);
		people.forEach(person -> put(person.externalId(), person.id()));
		people.forEach(person -> put(person.email(), person.id()));
		byText.putAll(answers);
	}

	private void put(String text, long id) {
		if (text != null && !text.isBlank()) {
			byText.put(Mapping.plain(SalesforceIds.whole(text.strip())), id);
		}
	}

	/** The person, {@link #NOBODY} or {@link #UNKNOWN}. */
	public long find(String text) {
		var known = asked.get(text);
		if (known == null) {
			known = byText.getOrDefault(Mapping.plain(SalesforceIds.whole(text.strip())), UNKNOWN);
			if (asked.size() < 10_000) {
				asked.put(text, known);
			}
		}
		return known;
	}

	/** Somebody whose address or name differs by a slip of the keyboard. */
	public Optional<Known> closest(String text) {
		var wanted = Mapping.plain(text);
		Known best = null;
		var least = Math.min(LARGEST_DISTANCE, wanted.length() / 4) + 1;
		for (var person : people) {
			for (var own : new String[] {person.name(), person.email()}) {
				var distance = own == null ? least : distance(wanted, Mapping.plain(own), least);
				if (distance < least) {
					least = distance;
					best = person;
				}
			}
		}
		return Optional.ofNullable(best == null ? byInitial(wanted) : best);
	}

	/** {@code k.mensa@...} is probably Kofi Mensah. */
	private Known byInitial(String wanted) {
		var local = wanted.contains("@") ? wanted.substring(0, wanted.indexOf('@')) : wanted;
		var words = local.split("[. _-]+");
		if (words.length != 2 || words[0].isEmpty() || words[1].length() < 4) {
			return null;
		}
		Known found = null;
		for (var person : people) {
			var name = Mapping.plain(person.name()).split(" ");
			if (name.length > 1 && name[0].charAt(0) == words[0].charAt(0) && distance(words[1], name[name.length - 1], 3) < 3) {
				if (found != null) {
					return null;
				}
				found = person;
			}
		}
		return found;
	}

	/** How many letters have to be changed, as far as it is less than the limit. */
	private static int distance(String one, String other, int limit) {
		if (Math.abs(one.length() - other.length()) >= limit) {
			return limit;
		}
		var row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			var diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				var above = row[j];
				row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
				diagonal = above;
			}
		}
		return Math.min(row[other.length()], limit);
	}
}
