package org.headcoach.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to the statements that the persistence provider sends for the test while it is open; what runs beside it is not meant. */
public final class SqlSeen implements AutoCloseable {

	private final Thread test = Thread.currentThread();
	private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
	private final List<Logger> loggers = new ArrayList<>();
	private final Handler handler = new Handler() {
		@Override
		public void publish(LogRecord record) {
			if (Thread.currentThread() == test && record.getMessage() != null) {
				statements.add(record.getMessage().toLowerCase(java.util.Locale.ROOT));
			}
		}

		@Override
		public void flush() {
			// nothing is kept back
		}

		@Override
		public void close() {
			// nothing is held open
		}
	};

	public SqlSeen() {
		for (var names = LogManager.getLogManager().getLoggerNames(); names.hasMoreElements();) {
			var name = names.nextElement();
			if (name.startsWith("org.eclipse.persistence.session.") && name.endsWith(".sql")) {
				var logger = Logger.getLogger(name);
				logger.setLevel(Level.FINE);
				logger.addHandler(handler);
				loggers.add(logger);
			}
		}
	}

	public List<String> reading(String table) {
		synchronized (statements) {
			return statements.stream().filter(sql -> sql.contains("select") && sql.contains(table)).toList();
		}
	}

	/** Every statement that reads. */
	public List<String> reading() {
		return reading("");
	}

	@Override
	public void close() {
		loggers.forEach(logger -> {
			logger.removeHandler(handler);
			logger.setLevel(null);
		});
	}
}
