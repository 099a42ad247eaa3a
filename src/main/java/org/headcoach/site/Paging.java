package org.headcoach.site;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Which page of a list the caller wants: {@code @Valid @BeanParam Paging paging}. The answer implements {@link Paged}. */
public class Paging {

	public static final int MOST = 200;

	@Parameter(description = "The page, from 1 on")
	@QueryParam("page")
	@DefaultValue("1")
	@Min(1)
	@Max(1_000_000)
	private int page;

	@Parameter(description = "Lines on a page, at most 200")
	@QueryParam("size")
	@DefaultValue("50")
	@Min(1)
	@Max(MOST)
	private int size;

	public int page() {
		return page;
	}

	public int size() {
		return size;
	}

	/** Lines before this page. */
	public int offset() {
		return (page - 1) * size;
	}
}
