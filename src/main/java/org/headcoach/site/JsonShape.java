package org.headcoach.site;

import java.time.YearMonth;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** How records become JSON: components in alphabetical order, months as 2026-10. */
@Provider
public class JsonShape implements ContextResolver<Jsonb> {

	/** 2026-10. */
	public static class Months implements JsonbAdapter<YearMonth, String> {
		@Override
		public String adaptToJson(YearMonth month) {
			return month.toString();
		}

		@Override
		public YearMonth adaptFromJson(String text) {
			return YearMonth.parse(text);
		}
	}

	private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL).withAdapters(new Months()));

	@Override
	public Jsonb getContext(Class<?> type) {
		return jsonb;
	}
}
