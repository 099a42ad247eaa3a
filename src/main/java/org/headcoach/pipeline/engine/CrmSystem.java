package org.headcoach.pipeline.engine;

/** Where an export comes from; it decides which headers are expected. */
public enum CrmSystem {

	HUBSPOT("HubSpot"), SALESFORCE("Salesforce"), PIPEDRIVE("Pipedrive"), ZOHO("Zoho"), OTHER("Other");

	private final String title;

	CrmSystem(String title) {
		this.title = title;
	}

	/** The product's own name; not translated. */
	public String title() {
		return title;
	}
}
