package org.headcoach.home;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * The front page of one account.
 *
 * @param items the most urgent first
 * @param nextDay the next coaching day 1 from today on
 */
public record TodayPage(LocalDate today, List<TodayItem> items, LocalDate nextDay) implements Serializable {

	public List<TodayItem> todo() {
		return items.stream().filter(TodayItem::todo).toList();
	}

	public List<TodayItem> toKnow() {
		return items.stream().filter(item -> !item.todo()).toList();
	}
}
