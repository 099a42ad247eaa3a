package org.headcoach.hiring.web;

import java.io.Serializable;
import java.util.List;

import org.headcoach.hiring.HiringModelService;
import org.headcoach.hiring.ModelPreset;
import org.headcoach.site.Done;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The formulas, one for each role. */
@Named
@ViewScoped
public class HiringModelsView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private HiringModelService models;

	private List<HiringModelService.ModelRow> rows;
	private String name;
	private String preset = "FIVE_TRAITS";

	@PostConstruct
	void load() {
		rows = models.models();
	}

	public void create() {
		var id = models.create(name, preset == null || preset.isBlank() ? null : ModelPreset.valueOf(preset));
		Done.at("/hiring/model?id=" + id, "hiring.model.created", name);
	}

	public List<HiringModelService.ModelRow> getRows() {
		return rows;
	}

	public ModelPreset[] getPresets() {
		return ModelPreset.values();
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getPreset() {
		return preset;
	}

	public void setPreset(String preset) {
		this.preset = preset;
	}
}
