/** Pages of training: the bank, exams, exam mode, results. Read {@link org.headcoach.training.web.SittingView} first. */
package org.headcoach.training.web;
