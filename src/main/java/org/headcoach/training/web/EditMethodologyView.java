package org.headcoach.training.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.CertificationPage;
import org.headcoach.training.MethodologyPage;
import org.headcoach.training.MethodologyService;
import org.headcoach.training.engine.Evidence;
import org.headcoach.training.engine.ExitCriteria;
import org.headcoach.training.engine.Matrix;
import org.headcoach.training.engine.Methodology;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A trainer works on the draft of the methodology. What is typed stays while lines come, go and move. */
@Named
@ViewScoped
public class EditMethodologyView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** A stage of the journey, a stage of the process or a field of the matrix, as it is typed. */
	public static class LineForm implements Serializable {

		private static final long serialVersionUID = 1L;

		private final String key;
		private Long partId;
		private String name;
		private String text;
		private String good;
		private String follows;
		private String step;
		private boolean verified;
		private final List<CriterionForm> criteria = new ArrayList<>();

		LineForm(String key, Long partId, String name, String text) {
			this.key = key;
			this.partId = partId;
			this.name = name;
			this.text = text;
		}

		/** A word for the line, which stays while others move. */
		public String getKey() {
			return key;
		}

		public String getName() {
			return name;
		}

		public void setName(String name) {
			this.name = name;
		}

		public String getText() {
			return text;
		}

		public void setText(String text) {
			this.text = text;
		}

		public String getGood() {
			return good;
		}

		public void setGood(String good) {
			this.good = good;
		}

		public String getFollows() {
			return follows;
		}

		public void setFollows(String follows) {
			this.follows = follows;
		}

		public String getStep() {
			return step;
		}

		public void setStep(String step) {
			this.step = step;
		}

		public boolean isVerified() {
			return verified;
		}

		public void setVerified(boolean verified) {
			this.verified = verified;
		}

		public List<CriterionForm> getCriteria() {
			return criteria;
		}
	}

	/** An exit criterion as it is typed. */
	public static class CriterionForm implements Serializable {

		private static final long serialVersionUID = 1L;

		private String wording;
		private Evidence evidence;

		CriterionForm(String wording, Evidence evidence) {
			this.wording = wording;
			this.evidence = evidence;
		}

		public String getWording() {
			return wording;
		}

		public void setWording(String wording) {
			this.wording = wording;
		}

		public Evidence getEvidence() {
			return evidence;
		}

		public void setEvidence(Evidence evidence) {
			this.evidence = evidence;
		}
	}

	@Inject
	private MethodologyService methodology;

	@Inject
	private Here here;

	private final List<LineForm> journey = new ArrayList<>();
	private final List<LineForm> process = new ArrayList<>();
	private final List<LineForm> fields = new ArrayList<>();
	private MethodologyPage page;
	private List<CertificationPage.Stage> steps;
	private Matrix matrix = Matrix.OWN;
	private String whatIsNew;
	private int version;
	private int keys;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = methodology.draft().orElse(null);
		steps = methodology.steps();
		if (page == null) {
			return;
		}
		version = page.version();
		matrix = page.content().matrix();
		whatIsNew = page.whatIsNew();
		page.content().journey().forEach(stage -> journey.add(new LineForm(key(), stage.partId(), stage.name(), stage.buyerDoes())));
		for (var stage : page.content().process()) {
			var line = new LineForm(key(), stage.partId(), stage.name(), stage.sellerDoes());
			line.follows = stage.follows() == null || stage.follows() >= journey.size() ? null : journey.get(stage.follows()).key;
			line.step = stage.step();
			line.verified = stage.verified();
			stage.exit().forEach(one -> line.criteria.add(new CriterionForm(one.wording(), one.evidence())));
			process.add(line);
		}
		for (var field : page.content().fields()) {
			var line = new LineForm(key(), field.partId(), field.name(), field.question());
			line.good = field.goodAnswer();
			fields.add(line);
		}
	}

	private String key() {
		return "line" + keys++;
	}

	/** The list that a section of the page shows. */
	public List<LineForm> lines(String of) {
		return switch (of) {
			case "journey" -> journey;
			case "process" -> process;
			default -> fields;
		};
	}

	public void begin() {
		methodology.begin();
		Done.at("/training/edit-methodology", "learn.method.done.begun");
	}

	public void add(String to) {
		lines(to).add(new LineForm(key(), null, null, null));
		becomesOwn(to);
	}

	public void remove(String from, LineForm line) {
		lines(from).remove(line);
		becomesOwn(from);
		process.stream().filter(stage -> line.key.equals(stage.follows)).forEach(stage -> stage.follows = null);
	}

	/** A matrix that is known by name has its own fields and no other. */
	private void becomesOwn(String changed) {
		if (changed.equals("fields")) {
			matrix = Matrix.OWN;
		}
	}

	/** Changes places with the line above; at the top nothing happens. */
	public void up(String in, LineForm line) {
		var at = lines(in).indexOf(line);
		if (at > 0) {
			Collections.swap(lines(in), at, at - 1);
		}
	}

	public void addCriterion(LineForm stage) {
		stage.criteria.add(new CriterionForm(null, Evidence.ON_FILE));
	}

	public void removeCriterion(LineForm stage, CriterionForm criterion) {
		stage.criteria.remove(criterion);
	}

	/** Puts the fields of a matrix that is known by name in place of those there are; a field of the same name stays the part that it is. */
	public void preset(Matrix wanted) {
		var before = List.copyOf(fields);
		fields.clear();
		matrix = wanted;
		IntStream.rangeClosed(1, wanted.fields()).forEach(i -> {
			var name = text("learn.preset." + wanted + "." + i);
			var same = before.stream().filter(line -> name.equalsIgnoreCase(line.name)).findFirst().map(line -> line.partId).orElse(null);
			var line = new LineForm(key(), same, name, text("learn.preset." + wanted + "." + i + ".question"));
			line.good = text("learn.preset." + wanted + "." + i + ".good");
			fields.add(line);
		});
	}

	private String text(String key) {
		return Messages.text(here.getLocale(), key);
	}

	private Methodology content() {
		var keys = journey.stream().map(LineForm::getKey).toList();
		return new Methodology(matrix, journey.stream().map(line -> new Methodology.JourneyStage(line.partId, line.name, line.text)).toList(),
				process.stream().map(line -> new Methodology.ProcessStage(line.partId, line.name, line.text, line.follows == null || line.follows.isEmpty() ? null : Integer.valueOf(keys.indexOf(line.follows)),
						line.step == null || line.step.isEmpty() ? null : line.step, line.verified, line.criteria.stream().map(one -> new ExitCriteria.Criterion(one.wording, one.evidence)).toList())).toList(),
				fields.stream().map(line -> new Methodology.Field(line.partId, line.name, line.text, line.good)).toList());
	}

	public void save() {
		version = methodology.write(version, content(), whatIsNew);
		Done.at("/training/edit-methodology", "learn.method.done.saved");
	}

	/** Keeps what is typed, and publishes it; what stands in the way is said and the draft is kept. */
	public void publish() {
		version = methodology.write(version, content(), whatIsNew);
		methodology.publish(version);
		Done.at("/training/methodology", "learn.method.done.published");
	}

	public void discard() {
		methodology.discard(version);
		Done.at("/training/methodology", "learn.method.done.discarded");
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), page == null ? "learn.method.edit.answer.none" : "learn.method.edit.answer", page == null ? 0 : page.versionNo());
	}

	public MethodologyPage getPage() {
		return page;
	}

	public List<CertificationPage.Stage> getSteps() {
		return steps;
	}

	public Evidence[] getEvidences() {
		return Evidence.values();
	}

	public List<LineForm> getJourney() {
		return journey;
	}

	public List<LineForm> getProcess() {
		return process;
	}

	public List<LineForm> getFields() {
		return fields;
	}

	public Matrix getMatrix() {
		return matrix;
	}

	public String getWhatIsNew() {
		return whatIsNew;
	}

	public void setWhatIsNew(String whatIsNew) {
		this.whatIsNew = whatIsNew;
	}
}
