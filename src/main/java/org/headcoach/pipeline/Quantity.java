package org.headcoach.pipeline;

/**
 * What is summed per person and month besides the steps of the funnels (those are summed under their own codes).
 * Money is in the company's currency; what is in another one is left out of the sums and counted in {@link #FOREIGN_DEALS}.
 */
public enum Quantity {
	/** Deals won, on the day they were closed. */
	DEALS_WON,
	/** Monthly recurring revenue of the deals won. */
	MRR_WON,
	/** Deals won whose MRR is in {@link #MRR_WON}: known, above 0, in the company's currency. */
	MRR_DEALS,
	/** Sum of the natural logarithms of their MRR. */
	MRR_LN_SUM,
	/** Sum of the squares of these logarithms. */
	MRR_LN_SQUARES,
	/** Deals won in another currency: they count as deals, their MRR does not. */
	FOREIGN_DEALS,
	/** Days from the creation of a deal to the day it was won. */
	CLOSE_DAYS,
	/** Deals won whose days are in {@link #CLOSE_DAYS}: both days known, in their order. */
	CLOSE_DEALS,
	/** Sum of the natural logarithms of these days, a deal won on its first day taken as half a day. */
	CLOSE_LN_SUM,
	/** Sum of the squares of these logarithms. */
	CLOSE_LN_SQUARES,
	/** Sum of discounts, in per cent of the list price. */
	DISCOUNT_SUM,
	/** Deals won whose discount is known, 0 included. */
	DISCOUNT_DEALS,
	/** Sum of the squares of the discounts. */
	DISCOUNT_SQUARES,
	/** Customers who cancelled, charged to the deal's owner and to the team in which the deal was won. */
	CUSTOMERS_LOST,
	/** Monthly recurring revenue of these customers. */
	MRR_LOST,
	/** Customers at the start of the month: won before it, not cancelled before it. Derived when figures are read; over several months a sum of customer-months. */
	CUSTOMERS_HELD
}
