package org.headcoach.notices;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** When the outbox is looked into: right after something was posted, every twenty seconds, and at the start for what a killed process left behind. */
@ApplicationScoped
class OutboxWatch {

	private static final Logger LOG = Logger.getLogger(OutboxWatch.class.getName());

	@Inject
	private Sending sending;

	@Inject
	private Outbox outbox;

	@Inject
	private NoticeSettings settings;

	@Resource
	private ManagedExecutorService executor;

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	/** Hundreds of posts in one transaction end in one look. */
	private final AtomicBoolean wanted = new AtomicBoolean();

	/** This process sends one after the other; other nodes meanwhile send others. */
	private final ReentrantLock turn = new ReentrantLock();

	void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticePosted event) {
		soon();
	}

	/** Settings that make no sense stop the start, and not the first notice. */
	void start(@Observes @Initialized(ApplicationScoped.class) Object context) throws SQLException {
		var ways = settings.get();
		LOG.info(() -> "Mail: " + (ways.mail() == null ? "none" : ways.mail()) + (ways.sends() ? "" : "; this process sends nothing of its own accord"));
		try (var connection = database.getConnection()) {
			// an H2 file has one server at a time, and that is this one
			outbox.giveUpClaims(connection.getMetaData().getDatabaseProductName().equals("H2"));
		}
	}

	void soon() {
		if (settings.get().sends() && wanted.compareAndSet(false, true)) {
			executor.execute(this::look);
		}
	}

	private void look() {
		turn.lock();
		try {
			wanted.set(false);
			sending.sendDue();
		} catch (RuntimeException e) {
			// nobody waits for this thread; what is due stays due and the next look takes it up
			LOG.log(Level.SEVERE, e, () -> "The outbox could not be looked into");
		} finally {
			turn.unlock();
		}
	}

	/** The clock of this node; what it finds somebody else may be sending already. */
	@Singleton
	public static class OutboxClock {

		@Inject
		private OutboxWatch watch;

		@Inject
		private Outbox outbox;

		@Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
		@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
		public void look() {
			watch.soon();
		}

		/** On two nodes the second finds nothing to do. */
		@Schedule(hour = "3", minute = "27", persistent = false)
		@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
		public void forget() {
			outbox.forgetTexts();
		}
	}
}
