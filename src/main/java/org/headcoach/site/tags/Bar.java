package org.headcoach.site.tags;

import java.io.Serializable;

/**
 * One line of a bar chart with whiskers. {@code low} and {@code high} are the ends of the 90 % interval or null;
 * {@code few} says that there is too little data for the figure to mean much; {@code own} marks the person it is about.
 */
public record Bar(String name, double figure, Double low, Double high, Long n, boolean own, boolean few, String link) implements Serializable {

	double end() {
		return high == null ? figure : Math.max(figure, high);
	}
}
