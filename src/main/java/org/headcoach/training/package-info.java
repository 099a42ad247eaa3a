/** Training: the bank of questions and the exams that are drawn from it. Read {@link org.headcoach.training.Exam} first. */
package org.headcoach.training;
