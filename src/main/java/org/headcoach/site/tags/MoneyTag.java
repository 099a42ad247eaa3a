package org.headcoach.site.tags;

import org.headcoach.site.Formats;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;

/** An amount with its currency: whole units, or with the minor unit when exact, with a plus for a gain when signed. */
@FacesComponent("headcoach.Money")
public class MoneyTag extends SiteTag {

	@Override
	void draw(FacesContext faces, Markup markup) {
		var amount = (Number) value("value");
		markup.element("bdi",
				amount == null ? Formats.NOTHING : Formats.money(locale(faces), amount, text("currency"), is("signed"), is("exact")), "class", "hc-money num");
	}
}
