package org.headcoach.pipeline;

import org.headcoach.pipeline.engine.CrmSystem;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A system that files come from. A record's identity counts within its source; answers about columns and owners are kept for it. */
@Entity
@Table(name = "import_source")
public class ImportSource {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String name;

	@Enumerated(EnumType.STRING)
	private CrmSystem system;

	@Version
	private int version;

	protected ImportSource() {
	}

	public ImportSource(String name, CrmSystem system) {
		this.name = name;
		this.system = system;
	}

	public Long id() {
		return id;
	}

	public String name() {
		return name;
	}

	public CrmSystem system() {
		return system;
	}
}
