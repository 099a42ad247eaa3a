package org.headcoach.people;

/**
 * The company counts differently from now on: another currency, time zone or working week. Fired in the
 * transaction of the change: observers mark work as due and do no more.
 */
public record CompanyChanged() {
}
