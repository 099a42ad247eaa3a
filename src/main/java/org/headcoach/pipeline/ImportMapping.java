package org.headcoach.pipeline;

import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.pipeline.engine.Mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What was answered for files of one source and kind; the next file begins with it. */
@Entity
@Table(name = "import_mapping")
public class ImportMapping {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "source_id")
	private ImportSource source;

	@Enumerated(EnumType.STRING)
	private ImportKind kind;

	@Column(name = "columns_json")
	private String columns;

	@Column(name = "values_json")
	private String values;

	@Column(name = "settings_json")
	private String settings;

	@Version
	private int version;

	protected ImportMapping() {
	}

	public ImportMapping(ImportSource source, ImportKind kind, Mapping mapping) {
		this.source = source;
		this.kind = kind;
		remember(mapping);
	}

	public void remember(Mapping mapping) {
		columns = ImportText.of(new Mapping(mapping.columns(), mapping.fixed(), null, null));
		values = ImportText.of(new Mapping(null, null, mapping.values(), null));
		settings = ImportText.of(new Mapping(null, null, null, mapping.styles()));
	}

	public Mapping mapping() {
		var first = ImportText.read(columns, Mapping.class);
		return new Mapping(first.columns(), first.fixed(), ImportText.read(values, Mapping.class).values(), ImportText.read(settings, Mapping.class).styles());
	}
}
