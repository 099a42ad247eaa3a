package org.headcoach.training.web;

import io.nayuki.qrcodegen.QrCode;

/** An address as a square that a telephone reads. */
final class QrSquare {

	/** As many free modules around as readers need. */
	private static final int MARGIN = 4;

	private QrSquare() {
	}

	/** As PNG, which a PDF can hold without a drawing library. @param scale pixels of a module */
	static byte[] png(String address, int scale) {
		var code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
		var size = (code.size + 2 * MARGIN) * scale;
		var image = new java.awt.image.BufferedImage(size, size, java.awt.image.BufferedImage.TYPE_BYTE_BINARY);
		for (int y = 0; y < size; y++) {
			for (int x = 0; x < size; x++) {
				image.setRGB(x, y, code.getModule(x / scale - MARGIN, y / scale - MARGIN) ? 0x000000 : 0xFFFFFF);
			}
		}
		try (var out = new java.io.ByteArrayOutputStream()) {
			javax.imageio.ImageIO.write(image, "png", out);
			return out.toByteArray();
		} catch (java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
