package org.headcoach.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.headcoach.shared.tables.TableLimits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Uploaded files, kept under the data folder until their batch is given up or can no longer be undone. */
@ApplicationScoped
public class ImportFiles {

	/** A file that has been taken in. */
	record Kept(Path path, String hash, long size) {
	}

	/** Larger files are refused while they are still coming in. */
	static final TableLimits LIMITS = TableLimits.STANDARD;

	@Inject
	@ConfigProperty(name = "headcoach.data", defaultValue = "data")
	private String data;

	private Path folder() {
		return Path.of(System.getProperty("user.dir")).resolve(data).resolve("imports");
	}

	/** Takes a file in, counting and hashing as it comes; a file that is too large leaves nothing behind. */
	Kept keep(InputStream in) {
		try {
			Files.createDirectories(folder());
			var path = Files.createTempFile(folder(), "file-", ".table");
			try {
				var digest = MessageDigest.getInstance("SHA-256");
				var size = 0L;
				try (var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
					var buffer = new byte[1 << 16];
					for (int n; (n = in.read(buffer)) > 0;) {
						size += n;
						if (size > LIMITS.bytes()) {
							throw LIMITS.tooLarge();
						}
						out.write(buffer, 0, n);
					}
				}
				return new Kept(path, HexFormat.of().formatHex(digest.digest()), size);
			} catch (IOException | RuntimeException e) {
				Files.deleteIfExists(path);
				throw e;
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}

	/** How a batch remembers its file: relative to the folder, so that the folder can move. */
	String name(Kept kept) {
		return kept.path().getFileName().toString();
	}

	Path path(String name) {
		return folder().resolve(name);
	}

	/** Whether the file is here: not when it has been thrown away, and not when another node took it in and keeps it in a folder of its own. */
	boolean isHere(String name) {
		return name != null && Files.isRegularFile(path(name));
	}

	void forget(String name) {
		if (name != null) {
			forget(path(name));
		}
	}

	void forget(Path path) {
		try {
			Files.deleteIfExists(path);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
