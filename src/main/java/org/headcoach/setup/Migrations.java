package org.headcoach.setup;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.headcoach.hiring.V047__Words_of_candidates;

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
		of(vendor()).dataSource(database).load().migrate();
	}

	/** The steps to this version's schema. @param vendor h2 or postgresql */
	public static FluentConfiguration of(String vendor) {
		return Flyway.configure(Migrations.class.getClassLoader()).locations("classpath:db/migration", "classpath:db/vendor/" + vendor).failOnMissingLocations(false)
				.javaMigrations(new V047__Words_of_candidates());
	}

	private String vendor() {
		try (var connection = database.getConnection()) {
			return connection.getMetaData().getDatabaseProductName().equals("H2") ? "h2" : "postgresql";
		} catch (SQLException e) {
			throw new IllegalStateException("The database cannot be reached: " + e.getMessage(), e);
		}
	}
}
