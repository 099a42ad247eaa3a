package org.headcoach.compensation.engine;

import java.io.Serializable;

/**
 * The time that somebody is paid by one version of a plan. What was sold in it is paid by it for ever, also what falls due later.
 *
 * @param plan which version it is; part of every line's key
 */
public record Stretch(String plan, PlanTerms terms, PayeeFacts facts) implements Serializable {
}
