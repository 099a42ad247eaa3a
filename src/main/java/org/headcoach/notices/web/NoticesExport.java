package org.headcoach.notices.web;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.headcoach.notices.NoticeService;
import org.headcoach.notices.NoticeService.NoticeRow;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.tables.TableWriter;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.site.TableDownload;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The outbox as CSV and XLSX: the same filter in the address, the same right, all pages; what a notice says is not in it, nor any webhook's address. */
@WebServlet("/export/notices/*")
public class NoticesExport extends HttpServlet {

	private static final long serialVersionUID = 1L;
	private static final int CHUNK = 1_000;

	@Inject
	private NoticeService notices;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!String.valueOf(request.getPathInfo()).matches("/outbox\\.(csv|xlsx)")) {
			throw new NotHereException("No export " + request.getPathInfo());
		}
		var first = rows(0);
		TableDownload.send(request, response, "notices", Stream.of("posted", "to", "filter.channel", "export.topic", "subject", "export.key", "state", "export.tries", "why",
				"export.detail", "export.ended").map(column -> text("notices.outbox." + column)).toList(), table -> write(table, first));
	}

	private List<NoticeRow> rows(int from) {
		return notices.outbox(OutboxView.search(list, here.getToday(), from, CHUNK));
	}

	private void write(TableWriter table, List<NoticeRow> first) {
		var from = 0;
		for (var rows = first; !rows.isEmpty(); rows = rows.size() < CHUNK ? List.of() : rows(from)) {
			rows.forEach(row -> table.line(at(row.postedAt()), row.to(), text("notices.channel." + row.channel()), text("notices.topic." + row.topic()), row.subject(), row.key(),
					text("notices.state." + row.state()), row.tries(), row.trouble() == null ? null : row.trouble().name().toLowerCase(Locale.ROOT).replace('_', ' '), row.detail(),
					at(row.endedAt())));
			from += rows.size();
		}
	}

	private LocalDateTime at(Instant moment) {
		return moment == null ? null : LocalDateTime.ofInstant(moment, here.getCompany().zone());
	}

	private String text(String key) {
		return Messages.text(here.getLocale(), key);
	}
}
