package org.headcoach.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

import org.headcoach.InContainer;
import org.headcoach.shared.OwnTransaction;
import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnTransactionIT extends InContainer {

	@Inject
	private OwnTransaction transactions;

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	@Resource
	private ManagedExecutorService executor;

	@Test
	void theCommitOfAStepInsideLeavesTheOuterOneOpen() throws Exception {
		assertThrows(BusinessException.class, () -> transactions.run(outerThatFails()));
		assertEquals(List.of("inner"), names());
	}

	@Test
	void theCommitOfAStepInsideLeavesTheOuterOneOpenOnAnotherThread() throws Exception {
		executor.submit(() -> assertThrows(BusinessException.class, () -> transactions.run(outerThatFails()))).get();
		assertEquals(List.of("inner"), names());
	}

	@Test
	void aStepThatFailsFailsAlikeAndTheOuterOneMayGoOn() throws Exception {
		transactions.run(() -> {
			insert("outer");
			assertThrows(java.io.IOException.class, () -> transactions.run(() -> {
				insert("inner");
				throw new java.io.IOException("the step's own");
			}));
			return null;
		});
		assertEquals(List.of("outer"), names());
	}

	private Callable<Void> outerThatFails() {
		return () -> {
			insert("outer");
			transactions.run(() -> {
				insert("inner");
				return null;
			});
			throw new BusinessException("stopped");
		};
	}

	private void insert(String name) throws SQLException {
		try (var connection = database.getConnection(); var insert = connection.prepareStatement("insert into import_source (id, name, system, version) values (?, ?, 'OTHER', 1)")) {
			insert.setLong(1, name.equals("outer") ? -901 : -902);
			insert.setString(2, name);
			insert.executeUpdate();
		}
	}

	private List<String> names() throws SQLException {
		var names = new ArrayList<String>();
		try (var connection = database.getConnection(); var select = connection.createStatement();
				var rows = select.executeQuery("select name from import_source where id in (-901, -902) order by id desc")) {
			while (rows.next()) {
				names.add(rows.getString(1));
			}
		}
		return names;
	}

	@AfterEach
	void forget() throws SQLException {
		try (var connection = database.getConnection(); var delete = connection.createStatement()) {
			delete.executeUpdate("delete from import_source where id in (-901, -902)");
		}
	}
}
