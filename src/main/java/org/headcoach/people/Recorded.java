package org.headcoach.people;

/** Something was changed: a line was written to the audit log. Fired in the transaction of the change. */
public record Recorded(String action) {
}
