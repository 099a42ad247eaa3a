package org.headcoach.site;

import java.time.YearMonth;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.people.Permission;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** How records become JSON and JSON records: components in alphabetical order, months as 2026-10, permissions by their names. */
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

	/** A permission by its name; a name that is none is told with those that there are. */
	public static class Scopes implements JsonbAdapter<Permission, String> {
		@Override
		public String adaptToJson(Permission permission) {
			return permission.name();
		}

		@Override
		public Permission adaptFromJson(String text) {
			try {
				return Permission.valueOf(text);
			} catch (IllegalArgumentException e) {
				throw Problems.wrong(e, "scopes", "site.problem.no-scope", text,
						Stream.of(Permission.values()).filter(one -> one != Permission.NOTHING && one != Permission.BE_SIGNED_IN).map(Enum::name).collect(Collectors.joining(", ")));
			}
		}
	}

	private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL).withAdapters(new Months(), new Scopes()));

	@Override
	public Jsonb getContext(Class<?> type) {
		return jsonb;
	}
}
