package org.headcoach.compensation.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.headcoach.compensation.SimulationService.Pay;
import org.headcoach.compensation.TownMeetingService;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.site.TableDownload;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The figures of a town meeting that the reader sees on its page, as CSV and XLSX. */
@WebServlet({"/export/compensation/town-meeting.csv", "/export/compensation/town-meeting.xlsx"})
public class TownMeetingExport extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private TownMeetingService meetings;

	@Inject
	private Here here;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = meetings.meeting(TownMeetingView.meetingIn(request));
		var columns = new ArrayList<>(List.of(text("compensation.assignments.column.person"), text("compensation.town.own.today")));
		page.candidates().forEach(candidate -> {
			var name = text("compensation.simulation.name", candidate.planName(), candidate.number());
			columns.addAll(List.of(name, text("compensation.simulation.export.difference", name), text("compensation.simulation.export.why", name)));
		});
		TableDownload.send(request, response, "town-meeting-" + page.id(), columns,
				table -> Stream.concat(Stream.ofNullable(page.own()), page.others().stream()).forEach(line -> {
					var cells = new ArrayList<Object>();
					cells.add(line.name());
					cells.add(amount(line.today()));
					for (int i = 0; i < line.then().size(); i++) {
						var pay = line.then().get(i);
						cells.add(amount(pay));
						cells.add(line.difference(i) == null ? null : line.difference(i).amount());
						cells.add(pay.refusal() == null ? null : Messages.text(here.getLocale(), pay.refusal()));
					}
					table.line(cells.toArray());
				}));
	}

	static java.math.BigDecimal amount(Pay pay) {
		return pay == null || pay.amount() == null ? null : pay.amount().amount();
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}
}
