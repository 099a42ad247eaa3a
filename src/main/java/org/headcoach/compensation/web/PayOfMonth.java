package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.headcoach.compensation.Attainment;
import org.headcoach.compensation.PayService;
import org.headcoach.compensation.StatementPage;
import org.headcoach.site.Here;

import jakarta.inject.Inject;

/** What the own page and the statement of somebody have in common. */
public abstract class PayOfMonth implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private PayService pay;

	@Inject
	private Here here;

	@Inject
	private PayWords words;

	private transient StatementPage page;
	private transient List<PayWords.Group> groups;
	private transient CurvePicture curve;
	private transient Attainment drawnOf;
	private transient BigDecimal drawnFor;

	/** Whose pay it is. */
	protected abstract long personId();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = pay.statement(personId(), here.getMonth());
	}

	public StatementPage getPage() {
		if (page == null) {
			load();
		}
		return page;
	}

	protected PayService pay() {
		return pay;
	}

	protected Here here() {
		return here;
	}

	public List<PayWords.Group> getGroups() {
		if (groups == null) {
			groups = words.groups(getPage());
		}
		return groups;
	}

	/** Statement, October 2026 · closed 4 November. */
	public String getQuiet() {
		var month = getPage().month();
		if (page.isClosed()) {
			return words.text("compensation.pay.quiet.closed", month, words.day(page.closedAt()));
		}
		return page.computedAt() == null ? words.text("compensation.pay.quiet.never", month)
				: words.text("compensation.pay.quiet." + page.status(), month, page.computedAt().atZone(here.getCompany().zone()).toLocalDateTime());
	}

	/** What is paid, and when. */
	public String getAnswer() {
		return words.answer(getPage(), page.own());
	}

	public String getDifference() {
		return words.difference(getPage());
	}

	/** The component that the picture is about: the first with a quota, else the first with a curve; null when there is neither. */
	public Attainment getMain() {
		var drawn = getPage().attainments().stream().filter(one -> one.curve() != null).toList();
		return drawn.stream().filter(one -> one.quota() != null).findFirst().orElse(drawn.isEmpty() ? null : drawn.get(0));
	}

	/** The others, in words. */
	public List<Attainment> getOthers() {
		var main = getMain();
		return getPage().attainments().stream().filter(one -> main == null || !one.component().equals(main.component())).filter(one -> one.quota() != null || one.reached().signum() != 0)
				.toList();
	}

	public CurvePicture getCurve() {
		return drawn(getMain(), null);
	}

	/** The picture, which a page asks for a dozen times. */
	protected CurvePicture drawn(Attainment of, BigDecimal supposed) {
		if (of != drawnOf || !Objects.equals(supposed, drawnFor)) {
			curve = of == null ? null : CurvePicture.of(of, supposed);
			drawnOf = of;
			drawnFor = supposed;
		}
		return curve;
	}

	/** The address of the same month as a file of that kind. */
	public String file(String ending) {
		return "/export/compensation/statement." + ending + "?person=" + getPage().personId() + "&month=" + page.month();
	}
}
