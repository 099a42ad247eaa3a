package org.headcoach.training.web;

import static org.headcoach.site.Messages.escape;

import java.util.Base64;

import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.Links;
import org.headcoach.site.Messages;
import org.headcoach.site.Paper;
import org.headcoach.training.PublicCertificate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** A certificate to print: what the holder has shown, until when it holds, and the way to check it. */
@RequestScoped
class CertificatePdf {

	@Inject
	private Here here;

	@Inject
	private Formats formats;

	byte[] of(PublicCertificate certificate) {
		return Paper.pdf(here.getLocale(), text("training.cert.pdf.title", certificate.title()), "A4", text("training.cert.pdf.foot", certificate.number()), html(certificate));
	}

	private String html(PublicCertificate certificate) {
		var address = Links.to("/training/certificate?number=" + certificate.number());
		var until = certificate.lastDay() == null ? text("training.cert.pdf.for-ever") : text("training.cert.pdf.until", formats.day(certificate.lastDay()));
		return "<p class=\"s\">" + escape(certificate.company()) + "</p><h1 style=\"margin-top:48pt\"><b>" + escape(certificate.holder()) + "</b></h1><p>" + escape(text("training.cert.pdf.says"))
				+ "</p><h2 style=\"font-size:15pt;line-height:20pt;margin-top:18pt\">" + escape(certificate.title()) + "</h2><p>" + escape(text("training.cert.level") + ": "
						+ text("training.cert.level." + certificate.level())) + "</p><p>" + escape(text("training.cert.pdf.earned", formats.day(certificate.earnedOn())) + ", " + until) + "</p>"
				+ "<p style=\"margin-top:48pt\"><img alt=\"" + escape(address) + "\" style=\"width:90pt;height:90pt\" src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(QrSquare.png(address, 6))
				+ "\"/></p><p class=\"s\">" + escape(text("training.cert.pdf.check")) + "<br/>" + escape(address) + "</p>";
	}

	private String text(String key, Object... arguments) {
		return Messages.text(here.getLocale(), key, arguments);
	}
}
