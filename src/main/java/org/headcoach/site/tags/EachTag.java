package org.headcoach.site.tags;

import java.io.IOException;
import java.util.Map;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.visit.VisitCallback;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.context.FacesContext;

/**
 * Writes what it holds once for each of several values, and keeps nothing of any of them: the loop of lists that are only read. In it stand texts, links and tags that draw;
 * what takes part when a form is sent (fields, buttons) needs ui:repeat, which keeps the state of each line.
 */
@FacesComponent("headcoach.Each")
public class EachTag extends Once {

	@Override
	public void encodeChildren(FacesContext faces) throws IOException {
		if (!(getAttributes().get("value") instanceof Iterable<?> values)) {
			return;
		}
		var name = (String) getAttributes().get("var");
		var variables = faces.getExternalContext().getRequestMap();
		var outside = variables.get(name);
		for (var value : values) {
			variables.put(name, value);
			for (var child : getChildren()) {
				child.encodeAll(faces);
			}
		}
		giveBack(variables, name, outside);
	}

	private static void giveBack(Map<String, Object> variables, String name, Object outside) {
		if (outside == null) {
			variables.remove(name);
		} else {
			variables.put(name, outside);
		}
	}

	/** What it holds means nothing without a value. */
	@Override
	public boolean visitTree(VisitContext context, VisitCallback callback) {
		return false;
	}

	@Override
	public void processDecodes(FacesContext faces) {
		// nothing within takes part when a form is sent, and so for the next two
	}

	@Override
	public void processValidators(FacesContext faces) {
		// see processDecodes
	}

	@Override
	public void processUpdates(FacesContext faces) {
		// see processDecodes
	}
}
