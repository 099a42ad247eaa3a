package org.headcoach.training.web;

import java.util.List;

import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.CertificationService;
import org.headcoach.training.MyCertifications;
import org.headcoach.training.engine.LearningPath;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What comes next on the own path, and what is earned. */
@Named
@RequestScoped
public class MyCertificationsView {

	@Inject
	private CertificationService certifications;

	@Inject
	private Here here;

	private MyCertifications page;

	@PostConstruct
	void load() {
		page = certifications.mine();
	}

	public String getAnswer() {
		var path = page.path();
		if (path == null || path.stops().isEmpty()) {
			return Messages.html(here.getLocale(), "training.cert.mine.answer.none", page.earned().size());
		}
		var next = path.next();
		if (next == null) {
			return Messages.html(here.getLocale(), "training.cert.mine.answer.all", path.done());
		}
		return Messages.html(here.getLocale(), next.state() == LearningPath.State.EXPIRED ? "training.cert.mine.answer.expired" : next.late() ? "training.cert.mine.answer.late" : "training.cert.mine.answer.next", page.titleOf(next.step().certificationId()), next.dueOn(), path.done(),
				path.stops().size());
	}

	public List<LearningPath.Stop> getStops() {
		return page.path() == null ? List.of() : page.path().stops();
	}

	/** What is missing to sell alone. */
	public List<String> getMissing() {
		return page.path() == null ? List.of() : page.path().missing().stream().map(stop -> page.titleOf(stop.step().certificationId())).toList();
	}

	public MyCertifications getPage() {
		return page;
	}
}
