package org.headcoach.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.headcoach.coaching.DemoCoaching;
import org.headcoach.compensation.DemoPay;
import org.headcoach.contests.DemoContests;
import org.headcoach.hiring.DemoHiring;
import org.headcoach.people.Account;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.Company;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Holiday;
import org.headcoach.people.Passwords;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.Figures;
import org.headcoach.pipeline.ImportService;
import org.headcoach.pipeline.ImportService.Upload;
import org.headcoach.pipeline.ImportStatus;
import org.headcoach.shared.OwnTransaction;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.WorkingCalendar;
import org.headcoach.shared.tables.TableFile;
import org.headcoach.shared.tables.TableLimits;
import org.headcoach.shared.tables.TableWriter;
import org.headcoach.training.DemoCertifications;
import org.headcoach.training.DemoClasses;
import org.headcoach.training.DemoSurveys;
import org.headcoach.training.DemoTraining;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Fills an empty database with the demo company when demo mode is on: the files of {@code seed-data/} go through the
 * same imports that people use, their days moved so that the last full month of the files is the calendar's. The
 * accounts come last: a company without them was interrupted, and the next start takes the files in again, which changes
 * nothing that is already there.
 */
@ApplicationScoped
public class DemoCompany {

	private static final Logger LOG = Logger.getLogger(DemoCompany.class.getName());

	/** In demo mode only; the sign-in page says so. */
	private static final String PASSWORD = "demo";

	/** Any number that no other lock of this database has. */
	private static final long TURN = 4_711_000_001L;

	private record Export(String file, String source, ImportKind kind) {
	}

	private static final Export[] EXPORTS = {
			new Export("people.csv", "HR", ImportKind.PEOPLE),
			new Export("hubspot-crm-exports-all-contacts.csv", "HubSpot", ImportKind.LEADS),
			new Export("hubspot-crm-exports-all-deals.csv", "HubSpot", ImportKind.DEALS),
			new Export("deal-splits.csv", "HubSpot", ImportKind.DEAL_SPLITS),
			new Export("activities.csv", "HubSpot", ImportKind.ACTIVITIES),
			new Export("cancellations.csv", "HubSpot", ImportKind.CANCELLATIONS),
			new Export("payments.csv", "HubSpot", ImportKind.PAYMENTS)
	};

	@Inject
	@ConfigProperty(name = "headcoach.demo", defaultValue = "false")
	private boolean demo;

	@Inject
	@ConfigProperty(name = "headcoach.seed-data", defaultValue = "seed-data")
	private String folder;

	@Inject
	private ImportService imports;

	@Inject
	private Figures figures;

	@Inject
	private DemoCoaching coaching;

	@Inject
	private DemoPay pay;

	@Inject
	private DemoContests contests;

	@Inject
	private DemoHiring hiring;

	@Inject
	private DemoTraining training;

	@Inject
	private DemoCertifications certifications;

	@Inject
	private DemoSurveys surveys;

	@Inject
	private DemoClasses classes;

	@Inject
	private Passwords passwords;

	@Inject
	private OwnTransaction transactions;

	@Inject
	private CurrentActor current;

	@Inject
	private RequestContextController requests;

	@Inject
	private BusinessClock clock;

	@PersistenceContext
	private EntityManager em;

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	/**
	 * After all start-up singletons, before the first page. Not one of them itself: inside an EJB that manages its own
	 * transactions the container leaves plain connections out of the transaction, and each statement would commit alone.
	 */
	void start(@Observes @Priority(10) @Initialized(ApplicationScoped.class) Object event) {
		if (!demo) {
			return;
		}
		requests.activate();
		try {
			current.as(Actor.SYSTEM, () -> {
				inTurn(this::load);
				return null;
			});
		} finally {
			requests.deactivate();
		}
	}

