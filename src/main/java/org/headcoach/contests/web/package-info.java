/** The pages of contests. Read {@link org.headcoach.contests.web.ContestView} first. */
package org.headcoach.contests.web;
