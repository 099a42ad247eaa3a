package org.headcoach.training.web;

import java.util.TreeSet;

import org.headcoach.notices.Channel;
import org.headcoach.notices.Notice;
import org.headcoach.notices.NoticeService;
import org.headcoach.people.Reach;
import org.headcoach.site.Links;
import org.headcoach.site.Messages;
import org.headcoach.training.CertificateEnds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Mails the holder and the direct superior that a certificate ends; each of the reminders once. */
@ApplicationScoped
class ExpiryMail {

	@Inject
	private NoticeService notices;

	@Inject
	private Reach reach;

	void send(@Observes CertificateEnds ends) {
		var concerned = new TreeSet<Long>();
		concerned.add(ends.personId());
		var place = reach.today().of(ends.personId());
		if (place != null && place.superiorId() != null) {
			concerned.add(place.superiorId());
		}
		for (var reader : notices.readers("certifications", concerned)) {
			var locale = reader.language();
			var own = reader.personId() != null && reader.personId() == ends.personId();
			var about = Messages.text(locale, "training.cert.mail.subject." + ends.reminder(), ends.title(), ends.lastDay());
			var text = Messages.text(locale, "training.cert.mail.text." + ends.reminder(), ends.title(), ends.holder(), ends.lastDay()) + "\n\n"
					+ Links.to(own ? "/training/my-certifications" : "/training/certified") + "\n";
			notices.post(new Notice("certificate-" + ends.certificateId() + "-" + ends.reminder() + "-account-" + reader.accountId(), "certifications", Channel.MAIL, reader.accountId(), null,
					own ? about : Messages.text(locale, "training.cert.mail.subject.of", ends.holder(), about), text, null));
		}
	}
}
