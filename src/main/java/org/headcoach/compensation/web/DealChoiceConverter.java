package org.headcoach.compensation.web;

import java.io.Serializable;

import org.headcoach.compensation.PayMonthService;
import org.headcoach.compensation.PayMonthService.DealChoice;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;

/** A deal that was found by its name travels by its source. */
public final class DealChoiceConverter implements Converter<DealChoice>, Serializable {

	private static final long serialVersionUID = 1L;

	private final PayMonthService deals;

	DealChoiceConverter(PayMonthService deals) {
		this.deals = deals;
	}

	@Override
	public DealChoice getAsObject(FacesContext faces, UIComponent field, String source) {
		return source == null || source.isBlank() ? null : deals.deal(source);
	}

	@Override
	public String getAsString(FacesContext faces, UIComponent field, DealChoice deal) {
		return deal == null ? "" : deal.source();
	}
}
