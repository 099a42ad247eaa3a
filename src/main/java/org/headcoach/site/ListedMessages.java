package org.headcoach.site;

import java.io.IOException;

import org.primefaces.component.messages.Messages;
import org.primefaces.component.messages.MessagesRenderer;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;

/**
 * Messages at the top of a page as the lines of a list. PrimeFaces makes each line an alert as well, and then the list has no lines for those who hear it;
 * the list as a whole is announced anyway. Named in faces-config.xml.
 */
public class ListedMessages extends MessagesRenderer {

	@Override
	protected void encodeMessage(ResponseWriter writer, Messages messages, FacesMessage message, String style, boolean escape) throws IOException {
		super.encodeMessage(new ResponseWriterWrapper(writer) {
			@Override
			public void writeAttribute(String name, Object value, String property) throws IOException {
				if (!name.equals("role")) {
					super.writeAttribute(name, value, property);
				}
			}
		}, messages, message, style, escape);
	}
}
