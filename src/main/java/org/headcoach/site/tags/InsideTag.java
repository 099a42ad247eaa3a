package org.headcoach.site.tags;

import java.io.IOException;
import java.util.Set;

import jakarta.el.ValueExpression;
import jakarta.el.VariableMapper;
import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;

/**
 * Stands around what a template or a tag file inserts. Facelets lets the attributes of a tag leak into the tags inside
 * it: a card without a title would show the page's. Inside this tag the names given in {@code hides} mean nothing.
 */
public class InsideTag extends TagHandler {

	private final Set<String> hidden;

	public InsideTag(TagConfig config) {
		super(config);
		hidden = Set.of(getRequiredAttribute("hides").getValue().split(" "));
	}

	@Override
	public void apply(FaceletContext context, UIComponent parent) throws IOException {
		var outside = context.getVariableMapper();
		context.setVariableMapper(new VariableMapper() {

			private final java.util.Map<String, ValueExpression> own = new java.util.HashMap<>();

			@Override
			public ValueExpression resolveVariable(String name) {
				var variable = own.get(name);
				return variable != null || hidden.contains(name) ? variable : outside.resolveVariable(name);
			}

			@Override
			public ValueExpression setVariable(String name, ValueExpression value) {
				return own.put(name, value);
			}
		});
		try {
			nextHandler.apply(context, parent);
		} finally {
			context.setVariableMapper(outside);
		}
	}
}
