package org.headcoach.contests.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.headcoach.contests.ContestPage;

/** The nights of a contest as lines, one for each team, in a box of 420 by 240. */
public final class RacePicture {

	private static final double WIDTH = 420;
	private static final double HEIGHT = 240;
	private static final double START = 36;
	private static final double END = 300;
	private static final double TOP = 14;
	private static final double BOTTOM = 206;
	private static final double LABEL = 17;

	/** @param y where its name stands, moved so that names do not overlap */
	public record Line(String name, int ordinal, boolean own, String points, String score, double endX, double endY, double y) {
	}

	public record Tick(double at, String text) {
	}

	private final List<Line> lines = new ArrayList<>();
	private final List<Tick> days = new ArrayList<>();
	private final List<Tick> scores = new ArrayList<>();

	/** @param day how a day is written under the axis */
	RacePicture(ContestPage page, java.util.function.Function<LocalDate, String> day, java.util.function.Function<BigDecimal, String> number) {
		var nights = page.nights();
		var most = nights.stream().flatMap(night -> night.scores().stream()).filter(java.util.Objects::nonNull).mapToDouble(BigDecimal::doubleValue).filter(score -> score > 0).max().orElse(1);
		var step = step(most);
		var top = Math.max(step, Math.ceil(most / step) * step);
		// as many as the step has: sums of it have none more
		var digits = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
		for (double at = 0; at <= top + step / 2; at += step) {
			scores.add(new Tick(y(at, top), number.apply(BigDecimal.valueOf(at).setScale(digits, RoundingMode.HALF_UP))));
		}
		var first = page.firstDay();
		var last = page.lastDay();
		var span = Math.max(1, first.until(last, java.time.temporal.ChronoUnit.DAYS));
		var length = first.until(last, java.time.temporal.ChronoUnit.DAYS);
		java.util.stream.IntStream.range(0, 4).mapToObj(i -> first.plusDays(Math.round(length * i / 3.0))).distinct().forEach(at -> days.add(new Tick(x(at, first, span), day.apply(at))));
		for (int i = 0; i < page.teams().size(); i++) {
			var team = page.teams().get(i);
			var points = new StringBuilder();
			double endX = START;
			double endY = BOTTOM;
			BigDecimal score = null;
			for (var night : nights) {
				var at = night.scores().get(i);
				if (at != null) {
					endX = x(night.night(), first, span);
					endY = y(at.doubleValue(), top);
					score = at;
					points.append(points.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.1f,%.1f", endX, endY));
				}
			}
			lines.add(new Line(team.name(), team.ordinal(), team.own(), points.toString(), score == null ? "" : number.apply(score), endX, endY, endY));
		}
		spread();
	}

	/** Names stand apart, in the order of their lines' ends. */
	private void spread() {
		lines.sort(Comparator.comparingDouble(Line::endY));
		var room = BOTTOM - TOP;
		var apart = Math.min(LABEL, room / Math.max(1, lines.size() - 1));
		for (int i = 1; i < lines.size(); i++) {
			if (lines.get(i).y() < lines.get(i - 1).y() + apart) {
				move(i, lines.get(i - 1).y() + apart);
			}
		}
		var over = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).y() - BOTTOM;
		for (int i = lines.size() - 1; i >= 0 && over > 0; i--) {
			move(i, Math.min(lines.get(i).y(), BOTTOM - apart * (lines.size() - 1 - i)));
		}
	}

	private void move(int i, double y) {
		var line = lines.get(i);
		lines.set(i, new Line(line.name(), line.ordinal(), line.own(), line.points(), line.score(), line.endX(), line.endY(), y));
	}

	private static double step(double most) {
		var rough = Math.max(most, 1e-9) / 4;
		var power = Math.pow(10, Math.floor(Math.log10(rough)));
		var times = rough / power;
		return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
	}

	private static double x(LocalDate day, LocalDate first, long span) {
		return START + (END - START) * Math.max(0, Math.min(span, first.until(day, java.time.temporal.ChronoUnit.DAYS))) / span;
	}

	private static double y(double score, double top) {
		return BOTTOM - (BOTTOM - TOP) * score / top;
	}

	public List<Line> getLines() {
		return lines;
	}

	public List<Tick> getDays() {
		return days;
	}

	public List<Tick> getScores() {
		return scores;
	}

	public double getWidth() {
		return WIDTH;
	}

	public double getHeight() {
		return HEIGHT;
	}

	public double getStart() {
		return START;
	}

	public double getEnd() {
		return END;
	}
}
