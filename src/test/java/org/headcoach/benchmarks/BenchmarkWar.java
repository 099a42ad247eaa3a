package org.headcoach.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.headcoach.benchmarks.frame.Rest;
import org.headcoach.benchmarks.frame.Word;
import org.headcoach.benchmarks.frame.WordResource;
import org.headcoach.benchmarks.frame.Words;
import org.headcoach.contests.ContestDoor;
import org.headcoach.suite.RunningApplication;
import org.headcoach.training.TrainingDoor;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The wars that are measured besides the application as it was built. */
final class BenchmarkWar {

	private BenchmarkWar() {
	}

	/** The application with the baseline pages beside its own: {@code /benchmark/baseline?rows=50&columns=7}, and {@code baseline-statement} with lines that open. */
	static Path withBaseline() throws IOException {
		var war = ShrinkWrap.createFromZipFile(WebArchive.class, RunningApplication.WAR.toFile()).addClasses(BaselineView.class, ImportDoor.class, PayDoor.class, ContestDoor.class, TrainingDoor.class)
				.addAsWebResource("benchmark/baseline.xhtml", "benchmark/baseline.xhtml")
				.addAsWebResource("benchmark/baseline-statement.xhtml", "benchmark/baseline-statement.xhtml");
		return export(war, "target/benchmark/headcoach.war");
	}

	/** One page of one word: what the server takes to start without us. */
	static Path empty() throws IOException {
		return export(ShrinkWrap.create(WebArchive.class).addAsWebResource(new StringAsset("<!DOCTYPE html><title>Empty</title>"), "index.html"), "target/benchmark/empty.war");
	}

	/** One page with a button, one bean, one table, one REST resource, and the libraries of the application: what whatever is built of these takes to start. */
	static Path frame() throws IOException {
		var war = ShrinkWrap.create(WebArchive.class).addClasses(Word.class, Words.class, Rest.class, WordResource.class).addAsWebResource("benchmark/frame/index.xhtml", "index.xhtml")
				.addAsResource("benchmark/frame/persistence.xml", "META-INF/persistence.xml").addAsWebInfResource("benchmark/frame/web.xml", "web.xml").addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
		war.merge(ShrinkWrap.createFromZipFile(WebArchive.class, RunningApplication.WAR.toFile()), Filters.include("/WEB-INF/lib/.*"));
		return export(war, "target/benchmark/frame.war");
	}

	private static Path export(WebArchive war, String name) throws IOException {
		var file = new File(name).getAbsoluteFile();
		Files.createDirectories(file.toPath().getParent());
		war.as(ZipExporter.class).exportTo(file, true);
		return file.toPath();
	}
}
