/** Arithmetic of exams without a database or a page: questions and their keys, drawing, grading, item statistics, and the files that questions travel in. Read {@link org.headcoach.training.engine.Question} first. */
package org.headcoach.training.engine;
