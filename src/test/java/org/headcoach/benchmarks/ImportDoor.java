package org.headcoach.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.headcoach.pipeline.ImportService;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets an administrator have a file of this machine imported by one request, which is answered when it is done: upload, check and
 * commit, as for the demo company. Part of no war but the benchmark's.
 */
@WebServlet("/benchmark/import")
public class ImportDoor extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private transient ImportService imports;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var file = Path.of(request.getParameter("file"));
		try (var content = Files.newInputStream(file)) {
			var batch = imports.importAll(new ImportService.Upload(content, file.getFileName().toString(), "HubSpot", null, null), true);
			response.setContentType("text/plain");
			response.getWriter().print(batch.status() + " " + batch.added() + " " + batch.rejected());
		}
	}
}
