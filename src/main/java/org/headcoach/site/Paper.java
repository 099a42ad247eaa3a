package org.headcoach.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

/** Pages to print and to keep: tagged, so that they can be read aloud, with the type of the pages in them. */
public final class Paper {

	private static final String STYLE = "@page { size: %s; margin: 18mm 16mm 20mm; @bottom-left { content: '%s'; font: 8pt Inter; } @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt Inter; } }"
			+ "body { font: 9.5pt/13pt Inter; color: #18201D; } h1 { font-size: 15pt; line-height: 20pt; font-weight: 400; margin: 2pt 0 4pt; } h1 b, b, th { font-weight: 600; }"
			+ "h2 { font-size: 11pt; line-height: 15pt; font-weight: 600; margin: 14pt 0 4pt; border-top: 1pt solid #0A6A58; padding-top: 5pt; } p { margin: 2pt 0; }"
			+ ".s { color: #47514C; font-size: 8.5pt; } table { width: 100%%; border-collapse: collapse; -fs-table-paginate: paginate; } th { text-align: left; font-size: 8.5pt; }"
			+ "td, th { padding: 3pt 4pt; border-bottom: .5pt solid #7F8A83; vertical-align: top; } tr { page-break-inside: avoid; } .n { text-align: right; white-space: nowrap; }";

	private Paper() {
	}

	/**
	 * A document as PDF.
	 *
	 * @param size of the paper: {@code A4}, {@code letter}
	 * @param foot at the bottom of each page, before the number of the page
	 * @param body HTML
	 */
	public static byte[] pdf(java.util.Locale locale, String title, String size, String foot, String body) {
		var html = new StringBuilder(body.length() + 3_000);
		html.append("<!DOCTYPE html><html lang=\"").append(locale.getLanguage()).append("\"><head><title>").append(Messages.escape(title)).append("</title><meta name=\"description\" content=\"")
				.append(Messages.escape(title)).append("\"/><style>").append(STYLE.formatted(size, Messages.escape(foot).replace("\\", "").replace("'", "’"))).append("</style></head><body>").append(body).append("</body></html>");
		var out = new ByteArrayOutputStream();
		try {
			var builder = new PdfRendererBuilder();
			builder.usePdfUaAccessibility(true);
			builder.useFont(() -> Paper.class.getResourceAsStream("fonts/inter-regular.ttf"), "Inter", 400, FontStyle.NORMAL, true);
			builder.useFont(() -> Paper.class.getResourceAsStream("fonts/inter-semibold.ttf"), "Inter", 600, FontStyle.NORMAL, true);
			builder.useFont(() -> Paper.class.getResourceAsStream("fonts/inter-semibold.ttf"), "Inter", 700, FontStyle.NORMAL, true);
			builder.withHtmlContent(html.toString(), null);
			builder.toStream(out);
			builder.run();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return out.toByteArray();
	}
}
