package org.headcoach.contests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a photo: the picture, upright and small, and nothing else. */
class PrizePhotoTest {

	private static final String SECRET = "52.5200N 13.4050E";

	/** Left half red, right half blue. */
	private static BufferedImage picture(int width, int height) {
		var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		var graphics = image.createGraphics();
		graphics.setColor(Color.RED);
		graphics.fillRect(0, 0, width / 2, height);
		graphics.setColor(Color.BLUE);
		graphics.fillRect(width / 2, 0, width - width / 2, height);
		graphics.dispose();
		return image;
	}

	private static byte[] file(BufferedImage image, String format) throws IOException {
		var out = new ByteArrayOutputStream();
		ImageIO.write(image, format, out);
		return out.toByteArray();
	}

	/** With what a camera adds: how it was held, and where. */
	private static byte[] byCamera(BufferedImage image, int orientation) throws IOException {
		var jpeg = file(image, "jpeg");
		var place = SECRET.getBytes(StandardCharsets.US_ASCII);
		var exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4 + place.length);
		exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2)).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
		exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8).putShort((short) 1);
		exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0).put(place);
		return ByteBuffer.allocate(jpeg.length + exif.capacity()).put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2).array();
	}

	private static BufferedImage kept(byte[] upload) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(PrizePhoto.clean(upload)));
	}

	private static boolean isRed(BufferedImage image, double x, double y) {
		var colour = new Color(image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y)));
		return colour.getRed() > 150 && colour.getBlue() < 100;
	}

	@Test
	void keepsNothingButThePicture() throws IOException {
		var upload = byCamera(picture(400, 300), 1);
		assertTrue(new String(upload, StandardCharsets.ISO_8859_1).contains(SECRET));
		var kept = new String(PrizePhoto.clean(upload), StandardCharsets.ISO_8859_1);
		assertFalse(kept.contains(SECRET));
		assertFalse(kept.contains("Exif"));
	}

	/** Where the red half comes to lie, and which way the picture stands. */
	@ParameterizedTest(name = "orientation {0}")
	@CsvSource({"1, 400, 200, .2, .5", "2, 400, 200, .8, .5", "3, 400, 200, .8, .5", "4, 400, 200, .2, .5", "5, 200, 400, .5, .2", "6, 200, 400, .5, .2", "7, 200, 400, .5, .8", "8, 200, 400, .5, .8"})
	void standsUpright(int orientation, int width, int height, double x, double y) throws IOException {
		var kept = kept(byCamera(picture(400, 200), orientation));
		assertEquals(width + " x " + height, kept.getWidth() + " x " + kept.getHeight());
		assertTrue(isRed(kept, x, y));
		assertFalse(isRed(kept, 1 - x, 1 - y));
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = {"png", "jpeg"})
	void isAtMostSixteenHundredPixelsLong(String format) throws IOException {
		var kept = kept(file(picture(4_000, 3_000), format));
		assertEquals("1600 x 1200", kept.getWidth() + " x " + kept.getHeight());
	}

	@Test
	void fitsIntoTheDatabaseEvenWhenItIsNothingButNoise() throws IOException {
		var noise = new BufferedImage(1_600, 1_600, BufferedImage.TYPE_INT_RGB);
		var random = new Random(4);
		for (int x = 0; x < 1_600; x++) {
			for (int y = 0; y < 1_600; y++) {
				noise.setRGB(x, y, random.nextInt(0x1000000));
			}
		}
		assertTrue(PrizePhoto.clean(file(noise, "png")).length <= PrizePhoto.MOST_BYTES);
	}

	@Test
	void refusesWhatOnlyLooksLikeAPicture() throws IOException {
		var png = file(picture(100, 100), "png");
		for (var upload : new byte[][] {"<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(png, 40), "RIFF0000WEBPnothing".getBytes(StandardCharsets.US_ASCII),
				new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0, 8, 'E', 'x', 'i', 'f', 0, 0}}) {
			assertEquals("contests.error.photo-format", assertThrows(BusinessException.class, () -> PrizePhoto.clean(upload)).key());
		}
		assertEquals("contests.error.photo", assertThrows(BusinessException.class, () -> PrizePhoto.clean(new byte[0])).key());
		assertEquals("contests.error.photo-size", assertThrows(BusinessException.class, () -> PrizePhoto.clean(new byte[PrizePhoto.LARGEST + 1])).key());
	}

	/** 30,000 by 30,000 pixels in a few bytes. */
	@Test
	void refusesAPictureThatWouldFillTheMemory() throws IOException {
		var png = file(picture(10, 10), "png");
		ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
		var crc = new java.util.zip.CRC32();
		crc.update(png, 12, 17);
		ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
		assertEquals("contests.error.photo-pixels", assertThrows(BusinessException.class, () -> PrizePhoto.clean(png)).key());
	}
}
