package org.headcoach.training.engine;

/** Which qualifying matrix a methodology has; those that are known by name come with their fields. */
public enum Matrix {
	/** Budget, authority, need, timing. */
	BANT(4),
	/** Goal, plan, challenge, timeline. */
	GPCT(4),
	/** The company's own. */
	OWN(0);

	private final int fields;

	Matrix(int fields) {
		this.fields = fields;
	}

	/** How many fields it comes with. */
	public int fields() {
		return fields;
	}
}
