package org.headcoach.pipeline;

/** Where an import stands. */
public enum ImportStatus {
	/** Waits for answers about its columns. */
	MAPPING,
	/** Is being read and checked. */
	CHECKING,
	/** Is checked; the preview shows what would change. */
	READY,
	/** Is being written. */
	IMPORTING,
	IMPORTED,
	/** Was imported and taken back. */
	UNDONE,
	/** Was given up before anything was written. */
	CANCELLED,
	/** Could not be read or written; nothing of it was kept. */
	FAILED,
	/** The server stopped in the middle; nothing of it was kept. */
	INTERRUPTED;

	public boolean isRunning() {
		return this == CHECKING || this == IMPORTING;
	}

	/** Nothing more can become of it. */
	public boolean isOver() {
		return this == IMPORTED || this == UNDONE || this == CANCELLED || this == FAILED || this == INTERRUPTED;
	}
}
