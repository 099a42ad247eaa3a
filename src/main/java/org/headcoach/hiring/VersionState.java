package org.headcoach.hiring;

/** A version of a hiring model is written, holds, or has been replaced. */
public enum VersionState {
	DRAFT, PUBLISHED, ARCHIVED
}
