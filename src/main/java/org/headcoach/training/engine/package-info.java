/** Arithmetic of exams and certifications without a database or a page: questions and their keys, drawing, grading, item statistics, the files that questions travel in; role plays, their results, how long they hold, and paths. Read {@link org.headcoach.training.engine.Question} or {@link org.headcoach.training.engine.RolePlay} first. */
package org.headcoach.training.engine;
