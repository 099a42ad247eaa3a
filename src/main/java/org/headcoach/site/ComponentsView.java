package org.headcoach.site;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.tags.Bar;
import org.primefaces.event.FileUploadEvent;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ProjectStage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/**
 * Samples for the page that draws every component in all its states, {@code /site/components}: the page that the look
 * is compared with and that the accessibility test walks. It exists in the stage Development only.
 */
@Named
@ViewScoped
public class ComponentsView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** One person against the peers. */
	public record Sample(String name, String tenure, List<Integer> volumes, Integer step, String stands, Double rate, Double peers, Double own,
			Double low, Double high, String verdict, Integer n, String unit, BigDecimal worth, String state, String stateText) implements Serializable {

		/** So that a table can select by it. */
		public String key() {
			return name;
		}
	}

	private final List<Sample> samples = new ArrayList<>(List.of(
			new Sample("Daniel Okafor", "2 y 4 m", List.of(268, 70, 38, 27, 6), 1, "Leads → connects", 0.26, 0.42, 0.27, 0.23, 0.31, "BELOW", 781, null,
					new BigDecimal("2930"), "open", "Self-review in"),
			new Sample("Amira Nasser", "3 y 1 m", List.of(150, 66, 40, 24, 3), 4, "Demos → customers", 0.14, 0.33, 0.20, 0.14, 0.27, "BELOW", 64, null,
					new BigDecimal("2340"), "open", "Self-review in"),
			new Sample("Tom Whitaker", "4 y 0 m", List.of(149, 60, 36, 16, 4), 3, "Discovery → demos", 0.44, 0.52, 0.45, 0.38, 0.52, "PERHAPS_BELOW", 98, null,
					new BigDecimal("600"), "waiting", "Self-review missing"),
			new Sample("Priya Raman", "11 m", List.of(155, 66, 36, 19, 6), null, "All five steps", null, 0.42, 0.42, 0.38, 0.47, "IN_LINE", 461, null, null,
					"open", "Self-review in"),
			new Sample("Kofi Mensah", "7 weeks", List.of(61, 24, 12, 5, 1), null, "Ramping since 14 September", null, 0.33, 0.31, 0.18, 0.58,
					"NOT_ENOUGH_DATA", 5, "demos", null, "open", "Self-review in"),
			new Sample("Sofia Brandt", "2 y 9 m", List.of(162, 70, 41, 23, 9), 4, "Demos → customers", 0.40, 0.33, 0.38, 0.31, 0.46, "PERHAPS_ABOVE", 61, null,
					null, "done", "Plan agreed"),
			new Sample("Lucia Ferrer", "1 y 2 m", List.of(144, 60, 37, 18, 7), 2, "Connects → discovery", 0.62, 0.50, 0.60, 0.54, 0.66, "ABOVE", 187, null,
					null, "done", "Plan agreed")));

	private final List<Bar> bars = List.of(bar("Sofia Brandt", .38, .31, .46, 61), bar("Lucia Ferrer", .35, .28, .43, 60),
			bar("Priya Raman", .34, .26, .42, 49), bar("Daniel Okafor", .34, .26, .43, 50), bar("Tom Whitaker", .33, .24, .42, 38),
			new Bar("Kofi Mensah", .31, .18, .58, 5L, false, true, null), bar("Jonas Weber", .31, .24, .39, 56),
			new Bar("Amira Nasser", .20, .14, .27, 64L, true, false, null));

	private BigDecimal quota = new BigDecimal("4200");
	private Integer target;
	private LocalDate starts = LocalDate.of(2026, 11, 2);
	private String skill = "Urgency";
	private String owner = "Kofi Mensah";
	private String choice = "Only the part above";
	private String mode = "Marginal";
	private boolean shared = true;
	private boolean hidden;
	private boolean live = true;
	private String note;
	private List<String> tags = List.of("call review", "role play");
	private int slider = 40;
	private Sample selected = samples.get(1);

	private static Bar bar(String name, double figure, double low, double high, long n) {
		return new Bar(name, figure, low, high, n, false, false, null);
	}

	/** The page is for those who build Headcoach. */
	public void open() {
		if (!FacesContext.getCurrentInstance().isProjectStage(ProjectStage.Development)) {
			throw new NotHereException("The components page is shown in the stage Development only");
		}
	}

	public void toast() {
		FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, "Plan agreed with Amira.",
				"Henrik Aalto sees it tomorrow at 09:00."));
	}

	public void warn() {
		FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, "Two plans overlap in March.",
				"Daniel Okafor would have two."));
	}

	public void fail() {
		FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, "The period has been closed.",
				"A correction is posted in November."));
	}

	/** Throws the file away. */
	public void upload(FileUploadEvent event) {
		FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, event.getFile().getFileName(), null));
	}

	/** Does nothing; what is wrong shows by itself. */
	public void save() {
		toast();
	}

	public List<String> complete(String query) {
		return samples.stream().map(Sample::name).filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains(query.toLowerCase(java.util.Locale.ROOT))).toList();
	}

	public List<Sample> getSamples() {
		return samples;
	}

	public List<Bar> getBars() {
		return bars;
	}

	public BigDecimal getQuota() {
		return quota;
	}

	public void setQuota(BigDecimal quota) {
		this.quota = quota;
	}

	public Integer getTarget() {
		return target;
	}

	public void setTarget(Integer target) {
		this.target = target;
	}

	public LocalDate getStarts() {
		return starts;
	}

	public void setStarts(LocalDate starts) {
		this.starts = starts;
	}

	public String getSkill() {
		return skill;
	}

	public void setSkill(String skill) {
		this.skill = skill;
	}

	public String getOwner() {
		return owner;
	}

	public void setOwner(String owner) {
		this.owner = owner;
	}

	public String getChoice() {
		return choice;
	}

	public void setChoice(String choice) {
		this.choice = choice;
	}

	public String getMode() {
		return mode;
	}

	public void setMode(String mode) {
		this.mode = mode;
	}

	public boolean isShared() {
		return shared;
	}

	public void setShared(boolean shared) {
		this.shared = shared;
	}

	public boolean isHidden() {
		return hidden;
	}

	public void setHidden(boolean hidden) {
		this.hidden = hidden;
	}

	public boolean isLive() {
		return live;
	}

	public void setLive(boolean live) {
		this.live = live;
	}

	public String getNote() {
		return note;
	}

	public void setNote(String note) {
		this.note = note;
	}

	public List<String> getTags() {
		return tags;
	}

	public void setTags(List<String> tags) {
		this.tags = tags;
	}

	public int getSlider() {
		return slider;
	}

	public void setSlider(int slider) {
		this.slider = slider;
	}

	public Sample getSelected() {
		return selected;
	}

	public void setSelected(Sample selected) {
		this.selected = selected;
	}
}
