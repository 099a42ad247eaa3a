package org.headcoach.training;

import java.net.URI;
import java.net.URISyntaxException;

import org.headcoach.shared.BusinessException;

/** The address of a page on the web, as somebody types it. Nothing but http and https: a page of ours links to it. */
final class WebAddress {

	private static final int LONGEST = 1_000;

	private WebAddress() {
	}

	/** @throws BusinessException when it is none */
	static String of(String typed) {
		var text = Texts.said(typed, LONGEST, "learn.error.address");
		try {
			var address = new URI(text.contains("://") ? text : "https://" + text);
			if (address.getHost() == null || address.getUserInfo() != null || !("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))) {
				throw new BusinessException("learn.error.address");
			}
			return address.toString();
		} catch (URISyntaxException e) {
			throw new BusinessException("learn.error.address");
		}
	}
}
