package org.headcoach.compensation.engine;

/** Whose deals and activities count for the payee. */
public enum Crediting {

	/** The own: as owner, or by the share in a deal that is split. */
	OWN,

	/** Overlay shares alone, which come on top of a deal's shares. */
	OVERLAY,

	/** Those of everybody below in the reporting line of the day, at any depth. */
	ROLL_UP,

	/** Those of the payee's team of the day, the own among them. */
	TEAM
}
