package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.headcoach.shared.Money;

/**
 * All that is known of somebody's work under one version of a plan, from its first day on.
 *
 * @param since first day on the plan, from which draws are counted
 * @param until last day on this version of the plan; null while it holds
 * @param leftOn the last day at work; null while there is none
 * @param knownTo the day of which this is true: nothing later is known
 * @param credits by component code
 * @param deals by source; a source without one is paid as if nothing happened after it
 * @param quota by component code and the first month of its window, in units; only for components whose table asks for it
 * @param factors by component code and month; a month without them has those of who has no such figure
 * @param adjustments amounts that somebody added by hand, with a reason
 * @param held from which month on lines of a source wait; nothing of it is owed meanwhile
 * @param refused what does not count, and why
 */
public record PayeeFacts(LocalDate since, LocalDate until, LocalDate leftOn, LocalDate knownTo, SortedMap<String, List<Credit>> credits, SortedMap<String, PayableDeal> deals,
		SortedMap<String, SortedMap<YearMonth, BigDecimal>> quota, SortedMap<String, SortedMap<YearMonth, List<Modifier.Factor>>> factors, List<Adjusted> adjustments,
		SortedMap<String, YearMonth> held, List<Refused> refused) implements Serializable {

	/** @param id of the adjustment */
	public record Adjusted(String id, YearMonth month, Money amount) implements Serializable {
	}

	/**
	 * What does not count.
	 *
	 * @param name the deal's or the customer's
	 * @param because key of the sentence that says why, below {@code compensation.refused.}
	 */
	public record Refused(String component, String source, String name, LocalDate day, String because) implements Serializable {
	}

	public PayeeFacts {
		adjustments = List.copyOf(adjustments);
		refused = List.copyOf(refused);
	}

	public static PayeeFacts of(Map<String, List<Credit>> credits, Map<String, PayableDeal> deals, LocalDate since, LocalDate knownTo) {
		return new PayeeFacts(since, null, null, knownTo, new TreeMap<>(credits), new TreeMap<>(deals), new TreeMap<>(), new TreeMap<>(), List.of(), new TreeMap<>(), List.of());
	}

	public PayeeFacts withQuota(String component, YearMonth window, BigDecimal units) {
		var all = new TreeMap<>(quota);
		var ofComponent = new TreeMap<>(all.getOrDefault(component, new TreeMap<>()));
		ofComponent.put(window, units);
		all.put(component, ofComponent);
		return new PayeeFacts(since, until, leftOn, knownTo, credits, deals, all, factors, adjustments, held, refused);
	}

	public PayeeFacts withFactors(String component, YearMonth month, Modifier.Factor... these) {
		var all = new TreeMap<>(factors);
		var ofComponent = new TreeMap<>(all.getOrDefault(component, new TreeMap<>()));
		ofComponent.put(month, List.of(these));
		all.put(component, ofComponent);
		return new PayeeFacts(since, until, leftOn, knownTo, credits, deals, quota, all, adjustments, held, refused);
	}

	public PayeeFacts withAdjustments(List<Adjusted> these) {
		return new PayeeFacts(since, until, leftOn, knownTo, credits, deals, quota, factors, these, held, refused);
	}

	public PayeeFacts holding(Map<String, YearMonth> sources) {
		return new PayeeFacts(since, until, leftOn, knownTo, credits, deals, quota, factors, adjustments, new TreeMap<>(sources), refused);
	}

	public PayeeFacts ending(LocalDate lastDay) {
		return new PayeeFacts(since, lastDay, leftOn, knownTo, credits, deals, quota, factors, adjustments, held, refused);
	}

	public PayeeFacts leaving(LocalDate lastDay) {
		return new PayeeFacts(since, lastDay, lastDay, knownTo, credits, deals, quota, factors, adjustments, held, refused);
	}
}
