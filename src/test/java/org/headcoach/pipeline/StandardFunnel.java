package org.headcoach.pipeline;

import java.util.List;

/** The funnel that the migration brings, as other code sees it. */
final class StandardFunnel {

	private static final List<String> NOT_HELD = List.of("Canceled", "Cancelled", "No show", "Rescheduled", "Scheduled");

	static final Funnel FUNNEL = new Funnel(-1L, null, true, null, null, List.of(
			new Funnel.Step("LEADS_WORKED", null, Feed.LEADS_WORKED, null, FeedRule.ALL, List.of()),
			new Funnel.Step("CONNECTS", null, Feed.ACTIVITY, "CONNECT", FeedRule.ALL, List.of()),
			new Funnel.Step("DISCOVERIES", null, Feed.ACTIVITY, "DISCOVERY", FeedRule.EXCEPT, NOT_HELD),
			new Funnel.Step("DEMOS", null, Feed.ACTIVITY, "DEMO", FeedRule.EXCEPT, NOT_HELD),
			new Funnel.Step("CUSTOMERS", null, Feed.DEALS_WON, null, FeedRule.ALL, List.of())));

	private StandardFunnel() {
	}
}
