package org.headcoach.compensation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.headcoach.compensation.engine.Promotion;
import org.headcoach.site.Messages;

/** What somebody has reached on the way to the next level, made up like the deals beside it. */
public class TriedLevel implements Serializable {

	private static final long serialVersionUID = 1L;

	private BigDecimal installedBase;
	private BigDecimal averageNewMrr;
	private BigDecimal averagePrepaid;

	/** Whether that is enough, and else what is missing. */
	String said(Locale locale, Promotion promotion) {
		if (installedBase == null && averageNewMrr == null && averagePrepaid == null) {
			return null;
		}
		var missing = new ArrayList<String>();
		promotion.missing(new Promotion.Reached(installedBase, averageNewMrr, averagePrepaid)).forEach(figure -> missing.add(Messages.text(locale, "compensation.editor.try.level.missing." + figure)));
		return Messages.text(locale, missing.isEmpty() ? "compensation.editor.try.level.reached" : "compensation.editor.try.level.not", promotion.to(), List.copyOf(missing));
	}

	public BigDecimal getInstalledBase() {
		return installedBase;
	}

	public void setInstalledBase(BigDecimal installedBase) {
		this.installedBase = installedBase;
	}

	public BigDecimal getAverageNewMrr() {
		return averageNewMrr;
	}

	public void setAverageNewMrr(BigDecimal averageNewMrr) {
		this.averageNewMrr = averageNewMrr;
	}

	public BigDecimal getAveragePrepaid() {
		return averagePrepaid;
	}

	public void setAveragePrepaid(BigDecimal averagePrepaid) {
		this.averagePrepaid = averagePrepaid;
	}
}
