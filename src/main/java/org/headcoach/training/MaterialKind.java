package org.headcoach.training;

/** What a material of a session is. */
public enum MaterialKind {
	TEXT, LINK, VIDEO, FILE
}
