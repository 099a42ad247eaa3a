package org.headcoach.benchmarks;

import java.io.IOException;

import org.headcoach.compensation.PayrollService;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets an administrator have pay computed by one request, which is answered when it is done: people, lines posted, people parked. Part of no war but the benchmark's. */
@WebServlet("/benchmark/pay")
public class PayDoor extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Inject
	private transient PayrollService payroll;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var computed = "changed".equals(request.getParameter("whose")) ? payroll.computeChanged() : payroll.compute();
		response.setContentType("text/plain");
		response.getWriter().print(computed.people() + " " + computed.posted() + " " + computed.parked());
	}
}
