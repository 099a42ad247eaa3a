package org.headcoach.setup;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

/** Brings the database to the schema of this version before anything else uses it; everything at start-up depends on it. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	@PostConstruct
	void migrate() {
		Flyway.configure(getClass().getClassLoader()).dataSource(database)
				.locations("classpath:db/migration", "classpath:db/vendor/" + vendor()).failOnMissingLocations(false).load().migrate();
	}

	private String vendor() {
		try (var connection = database.getConnection()) {
			return connection.getMetaData().getDatabaseProductName().equals("H2") ? "h2" : "postgresql";
		} catch (SQLException e) {
			throw new IllegalStateException("The database cannot be reached: " + e.getMessage(), e);
		}
	}
}
