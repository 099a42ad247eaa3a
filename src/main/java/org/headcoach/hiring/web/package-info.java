/** The pages of hiring. Read {@link org.headcoach.hiring.web.ScorecardView} first. */
package org.headcoach.hiring.web;
