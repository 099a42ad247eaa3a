package org.headcoach.training.web;

import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.AssessmentRow;
import org.headcoach.training.CertificationPage;
import org.headcoach.training.Assessment;
import org.headcoach.training.ReadinessPage;
import org.headcoach.training.engine.Agreement;
import org.headcoach.training.engine.LearningPath;
import org.headcoach.training.engine.Validity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How certifications are said on pages, in files and in mails. */
@Named
@RequestScoped
public class CertWords {

	@Inject
	private Here here;

	/** A step of the sales process; the whole of it where there is none. */
	public String stage(CertificationPage.Stage stage) {
		if (stage == null) {
			return text("training.cert.stage.whole");
		}
		var key = "pipeline.metric.step." + stage.code();
		return stage.name() != null ? stage.name() : Messages.has(here.getLocale(), key) ? text(key) : stage.code();
	}

	/** How a certificate looks in a list. */
	public String kind(Validity.State state) {
		return state == null ? "open" : switch (state) {
			case VALID -> "done";
			case EXPIRING -> "waiting";
			case EXPIRED -> "look";
			case REVOKED -> "refused";
		};
	}

	/** How a cell of the matrix looks. */
	public String kind(ReadinessPage.Cell cell) {
		return cell.state() == null ? cell.planned() == null ? "closed" : "open" : kind(cell.state());
	}

	/** How a role play looks in a list. */
	public String kind(AssessmentRow row) {
		return row.state() == Assessment.State.PLANNED ? "waiting" : row.state() == Assessment.State.CALLED_OFF ? "closed" : row.passed() ? "done" : "refused";
	}

	public String kind(LearningPath.Stop stop) {
		return switch (stop.state()) {
			case DONE -> "done";
			case EXPIRED -> "look";
			case NEXT -> stop.late() ? "look" : "open";
			case LATER -> "closed";
		};
	}

	/** What stands in a cell of the matrix. */
	public String cell(ReadinessPage.Cell cell) {
		if (cell.state() == null) {
			return cell.planned() == null ? text("training.cert.cell.none") : text("training.cert.cell.planned", cell.planned().toLocalDate());
		}
		return cell.lastDay() == null || cell.state() == Validity.State.REVOKED ? text("training.cert.state." + cell.state()) : text("training.cert.cell." + cell.state(), cell.lastDay());
	}

	/** How far evaluators agree, with n. */
	public String agreement(Agreement.Measure measure) {
		if (measure == null || measure.pairs() == 0) {
			return text("training.cert.agreement.none");
		}
		var alike = text("training.cert.agreement.shares", measure.n(), Math.round(measure.same() * 100), measure.widest());
		return measure.alpha() == null ? alike : alike + " " + text("training.cert.agreement.alpha", Formats.number(here.getLocale(), measure.alpha(), 2, false));
	}

	/** The evidence that a criterion needs, and so on: a word of the bundle. */
	public String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}
}
