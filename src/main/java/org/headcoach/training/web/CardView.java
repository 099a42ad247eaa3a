package org.headcoach.training.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.ListAddress;
import org.headcoach.training.Assessment;
import org.headcoach.training.AssessmentPage;
import org.headcoach.training.CertificationService;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** An evaluator's card: one behaviour after the other, four scores each, by touch or by key. */
@Named
@ViewScoped
public class CardView implements Serializable {

	private static final long serialVersionUID = 1L;

	private static final List<Integer> SCORES = List.of(1, 5, 7, 10);

	/** A behaviour with what is chosen for it so far. */
	public record Item(int index, String name, List<Option> options, Integer points, String seen) implements Serializable {
	}

	/** One of the four scores, with its words. */
	public record Option(int points, String words) implements Serializable {
	}

	/** An exit criterion. */
	public record Tick(int index, String wording, String evidence, boolean met) implements Serializable {
	}

	@Inject
	private CertificationService certifications;

	@Inject
	private ListAddress list;

	private AssessmentPage page;
	private List<CertificationService.WriteScore> scores;
	private Set<Integer> met;
	private String praise;
	private String better;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("assessment");
		if (id == null) {
			throw new NotHereException("No role play is asked for");
		}
		page = certifications.assessment(id);
		var own = page.own();
		if (own == null) {
			throw new NotHereException("No card for this reader");
		}
		scores = new ArrayList<>();
		for (int i = 0; i < page.rubric().behaviours().size(); i++) {
			var score = own.at(i);
			scores.add(new CertificationService.WriteScore(score == null ? null : score.points(), score == null ? null : score.seen()));
		}
		met = new TreeSet<>(own.met());
		praise = own.praise();
		better = own.better();
	}

	public void keep() {
		read();
		certifications.keep(new CertificationService.WriteCard(page.id(), scores, met, praise, better));
		Done.at("/training/my-certifications", "training.cert.done.kept");
	}

	public void handIn() {
		read();
		certifications.handIn(new CertificationService.WriteCard(page.id(), scores, met, praise, better));
		Done.at("/training/role-play?assessment=" + page.id(), "training.cert.done.handed-in");
	}

	/** The scores are plain radio buttons: large targets that every keyboard and screen reader knows. */
	private void read() {
		Map<String, String> sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
		for (int i = 0; i < scores.size(); i++) {
			var points = sent.get("score-" + i);
			scores.set(i, new CertificationService.WriteScore(points == null || !points.matches("\\d{1,3}") ? null : Integer.valueOf(points), sent.get("seen-" + i)));
		}
		met.clear();
		for (int i = 0; i < page.rubric().criteria().size(); i++) {
			if (sent.containsKey("met-" + i)) {
				met.add(i);
			}
		}
	}

	public List<Item> getItems() {
		var items = new ArrayList<Item>();
		for (int i = 0; i < scores.size(); i++) {
			var behaviour = page.rubric().behaviours().get(i);
			items.add(new Item(i, behaviour.name(), SCORES.stream().map(points -> new Option(points, behaviour.at(points))).toList(), scores.get(i).points(), scores.get(i).seen()));
		}
		return items;
	}

	public List<Tick> getTicks() {
		var ticks = new ArrayList<Tick>();
		for (int i = 0; i < page.rubric().criteria().size(); i++) {
			var criterion = page.rubric().criteria().get(i);
			ticks.add(new Tick(i, criterion.wording(), criterion.evidence().name(), met.contains(i)));
		}
		return ticks;
	}

	/** Whether it can still be changed. */
	public boolean isOpen() {
		return page.state() == Assessment.State.PLANNED && page.own().handedInAt() == null;
	}

	/** Those whose cards stay closed until this one is in. */
	public List<String> getOthers() {
		return page.cards().stream().filter(card -> !card.own()).map(AssessmentPage.Card::evaluator).toList();
	}

	public AssessmentPage getPage() {
		return page;
	}

	public String getPraise() {
		return praise;
	}

	public void setPraise(String praise) {
		this.praise = praise;
	}

	public String getBetter() {
		return better;
	}

	public void setBetter(String better) {
		this.better = better;
	}
}
