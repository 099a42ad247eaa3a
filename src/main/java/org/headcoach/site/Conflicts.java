package org.headcoach.site;

import java.time.Instant;
import java.time.LocalDateTime;

import org.headcoach.people.AuditLog;
import org.headcoach.shared.ChangedMeanwhileException;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;

/** What a person reads whose change came after somebody else's: who it was and when, as far as anybody knows. */
@RequestScoped
class Conflicts {

	@Inject
	private AuditLog log;

	@Inject
	private Here here;

	String sentence(OptimisticLockException conflict) {
		if (conflict instanceof ChangedMeanwhileException known && known.by() != null) {
			return sentence(known.by(), known.at());
		}
		var last = conflict.getEntity() == null || !here.getActor().isSignedIn() ? null : log.lastChangeOf(conflict.getEntity()).orElse(null);
		return last == null ? Messages.text(here.getLocale(), "site.error.changed-meanwhile") : sentence(last.by(), last.at().toInstant());
	}

	private String sentence(String by, Instant at) {
		return Messages.text(here.getLocale(), "site.error.changed-meanwhile.by", by, LocalDateTime.ofInstant(at, here.getCompany().zone()));
	}
}
