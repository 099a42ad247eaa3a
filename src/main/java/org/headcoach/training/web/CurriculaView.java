package org.headcoach.training.web;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.CurriculumService;
import org.headcoach.training.MethodologyPage;
import org.headcoach.training.MethodologyService;
import org.headcoach.training.engine.Methodology;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What is taught, and laying out the next curriculum from the methodology. */
@Named
@ViewScoped
public class CurriculaView implements Serializable {

	private static final long serialVersionUID = 1L;
	/** Four tasks are proposed, one a week. */
	private static final int PRACTICUM = 4;
	private static final int DAYS_EACH = 7;

	@Inject
	private CurriculumService curricula;

	@Inject
	private MethodologyService methodology;

	@Inject
	private Here here;

	private final String formKey = UUID.randomUUID().toString();
	private List<CurriculumService.CurriculumRow> rows;
	private MethodologyPage method;
	private String title;

	@PostConstruct
	void load() {
		rows = curricula.curricula();
		method = methodology.methodology(null);
		title = text("learn.curricula.proposed");
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}

	/** One overview, one deep session a stage, and the practicum as it is proposed. */
	public void layOut() {
		var deep = method.content() == null ? Map.<String, String>of()
				: method.content().process().stream().collect(Collectors.toMap(Methodology.ProcessStage::name, stage -> text("learn.curricula.deep", stage.name())));
		var practicum = IntStream.rangeClosed(1, PRACTICUM)
				.mapToObj(i -> new CurriculumService.NewTask(null, text("learn.preset.task." + i), text("learn.preset.task." + i + ".about"), i * DAYS_EACH)).toList();
		var id = curricula.layOut(new CurriculumService.LayOut(title, text("learn.curricula.overview"), deep, practicum, formKey));
		Done.at("/training/curriculum?curriculum=" + id, "learn.curricula.done");
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), method.content() == null ? "learn.curricula.answer.none" : "learn.curricula.answer", rows.stream().filter(row -> !row.retired()).count(),
				method.content() == null ? 0 : method.content().process().size());
	}

	public List<CurriculumService.CurriculumRow> getRows() {
		return rows;
	}

	public MethodologyPage getMethod() {
		return method;
	}

	public String getTitle() {
		return title;
	}

	public void setTitle(String title) {
		this.title = title;
	}
}
