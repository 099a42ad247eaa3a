/** People, teams and tokens under /api/v1. Read {@link org.headcoach.people.api.PeopleResource} first. */
package org.headcoach.people.api;
