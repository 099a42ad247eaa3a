/** Training: the bank of questions and the exams that are drawn from it. Read {@link org.headcoach.training.Exam} first, and {@link org.headcoach.training.Certification} for certifications. */
package org.headcoach.training;
