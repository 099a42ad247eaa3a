package org.headcoach.compensation.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.headcoach.site.Messages;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;

/** Numbers as people type them: 4,200, 0.1, 10 %. They are exact; what is no number is said so beside the field. */
abstract class NumberInput<T> implements Converter<T> {

	/** Commas stand between thousands only: 1,5 is refused, since some mean one and a half by it and would be paid fifteen. */
	private static final Pattern NUMBER = Pattern.compile("(-?(?:\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(?:\\.\\d{1,10})?)(%?)");

	/** A share or a rate typed with a per cent sign is a hundredth. */
	static BigDecimal parse(FacesContext faces, String text, boolean percent) {
		return number(text, percent).orElseThrow(() -> new ConverterException(
				new FacesMessage(FacesMessage.SEVERITY_ERROR, Messages.text(faces.getViewRoot().getLocale(), "compensation.editor.error.number", text.strip()), null)));
	}

	/** Empty when it is no number. */
	static Optional<BigDecimal> number(String text, boolean percent) {
		var typed = NUMBER.matcher(text.strip().replaceAll("[\\s\\u00a0]", "").replace('\u2212', '-'));
		if (!typed.matches()) {
			return Optional.empty();
		}
		var number = new BigDecimal(typed.group(1).replace(",", ""));
		return Optional.of(percent || !typed.group(2).isEmpty() ? number.movePointLeft(2) : number);
	}

	static String print(BigDecimal number) {
		return number.signum() == 0 ? "0" : new java.text.DecimalFormat("#,##0.##########", java.text.DecimalFormatSymbols.getInstance(java.util.Locale.ENGLISH)).format(number);
	}

	abstract T read(FacesContext faces, String text);

	abstract String write(T value);

	@Override
	public T getAsObject(FacesContext faces, UIComponent component, String text) {
		return text == null || text.isBlank() ? nothing() : read(faces, text);
	}

	@Override
	public String getAsString(FacesContext faces, UIComponent component, T value) {
		return value == null ? "" : write(value);
	}

	T nothing() {
		return null;
	}

	/** 4,200 */
	@FacesConverter("hc.number")
	public static class Plain extends NumberInput<BigDecimal> {

		@Override
		BigDecimal read(FacesContext faces, String text) {
			return parse(faces, text, false);
		}

		@Override
		String write(BigDecimal value) {
			return print(value);
		}
	}

	/** 25 in a field of per cents is a quarter. */
	@FacesConverter("hc.percent")
	public static class Percent extends NumberInput<BigDecimal> {

		@Override
		BigDecimal read(FacesContext faces, String text) {
			return parse(faces, text, true);
		}

		@Override
		String write(BigDecimal value) {
			return print(value.movePointRight(2));
		}
	}

	/** What a unit of money earns: 2, or 10 % where it is less than one. */
	@FacesConverter("hc.rate")
	public static class Rate extends NumberInput<BigDecimal> {

		@Override
		BigDecimal read(FacesContext faces, String text) {
			return parse(faces, text, false);
		}

		@Override
		String write(BigDecimal value) {
			return value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0 ? print(value.movePointRight(2)) + " %" : print(value);
		}
	}

	/** Several in a row: 4, 3, 2, 1. A number in it has no comma of its own. */
	@FacesConverter("hc.numbers")
	public static class Numbers extends NumberInput<List<BigDecimal>> {

		private final boolean percent;

		public Numbers() {
			this(false);
		}

		Numbers(boolean percent) {
			this.percent = percent;
		}

		@Override
		List<BigDecimal> read(FacesContext faces, String text) {
			return Arrays.stream(text.split("[,;]")).filter(part -> !part.isBlank()).map(part -> parse(faces, part, percent)).toList();
		}

		@Override
		String write(List<BigDecimal> value) {
			return value.stream().map(number -> (percent ? number.movePointRight(2) : number).stripTrailingZeros().toPlainString()).collect(Collectors.joining(", "));
		}

		@Override
		List<BigDecimal> nothing() {
			return List.of();
		}
	}

	/** Several shares: 20, 20, 20, 40 per cent. */
	@FacesConverter("hc.percents")
	public static class Percents extends Numbers {

		public Percents() {
			super(true);
		}
	}
}
