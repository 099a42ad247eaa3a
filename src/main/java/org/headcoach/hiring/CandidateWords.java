package org.headcoach.hiring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.headcoach.shared.SearchWords;
import org.headcoach.shared.SearchWords.Beginning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Who is found by words. The word that the fewest have is asked for first, and the others of those alone. Beginnings of words stand in the statements as they are (they are hexadecimal digits), so that the database
 * knows how many each of them leads to.
 */
@ApplicationScoped
class CandidateWords {

	/** Whoever finds more than these is better served by the order of the table. */
	private static final int FEW = 1_000;
	/** Words are not counted further. */
	private static final int MANY = 5_000;

	@PersistenceContext
	private EntityManager em;

	/** Those who have all of these words; empty when they are many. */
	Optional<Set<Long>> few(List<Beginning> words) {
		var rarest = words.size() == 1 ? words.get(0) : words.stream().collect(Collectors.toMap(word -> word, this::having)).entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
		var others = words.stream().filter(word -> !word.equals(rarest))
				.map(word -> " and exists (select 1 from candidate_word x where x.candidate_id = w.candidate_id and " + begins("x", word) + ")").collect(Collectors.joining());
		List<?> found = em.createNativeQuery("select distinct w.candidate_id from candidate_word w where " + begins("w", rarest) + others).setMaxResults(FEW + 1).getResultList();
		return found.size() > FEW ? Optional.empty() : Optional.of(found.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toSet()));
	}

	/** Those whose name has the same words, whatever their order, accents and capitals; not who is forgotten. Nobody for words that too many have. */
	List<Candidate> named(String name) {
		var keys = SearchWords.keys(name);
		var few = keys.isEmpty() ? Set.<Long>of() : few(SearchWords.beginnings(name)).orElse(Set.of());
		return few.isEmpty() ? List.of() : em.createQuery("select a from Candidate a where a.id in :few and a.erasedAt is null order by a.id", Candidate.class).setParameter("few", few).getResultStream()
				.filter(one -> SearchWords.keys(one.name()).equals(keys)).toList();
	}

	private int having(Beginning word) {
		return ((Number) em.createNativeQuery("select count(*) from (select 1 from candidate_word w where " + begins("w", word) + " limit " + MANY + ") counted").getSingleResult()).intValue();
	}

	private static String begins(String table, Beginning word) {
		return table + ".word_key >= '" + word.from() + "' and " + table + ".word_key < '" + word.to() + "'";
	}
}
