/** Figures and funnels by REST. Read {@link org.headcoach.pipeline.api.FiguresResource} first. */
package org.headcoach.pipeline.api;
