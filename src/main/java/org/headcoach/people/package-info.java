/** Who works in the company and who may do what: the line over time, teams, regions, accounts. Read {@link org.headcoach.people.PeopleService} first. */
package org.headcoach.people;
