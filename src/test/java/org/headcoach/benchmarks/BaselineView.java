package org.headcoach.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A table of constants, as large as the address asks for: what a page costs before it says anything. Part of no war but the benchmark's. */
@Named
@RequestScoped
public class BaselineView {

	private static final int MOST = 2_000;

	@Inject
	@ManagedProperty("#{param.rows}")
	private String rows;

	@Inject
	@ManagedProperty("#{param.columns}")
	private String columns;

	public List<String> getColumns() {
		return IntStream.rangeClosed(1, limited(columns)).mapToObj(column -> "Column " + column).toList();
	}

	public List<List<String>> getRows() {
		var cells = IntStream.rangeClosed(1, limited(columns)).mapToObj(column -> "1,234." + column).toList();
		return IntStream.rangeClosed(1, limited(rows)).mapToObj(row -> cells).toList();
	}

	private static int limited(String number) {
		return Math.min(MOST, Integer.parseInt(number));
	}
}
