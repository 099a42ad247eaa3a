package org.headcoach.contests;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.headcoach.shared.BusinessException;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

/**
 * A photo as it is kept: read as a picture and written anew, so that nothing but the picture stays. Where it was taken, with what and when is gone, and so is
 * anything that only looks like a picture.
 */
final class PrizePhoto {

	static final int LARGEST = 10 * 1024 * 1024;
	static final int LONGEST_SIDE = 1_600;
	static final int MOST_BYTES = 900_000;

	/** A small file can unpack to more than the memory holds. */
	private static final long MOST_PIXELS = 120_000_000;

	private static final int MARKER = 0xFF;
	private static final int EXIF = 0xE1;
	private static final int SCAN = 0xDA;
	private static final int ORIENTATION = 0x0112;
	private static final int ENTRY = 12;

	private PrizePhoto() {
	}

	/**
	 * The picture as JPEG, upright, {@value #LONGEST_SIDE} pixels at its longest side and {@value #MOST_BYTES} bytes at most.
	 *
	 * @throws BusinessException when it is too large, or no PNG, JPEG or WebP that can be read
	 */
	static byte[] clean(byte[] upload) {
		if (upload == null || upload.length == 0) {
			throw new BusinessException("contests.error.photo");
		}
		if (upload.length > LARGEST) {
			throw new BusinessException("contests.error.photo-size", LARGEST / 1024 / 1024);
		}
		var turned = orientation(upload);
		var image = read(upload);
		for (var side = LONGEST_SIDE; ; side = side * 3 / 4) {
			var shown = drawn(image, turned, side);
			for (var quality : new float[] {0.85f, 0.7f, 0.55f}) {
				var written = written(shown, quality);
				if (written.length <= MOST_BYTES) {
					return written;
				}
			}
		}
	}

	private static BufferedImage read(byte[] upload) {
		var reader = reader(upload);
		try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
			reader.setInput(input, true, true);
			var width = reader.getWidth(0);
			var height = reader.getHeight(0);
			if ((long) width * height > MOST_PIXELS) {
				throw new BusinessException("contests.error.photo-pixels", MOST_PIXELS / 1_000_000);
			}
			var parameters = reader.getDefaultReadParam();
			// twice the size that is kept is enough to scale it down well
			var step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
			parameters.setSourceSubsampling(step, step, 0, 0);
			return reader.read(0, parameters);
		} catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException broken) {
			// whatever a broken or forged file makes the reader stumble over, to who sent it it is no picture
			throw new BusinessException("contests.error.photo-format");
		} finally {
			reader.dispose();
		}
	}

	/** By its first bytes: the name of a file says nothing. */
	private static ImageReader reader(byte[] upload) {
		if (isAt(upload, 0, "\u0089PNG")) {
			return ImageIO.getImageReadersByFormatName("png").next();
		}
		if (isJpeg(upload)) {
			return ImageIO.getImageReadersByFormatName("jpeg").next();
		}
		if (isAt(upload, 0, "RIFF") && isAt(upload, 8, "WEBP")) {
			// asked for by name: a reader that is registered for the whole server would outlive the application
			return new WebPImageReaderSpi().createReaderInstance(null);
		}
		throw new BusinessException("contests.error.photo-format");
	}

	private static boolean isJpeg(byte[] upload) {
		return isAt(upload, 0, "\u00FF\u00D8\u00FF");
	}

	private static boolean isAt(byte[] upload, int place, String letters) {
		var bytes = letters.getBytes(StandardCharsets.ISO_8859_1);
		return upload.length >= place + bytes.length && java.util.Arrays.equals(upload, place, place + bytes.length, bytes, 0, bytes.length);
	}

	// ------------------------------------------------------------ upright

	/** How a camera held on its side wrote the picture, 1 to 8; 1 where it does not say. */
	static int orientation(byte[] upload) {
		if (!isJpeg(upload)) {
			return 1;
		}
		var file = ByteBuffer.wrap(upload);
		for (int at = 2; at + 4 < upload.length && (upload[at] & MARKER) == MARKER && (upload[at + 1] & MARKER) != SCAN; ) {
			var length = file.getShort(at + 2) & 0xFFFF;
			if ((upload[at + 1] & MARKER) == EXIF && isAt(upload, at + 4, "Exif\0\0") && at + 2 + length <= upload.length) {
				return orientation(file.slice(at + 10, Math.max(0, length - 8)));
			}
			at += 2 + length;
		}
		return 1;
	}

	private static int orientation(ByteBuffer tiff) {
		if (tiff.limit() < 8) {
			return 1;
		}
		tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		var directory = tiff.getInt(4);
		if (directory < 8 || directory > tiff.limit() - 2) {
			return 1;
		}
		var entries = tiff.getShort(directory) & 0xFFFF;
		for (int at = directory + 2; entries > 0 && at <= tiff.limit() - ENTRY; at += ENTRY, entries--) {
			if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
				var found = tiff.getShort(at + 8);
				return found >= 1 && found <= 8 ? found : 1;
			}
		}
		return 1;
	}

	private static BufferedImage drawn(BufferedImage image, int orientation, int longestSide) {
		var width = image.getWidth();
		var height = image.getHeight();
		var lies = orientation >= 5;
		var scale = Math.min(1, longestSide / (double) Math.max(width, height));
		var drawn = new BufferedImage(Math.max(1, (int) Math.round((lies ? height : width) * scale)), Math.max(1, (int) Math.round((lies ? width : height) * scale)), BufferedImage.TYPE_INT_RGB);
		var transform = AffineTransform.getScaleInstance(scale, scale);
		transform.concatenate(turn(orientation, width, height));
		var graphics = drawn.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.drawImage(image, transform, null);
		graphics.dispose();
		return drawn;
	}

	private static AffineTransform turn(int orientation, int width, int height) {
		return switch (orientation) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
			case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
			default -> new AffineTransform();
		};
	}

	private static byte[] written(BufferedImage image, float quality) {
		var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		var out = new ByteArrayOutputStream();
		try (var output = new MemoryCacheImageOutputStream(out)) {
			writer.setOutput(output);
			var parameters = writer.getDefaultWriteParam();
			parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionQuality(quality);
			writer.write(null, new IIOImage(image, null, null), parameters);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} finally {
			writer.dispose();
		}
		return out.toByteArray();
	}
}
