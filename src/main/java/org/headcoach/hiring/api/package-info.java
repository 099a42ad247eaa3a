/** Hiring by REST. Read {@link org.headcoach.hiring.api.LearningResource} first. */
package org.headcoach.hiring.api;
