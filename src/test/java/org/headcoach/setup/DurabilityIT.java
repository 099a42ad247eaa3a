package org.headcoach.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.headcoach.InContainer;
import org.junit.jupiter.api.Test;

import jakarta.annotation.Resource;

/** What the database promises about what it has acknowledged: H2 as we ask it, PostgreSQL as its server is set. */
class DurabilityIT extends InContainer {

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	@Test
	void whatIsAcknowledgedIsOnDisk() throws SQLException {
		try (var connection = database.getConnection(); var statement = connection.createStatement()) {
			var isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
			// with a delay, H2 2.2 was seen after a kill to show lots at the first start and to have lost them at the second
			try (var rows = statement.executeQuery(isH2 ? "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'"
					: "select count(*) from pg_settings where name in ('fsync', 'synchronous_commit') and source in ('client', 'session')")) {
				rows.next();
				assertEquals(0, rows.getInt(1));
			}
		}
	}
}