	/**
	 * Of several nodes that start on one empty PostgreSQL one loads; the others wait for it and find everything there. The lock ends with its connection, so a
	 * node that is killed holds nobody up. An H2 file has one node.
	 */
	private void inTurn(Runnable work) {
		try (var connection = database.getConnection()) {
			if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
				work.run();
				return;
			}
			try (var statement = connection.createStatement()) {
				statement.execute("select pg_advisory_lock(" + TURN + ")");
				try {
					work.run();
				} finally {
					statement.execute("select pg_advisory_unlock(" + TURN + ")");
				}
			}
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	private void load() {
		var seed = Path.of(System.getProperty("user.dir")).resolve(folder);
		if (!step(this::isWanted)) {
			return;
		}
		if (!Files.isRegularFile(seed.resolve("company.properties"))) {
			LOG.warning(() -> "There is no demo company in " + seed + "; the set-up page will ask for a company");
			return;
		}
		var began = System.nanoTime();
		LOG.info(() -> "The demo company is being loaded from " + seed);
		var story = story(seed);
		var shift = step(() -> company(story));
		for (var export : EXPORTS) {
			load(seed, export, shift);
		}
		figures.recomputeDue();
		coaching.load();
		pay.load();
		contests.load();
		training.load();
		step(() -> {
			accounts(story);
			// the trainer is an account without a place in the line: what was scored by it comes in one step with it
			certifications.load();
			classes.load();
			surveys.load();
			return null;
		});
		hiring.load();
		LOG.info(() -> "The demo company is loaded, in " + (System.nanoTime() - began) / 1_000_000_000 + " s");
	}

	private boolean isWanted() {
		var companies = em.createQuery("select c from Company c", Company.class).getResultList();
		return companies.isEmpty() || companies.get(0).demo() && em.createQuery("select count(a) from Account a", Long.class).getSingleResult() == 0;
	}

	private static Properties story(Path seed) {
		var story = new Properties();
		try (var reader = Files.newBufferedReader(seed.resolve("company.properties"), StandardCharsets.UTF_8)) {
			story.load(reader);
			return story;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private MonthShift company(Properties story) {
		var zone = ZoneId.of(story.getProperty("zone"));
		var workingDays = Arrays.stream(story.getProperty("workingDays").split(",")).map(String::strip).map(DayOfWeek::valueOf).collect(Collectors.toSet());
		var known = new TreeMap<LocalDate, String>();
		story.stringPropertyNames().stream().filter(name -> name.startsWith("holidays.")).map(story::getProperty)
				.forEach(line -> known.put(LocalDate.parse(line.substring(0, 10)), line.substring(11).strip()));
		var from = YearMonth.parse(story.getProperty("lastMonth"));
		var to = YearMonth.from(clock.now().atZone(zone)).minusMonths(1);
		Map<LocalDate, String> holidays = from.equals(to) ? known : MonthShift.holidays(known, to.minusYears(2).getYear(), to.plusYears(1).getYear());
		if (em.createQuery("select count(c) from Company c", Long.class).getSingleResult() == 0) {
			em.persist(new Company(story.getProperty("name"), Currency.getInstance(story.getProperty("currency")), zone,
					Integer.parseInt(story.getProperty("fiscalYearStartMonth")), workingDays, true));
			holidays.forEach((day, name) -> em.persist(new Holiday(day, name)));
		}
		return new MonthShift(from, to, new WorkingCalendar(workingDays, known.keySet()), new WorkingCalendar(workingDays, holidays.keySet()));
	}

	private void load(Path seed, Export export, MonthShift shift) {
		var began = System.nanoTime();
		Path moved = null;
		try {
			moved = moved(seed.resolve(export.file()), shift);
			try (InputStream content = Files.newInputStream(moved)) {
				var batch = imports.importAll(new Upload(content, export.file(), export.source(), export.kind(), null), true);
				if (batch.status() != ImportStatus.IMPORTED || batch.rejected() > 0 || batch.waiting() > 0) {
					throw new IllegalStateException(export.file() + " of the demo company could not be imported: " + batch);
				}
				LOG.info(() -> export.file() + ": " + batch.added() + " new, " + batch.same() + " already there, in " + (System.nanoTime() - began) / 1_000_000 + " ms");
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} finally {
			delete(moved);
		}
	}

	/** The file as it would have been exported this month. */
	private static Path moved(Path file, MonthShift shift) throws IOException {
		var moved = Files.createTempFile("headcoach-demo", ".csv");
		try (var reader = TableFile.examine(file, file.getFileName().toString(), TableLimits.STANDARD).read();
				var writer = TableWriter.csv(Files.newOutputStream(moved), reader.columns())) {
			for (var line : reader) {
				writer.line(line.cells().stream().map(shift::move).toList());
			}
		}
		return moved;
	}

	private static void delete(Path file) {
		if (file != null) {
			try {
				Files.deleteIfExists(file);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}

	private Void accounts(Properties story) {
		for (var name : story.stringPropertyNames()) {
			if (name.startsWith("accounts.") && name.endsWith(".role")) {
				var login = name.substring("accounts.".length(), name.length() - ".role".length());
				var role = AccountRole.valueOf(story.getProperty(name).toUpperCase(Locale.ROOT));
				var owner = story.getProperty("accounts." + login + ".name");
				var person = role == AccountRole.ADMINISTRATOR || role == AccountRole.RECRUITER || role == AccountRole.TRAINER ? null
						: em.createQuery("select p from Salesperson p where p.name = :name", Salesperson.class).setParameter("name", owner).getSingleResult();
				var account = new Account(login, owner, person == null ? null : person.email(), role, person, clock.now());
				account.choosePassword(passwords.hash(PASSWORD));
				em.persist(account);
			}
		}
		return null;
	}

	private <T> T step(java.util.concurrent.Callable<T> work) {
		try {
			return transactions.run(work);
		} catch (RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}
}
