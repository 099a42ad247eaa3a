package org.headcoach.pipeline;

/** Sales processes were edited, and every month is marked as due. */
public record FunnelChanged() {
}
