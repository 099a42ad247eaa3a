package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.headcoach.shared.BusinessException;
import org.headcoach.training.engine.ExitCriteria.Criterion;
import org.headcoach.training.engine.Methodology.Field;
import org.headcoach.training.engine.Methodology.JourneyStage;
import org.headcoach.training.engine.Methodology.ProcessStage;
import org.junit.jupiter.api.Test;

/** What a methodology needs before anybody is taught by it. */
class MethodologyTest {

	private static final Criterion MAILED = new Criterion("The summary is mailed to the buyer", Evidence.ON_FILE);
	private static final Criterion CONFIRMED = new Criterion("The buyer has confirmed the summary", Evidence.BUYER_CONFIRMS);
	private static final Criterion BOUGHT_IN = new Criterion("The influencer has bought in", Evidence.SELLER_SAYS);

	private static ProcessStage stage(String name, Integer follows, boolean verified, Criterion... exit) {
		return new ProcessStage(null, name, null, follows, null, verified, List.of(exit));
	}

	private static Methodology of(ProcessStage... process) {
		return new Methodology(Matrix.GPCT, List.of(new JourneyStage(null, "Awareness", "Finds that something costs more than it should"), new JourneyStage(null, "Decision", "Compares two offers")),
				List.of(process), List.of(new Field(null, "Goal", "What do you want to reach this year?", "A figure and a date")));
	}

	private static void refused(String key, Methodology methodology) {
		assertEquals(key, assertThrows(BusinessException.class, methodology::requirePublishable).key());
	}

	@Test
	void t3DiscoveryIsNotVerifiedWithoutTheBuyersConfirmation() {
		refused("learn.method.error.buyer", of(stage("Discovery", 0, true, MAILED)));
		assertDoesNotThrow(() -> of(stage("Discovery", 0, true, MAILED, CONFIRMED)).requirePublishable());
		assertDoesNotThrow(() -> of(stage("Demo", 1, false, MAILED)).requirePublishable());
	}

	@Test
	void t3WhatOnlyTheSellerSaysCannotBeInspected() {
		refused("training.cert.error.inspectable", of(stage("Demo", 0, false, MAILED, BOUGHT_IN)));
		refused("learn.method.error.exit", of(stage("Demo", 0, false)));
	}

	@Test
	void eachStageOfTheProcessFollowsTheJourneyInItsOrder() {
		refused("learn.method.error.follows", of(stage("Discovery", null, false, MAILED)));
		refused("learn.method.error.follows", of(stage("Discovery", 2, false, MAILED)));
		refused("learn.method.error.order", of(stage("Demo", 1, false, MAILED), stage("Discovery", 0, false, MAILED)));
		assertDoesNotThrow(() -> of(stage("Prospecting", 0, false, MAILED), stage("Connect", 0, false, MAILED), stage("Closing", 1, false, MAILED)).requirePublishable());
	}

	@Test
	void noNameStandsTwiceAndNoneOfTheThreeIsMissing() {
		refused("learn.method.error.name-twice", of(stage("Decision", 0, false, MAILED)));
		refused("learn.method.error.missing", of());
		refused("learn.method.error.good", new Methodology(Matrix.OWN, of().journey(), of(stage("Demo", 0, false, MAILED)).process(), List.of(new Field(null, "Goal", "What for?", " "))));
	}
}
