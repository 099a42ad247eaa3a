package org.headcoach.training;

import org.headcoach.shared.BusinessException;

import jakarta.ejb.ApplicationException;

/** What is taught is closed while the reader sits an exam. */
@ApplicationException(rollback = true)
public class ExamRunsException extends BusinessException {

	private static final long serialVersionUID = 1L;

	ExamRunsException(String title) {
		super("training.error.exam-runs", title);
	}
}
