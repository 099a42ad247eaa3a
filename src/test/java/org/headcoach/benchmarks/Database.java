package org.headcoach.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.headcoach.setup.Migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A fresh database of the product's schema: an H2 file in a folder of its own, or one of an embedded PostgreSQL. */
record Database(String kind, Path folder, String url, String user, String password) {

	static Database h2(Path folder) throws IOException {
		Files.createDirectories(folder);
		return new Database("H2", folder, "jdbc:h2:file:" + folder.resolve("headcoach") + ";WRITE_DELAY=0", "headcoach", "headcoach").migrated("h2");
	}

	static Database postgresql(EmbeddedPostgres server, Path folder, String name) throws IOException, SQLException {
		return fresh(server, folder, name).migrated("postgresql");
	}

	/** One without a schema. */
	static Database fresh(EmbeddedPostgres server, Path folder, String name) throws IOException, SQLException {
		Files.createDirectories(folder);
		try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		return new Database("PostgreSQL", folder, server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true", "postgres", "postgres");
	}

	private Database migrated(String vendor) {
		Migrations.of(vendor).dataSource(url, user, password).load().migrate();
		return this;
	}

	/** Commits nothing by itself. */
	Connection connect() throws SQLException {
		var connection = DriverManager.getConnection(url, user, password);
		connection.setAutoCommit(false);
		return connection;
	}

	/** What a server needs to be told to use it. */
	List<String> settings() {
		return kind.equals("H2") ? List.of()
				: List.of("-Ddb.class=org.postgresql.ds.PGSimpleDataSource", "-Ddb.url=" + url, "-Ddb.user=" + user, "-Ddb.password=" + password);
	}

	boolean isPostgresql() {
		return kind.equals("PostgreSQL");
	}
}
