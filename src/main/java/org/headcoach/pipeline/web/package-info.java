/** The pages over figures: months of a team, a conversion peeled, the funnel. Read {@link org.headcoach.pipeline.web.FiguresView} first. */
package org.headcoach.pipeline.web;
