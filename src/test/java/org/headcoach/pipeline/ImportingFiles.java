package org.headcoach.pipeline;

import static org.headcoach.people.AccountRole.ADMINISTRATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.headcoach.InContainer;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.ImportService.Upload;
import org.headcoach.pipeline.Imports.BatchRow;
import org.headcoach.pipeline.engine.ImportKind;
import org.junit.jupiter.api.BeforeEach;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;

/** A test that imports files of a CRM which no other test knows, for two reps. */
abstract class ImportingFiles extends InContainer {

	private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);
	static final String DEALS = "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Create Date,MRR\n";

	@Inject
	ImportService imports;

	@Resource(lookup = "java:app/jdbc/headcoach")
	DataSource database;

	Salesperson amira;
	Salesperson kofi;
	String crm;

	@BeforeEach
	void aTeamAndAnEmptyCrm() {
		var sales = given.aTeamOf(2, LONG_AGO);
		amira = sales.rep(0);
		kofi = sales.rep(1);
		crm = given.unique("CRM");
	}

	<T> T asAdministrator(Supplier<T> work) {
		return given.as(given.actor(ADMINISTRATOR, null), work);
	}

	static Upload file(String text, String source, ImportKind kind) {
		return new Upload(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.csv", source, kind, null);
	}

	BatchRow importing(ImportKind kind, String text) {
		return asAdministrator(() -> imports.importAll(file(text, crm, kind), true));
	}

	BatchRow checking(ImportKind kind, String text) {
		return asAdministrator(() -> imports.importAll(file(text, crm, kind), false));
	}

	static void counts(String expected, BatchRow batch) {
		assertEquals(expected, batch.status() + " new " + batch.added() + " changed " + batch.changed() + " same " + batch.same() + " waiting " + batch.waiting() + " rejected "
				+ batch.rejected());
	}

	List<String> select(String sql) {
		try (var connection = database.getConnection(); var statement = connection.createStatement();
				var rows = statement.executeQuery(sql.replace(":source", "(select id from import_source where name = '" + crm + "')"))) {
			var found = new ArrayList<String>();
			while (rows.next()) {
				found.add(rows.getString(1));
			}
			return found;
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	void undo(BatchRow batch) {
		asAdministrator(() -> {
			imports.undo(batch.id());
			return null;
		});
	}
}
