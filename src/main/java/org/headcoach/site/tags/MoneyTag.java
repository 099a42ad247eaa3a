package org.headcoach.site.tags;

import java.io.IOException;

import org.headcoach.site.Formats;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** An amount with its currency: whole units, or with the minor unit when exact, with a plus for a gain when signed. */
@FacesComponent("headcoach.Money")
public class MoneyTag extends SiteTag {

	@Override
	public void encodeBegin(FacesContext faces) throws IOException {
		var amount = (Number) value("value");
		element(faces.getResponseWriter(), "bdi",
				amount == null ? Formats.NOTHING : Formats.money(locale(faces), amount, text("currency"), is("signed"), is("exact")), "class", "hc-money num");
	}
}
