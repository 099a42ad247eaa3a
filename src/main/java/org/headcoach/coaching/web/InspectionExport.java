package org.headcoach.coaching.web;

import java.io.IOException;
import java.util.List;

import org.headcoach.coaching.CoachingMonth;
import org.headcoach.coaching.InspectionPage;
import org.headcoach.coaching.InspectionPage.ManagerLine;
import org.headcoach.coaching.InspectionService;
import org.headcoach.shared.tables.TableWriter;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.site.TableDownload;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The inspection board as CSV and XLSX, one line a rep: same month, same rights. */
@WebServlet({"/export/coaching/inspection.csv", "/export/coaching/inspection.xlsx"})
public class InspectionExport extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private static final List<String> COLUMNS = List.of("director", "manager", "team", "rep", "skill", "state", "agreed", "inspector", "inspected", "reason");

	@Inject
	private InspectionService inspections;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var page = inspections.board(CoachingMonth.after(here.getMonth()));
		var columns = COLUMNS.stream().map(column -> text("coaching.inspection.export." + column)).toList();
		TableDownload.send(request, response, "inspection-" + here.getMonth(), columns, table -> {
			page.directors().forEach(director -> director.managers().forEach(manager -> write(table, page, director.name(), manager)));
			page.managers().forEach(manager -> write(table, page, manager.inspectorName(), manager));
		});
	}

	private void write(TableWriter table, InspectionPage page, String director, ManagerLine manager) {
		manager.reps().forEach(rep -> table.line(director, manager.name(), manager.teamName(), rep.name(), rep.skillName(),
				InspectionView.stateText(here.getLocale(), page, rep), wording.local(rep.agreedAt()), rep.last() == null ? null : rep.last().inspectedBy(),
				rep.last() == null ? null : wording.local(rep.last().inspectedAt()), rep.sentBackReason()));
	}

	private String text(String key) {
		return Messages.text(here.getLocale(), key);
	}
}
