package org.headcoach.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A list whose filter, order and page stand in the address, so that it can be linked and goes without view state:
 * {@code ?q=lee&sort=-start&page=2}. The view reads its filters here and says how many lines there are.
 */
@Named("list")
@RequestScoped
public class ListAddress {

	public static final int SIZE = 25;
	private static final int MOST_PAGES = 100_000;

	@Inject
	private HttpServletRequest request;

	private long total;
	private boolean more;

	/** What was typed into a field of the filter; null for nothing. */
	public String text(String name) {
		var text = request.getParameter(name);
		return text == null || text.isBlank() ? null : text.strip();
	}

	/** Null for nothing and for no number. */
	public Long number(String name) {
		var text = text(name);
		return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
	}

	/** Null for nothing and for no date. */
	public LocalDate day(String name) {
		try {
			return text(name) == null ? null : LocalDate.parse(text(name));
		} catch (DateTimeException e) {
			// an address typed by hand: as if nothing had been asked
			return null;
		}
	}

	/** Null for nothing and for an unknown name. */
	public <E extends Enum<E>> E oneOf(Class<E> type, String name) {
		return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(text(name))).findFirst().orElse(null);
	}

	/** The column of the order; null for the list's own. */
	public String getSort() {
		var sort = text("sort");
		return sort == null ? null : sort.replaceFirst("^-", "");
	}

	public boolean isDescending() {
		var sort = text("sort");
		return sort != null && sort.startsWith("-");
	}

	/** The address with this column's order: up, and down when it already is. */
	public String sortLink(String column) {
		return with(Map.of("sort", (column.equals(getSort()) && !isDescending() ? "-" : "") + column), "page");
	}

	/** For {@code aria-sort}. */
	public String sorted(String column) {
		if (!column.equals(getSort())) {
			return "none";
		}
		return isDescending() ? "descending" : "ascending";
	}

	/** From 1 on. */
	public int getPage() {
		var page = number("page");
		return page == null || page < 1 ? 1 : (int) Math.min(page, MOST_PAGES);
	}

	public int getFirst() {
		return (getPage() - 1) * SIZE;
	}

	/** The view says how many lines match. */
	public void counts(long lines) {
		total = lines;
	}

	/** The same, where not all were counted. @param more whether there are more than these lines */
	public void counts(long lines, boolean more) {
		total = lines;
		this.more = more;
	}

	public boolean isMore() {
		return more;
	}

	public long getTotal() {
		return total;
	}

	public int getPages() {
		return (int) Math.max(1, (total + SIZE - 1) / SIZE) + (more ? 1 : 0);
	}

	public long getFrom() {
		return total == 0 ? 0 : Math.min(getFirst() + 1L, total);
	}

	public long getTo() {
		return Math.min((long) getFirst() + SIZE, total);
	}

	/** Null on the first page. */
	public String getPreviousLink() {
		return getPage() <= 1 ? null : with(Map.of("page", Math.min(getPage() - 1, getPages())));
	}

	/** Null on the last page. */
	public String getNextLink() {
		return getPage() >= getPages() ? null : with(Map.of("page", getPage() + 1));
	}

	/** The same filter and order at another address: exports. */
	public String at(String path) {
		return request.getContextPath() + path + query(parameters(Map.of(), "page"));
	}

	/** This address with one parameter changed; another list begins at its first page. */
	public String with(String name, Object content) {
		return with(Map.of(name, content), "page");
	}

	private String with(Map<String, ?> changed, String... without) {
		return query(parameters(changed, without));
	}

	private Map<String, String> parameters(Map<String, ?> changed, String... without) {
		var parameters = new LinkedHashMap<String, String>();
		request.getParameterMap().forEach((name, values) -> {
			// a form that was posted to this address brings fields of its own
			if (values.length > 0 && !values[0].isBlank() && name.matches("[a-z]{1,20}")) {
				parameters.put(name, values[0]);
			}
		});
		Arrays.asList(without).forEach(parameters::remove);
		changed.forEach((name, content) -> parameters.put(name, content.toString()));
		return parameters;
	}

	private static String query(Map<String, String> parameters) {
		return "?" + parameters.entrySet().stream().map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue())).collect(Collectors.joining("&"));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}
