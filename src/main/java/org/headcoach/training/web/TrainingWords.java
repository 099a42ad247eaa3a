package org.headcoach.training.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.ExamPage;
import org.headcoach.training.engine.LineError;
import org.headcoach.training.engine.Question;
import org.headcoach.training.engine.Wording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Words and figures that several pages of training share. */
@Named
@ApplicationScoped
public class TrainingWords {

	@Inject
	private Here here;

	/** A moment on the company's wall clock. */
	public LocalDateTime at(Instant moment) {
		return moment == null ? null : moment.atZone(here.getCompany().zone()).toLocalDateTime();
	}

	/** A mark in whole percent, never rounded up. */
	public String percent(BigDecimal percent) {
		return percent == null ? "–" : Messages.text(here.getLocale(), "training.percent", percent.setScale(0, RoundingMode.DOWN));
	}

	/** A share as percent. */
	public String share(Double share) {
		return share == null ? "–" : Messages.text(here.getLocale(), "training.percent", Math.round(share * 100));
	}

	/** A coefficient in two decimals. */
	public String coefficient(Double number) {
		return number == null ? "–" : BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).toPlainString().replace('-', '−');
	}

	public String number(BigDecimal number) {
		return number == null ? "–" : number.stripTrailingZeros().toPlainString().replace('-', '−');
	}

	/** A text of a question as it is shown. */
	public String plain(String text) {
		return Wording.plain(text);
	}

	/** What a question lets choose from, match or order. */
	public List<String> places(Question question) {
		return question.key().words().stream().map(Wording::plain).toList();
	}

	/** How a standing looks. */
	public String kind(ExamPage.Standing standing) {
		return switch (standing) {
			case PASSED -> "done";
			case RUNNING, NOT_STARTED -> "open";
			case WAITING -> "waiting";
			case EXPIRED -> "look";
			case FAILED -> "refused";
			case WITHDRAWN -> "closed";
		};
	}

	/** An answer as it is told: true and false are words here. */
	public String answer(String answer) {
		return "true".equals(answer) || "false".equals(answer) ? Messages.text(here.getLocale(), "training." + answer) : answer == null || answer.isBlank() ? "–" : answer;
	}

	/** Why a line of a file is no question. */
	public String error(LineError error) {
		return Messages.text(here.getLocale(), error.key(), error.arguments().toArray());
	}
}
