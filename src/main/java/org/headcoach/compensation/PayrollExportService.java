package org.headcoach.compensation;

import static org.headcoach.people.Permission.RUN_PAY;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.headcoach.compensation.PayrollPage.ExportRow;
import org.headcoach.compensation.PayrollPage.Line;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Columns;
import org.headcoach.shared.Money;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.tables.TableWriter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

/** Hands a closed month to payroll, as a file that is kept. Amounts are in the currency in which each person is paid; none is below zero. */
@ApplicationScoped
@Transactional
public class PayrollExportService {

	/** A file as it was handed over. */
	public record PayrollFile(String name, byte[] content) {
	}

	private static final DateTimeFormatter BATCH = DateTimeFormatter.ofPattern("uuuuMM");

	/** The mark at the beginning of a file in UTF-8, which programs other than Excel take for a part of the first head. */
	private static final int MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8).length;

	@PersistenceContext
	private EntityManager em;

	@Inject
	private PayRuns runs;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private BusinessClock clock;

	/** What would be handed over, and what was. Who runs pay. */
	@Needs(RUN_PAY)
	public PayrollPage page(YearMonth month) {
		var period = em.find(PayPeriod.class, month.atDay(1));
		var lines = lines(month);
		var sums = new TreeMap<String, Money>();
		lines.paid().forEach(line -> sums.merge(line.payout().currency().getCurrencyCode(), line.payout(), Money::plus));
		var codes = (Object[]) em.createNativeQuery("select adp_company, adp_earning from pay_calendar").getSingleResult();
		return new PayrollPage(month, period == null ? PeriodStatus.OPEN : period.status(), period == null ? null : period.payOn(), lines.paid(), lines.leftOut(), lines.zero(),
				List.copyOf(sums.values()), (String) codes[0], (String) codes[1], exports(month));
	}

	/** @param zero statements that pay nothing */
	private record Lines(List<Line> paid, List<Line> leftOut, int zero) {
	}

	private Lines lines(YearMonth month) {
		var paid = new ArrayList<Line>();
		var leftOut = new ArrayList<Line>();
		var zero = 0;
		var query = em.createNativeQuery("select s.person_id, p.name, p.email, h.job_title, p.payroll_id, s.in_month, s.payout, s.payout_currency, s.pay, s.currency, s.payout_rate,"
				+ " s.payout_rate_on, s.on_hold from statement s join salesperson p on p.id = s.person_id"
				+ " left join position_held h on h.person_id = s.person_id and h.from_day <= ? and (h.until_day is null or h.until_day > ?)"
				+ " where s.in_month = ? or s.released_in = ? order by p.name, s.person_id, s.in_month");
		query.setParameter(1, Date.valueOf(month.atEndOfMonth())).setParameter(2, Date.valueOf(month.atEndOfMonth())).setParameter(3, Date.valueOf(month.atDay(1)))
				.setParameter(4, Date.valueOf(month.atDay(1)));
		for (var each : query.getResultList()) {
			var row = (Object[]) each;
			var earnedIn = PayMonthService.month(row[5]);
			var payout = Money.of((BigDecimal) row[6], Currency.getInstance((String) row[7]));
			var line = new Line(((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3], (String) row[4], earnedIn, payout,
					Money.of((BigDecimal) row[8], Currency.getInstance((String) row[9])), ((BigDecimal) row[10]).stripTrailingZeros(), Columns.day(row[11]));
			if (payout.signum() <= 0) {
				zero++;
			} else if ((Boolean) row[12] && earnedIn.equals(month)) {
				leftOut.add(line);
			} else {
				paid.add(line);
			}
		}
		return new Lines(paid, leftOut, zero);
	}

	private List<ExportRow> exports(YearMonth month) {
		return exports(em.createNativeQuery(EXPORTS + " where in_month = ? order by id desc").setParameter(1, Date.valueOf(month.atDay(1))));
	}

	private static final String EXPORTS = "select id, in_month, layout, number, nth, lines, file_hash, file_name, created_at, created_by_name from payroll_export";

	private static List<ExportRow> exports(Query query) {
		var exports = new ArrayList<ExportRow>();
		for (var each : query.getResultList()) {
			var row = (Object[]) each;
			exports.add(new ExportRow(((Number) row[0]).longValue(), PayMonthService.month(row[1]), PayrollLayout.valueOf((String) row[2]), ((Number) row[3]).intValue(),
					((Number) row[4]).intValue(), ((Number) row[5]).intValue(), (String) row[6], (String) row[7], Columns.moment(row[8]), (String) row[9]));
		}
		return exports;
	}

	/**
	 * Makes the file of a closed month and keeps it. The month is exported from then on. Who runs pay.
	 *
	 * @param again whether it is meant, although the month was handed over before
	 * @param note what stands beside an amount that was held and is released now
	 * @return the file, see {@link #file}
	 * @throws BusinessException when the month is not closed, was handed over before, nobody is paid, or the layout lacks something: payroll ids, a company code, one currency for all
	 */
	@Needs(RUN_PAY)
	public ExportRow export(YearMonth month, PayrollLayout layout, boolean again, Function<Line, String> note) {
		// two at once follow one another, so the second is asked
		runs.calendar();
		var period = em.find(PayPeriod.class, month.atDay(1));
		if (period == null || !period.status().isClosed()) {
			throw new BusinessException("compensation.payroll.error.not-closed", month.atDay(1));
		}
		var page = page(month);
		var before = page.exports();
		if (!before.isEmpty() && !again) {
			throw new BusinessException("compensation.payroll.error.again", month.atDay(1), before.size(), before.get(0).by());
		}
		requireComplete(page, layout);
		var nth = before.size() + 1;
		var number = (int) before.stream().filter(export -> export.layout() == layout).count() + 1;
		var content = content(page, layout, month.format(BATCH) + "-" + nth, line -> page.isReleased(line) ? note.apply(line) : null);
		var name = "payroll-" + month + "-" + layout.name().toLowerCase(Locale.ROOT) + (nth > 1 ? "-AGAIN-" + nth : "") + ".csv";
		var id = ((Number) em.createNativeQuery("select nextval('ids')").getSingleResult()).longValue();
		em.createNativeQuery("insert into payroll_export (id, in_month, layout, number, lines, file_hash, created_at, created_by_name, file_name, file_text, nth)"
				+ " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").setParameter(1, id).setParameter(2, Date.valueOf(month.atDay(1))).setParameter(3, layout.name()).setParameter(4, number)
				.setParameter(5, page.lines().size()).setParameter(6, hash(content)).setParameter(7, Timestamp.from(clock.now())).setParameter(8, current.get().name()).setParameter(9, name)
				.setParameter(10, new String(content, StandardCharsets.UTF_8)).setParameter(11, nth).executeUpdate();
		period.export(clock.now());
		audit.record("EXPORT_PAY", "PayPeriod", month, month.toString(), null, Map.of("file", name, "lines", page.lines().size(), "sums", page.sums().toString()));
		return exports(em.createNativeQuery(EXPORTS + " where id = ?").setParameter(1, id)).get(0);
	}

	private static void requireComplete(PayrollPage page, PayrollLayout layout) {
		if (page.lines().isEmpty()) {
			throw new BusinessException("compensation.payroll.error.nobody", page.month().atDay(1));
		}
		if (!layout.needsIds()) {
			return;
		}
		if (!page.missing().isEmpty()) {
			throw new BusinessException("compensation.payroll.error.ids", page.missing().size(), page.missing().stream().map(Line::name).limit(4).toList(), layout.name());
		}
		if (page.sums().size() > 1) {
			throw new BusinessException("compensation.payroll.error.currencies", page.sums().stream().map(sum -> sum.currency().getCurrencyCode()).toList(), layout.name());
		}
		if (layout == PayrollLayout.ADP && page.adpCompany() == null) {
			throw new BusinessException("compensation.payroll.error.company");
		}
	}

	private static byte[] content(PayrollPage page, PayrollLayout layout, String batch, Function<Line, String> note) {
		var out = new ByteArrayOutputStream();
		try (var table = TableWriter.csv(out, layout.columns())) {
			if (layout == PayrollLayout.GENERIC) {
				page.lines().forEach(line -> table.line(Arrays.<Object>asList(line.payrollId(), line.name(), line.email(), page.month().toString(), line.earnedIn().toString(),
						line.payout().amount(), line.payout().currency().getCurrencyCode(), line.pay().amount(), line.pay().currency().getCurrencyCode(),
						line.payout().currency().equals(line.pay().currency()) ? null : line.rate(), line.rateOn(), batch, note.apply(line))));
			} else {
				byPerson(page).values().forEach(lines -> {
					var first = lines.get(0);
					var sum = lines.stream().map(Line::payout).reduce(Money::plus).orElseThrow().amount();
					var notes = lines.stream().filter(page::isReleased).map(line -> note.apply(line)).toList();
					if (layout == PayrollLayout.GUSTO) {
						var cut = first.name().lastIndexOf(' ');
						table.line(Arrays.<Object>asList(cut < 0 ? first.name() : first.name().substring(0, cut), cut < 0 ? "" : first.name().substring(cut + 1), first.payrollId(),
								first.title(), sum, notes.isEmpty() ? null : String.join(", ", notes)));
					} else {
						table.line(Arrays.<Object>asList(page.adpCompany(), batch, first.payrollId(), page.adpEarning(), sum));
					}
				});
			}
		}
		var bytes = out.toByteArray();
		return layout == PayrollLayout.GENERIC ? bytes : Arrays.copyOfRange(bytes, MARK, bytes.length);
	}

	private static Map<Long, List<Line>> byPerson(PayrollPage page) {
		var people = new LinkedHashMap<Long, List<Line>>();
		page.lines().forEach(line -> people.computeIfAbsent(line.personId(), id -> new ArrayList<>()).add(line));
		return people;
	}

	/** A file as it was handed over. Who runs pay. */
	@Needs(RUN_PAY)
	public PayrollFile file(long exportId) {
		var found = em.createNativeQuery("select file_name, file_text from payroll_export where id = ?").setParameter(1, exportId).getResultList();
		if (found.isEmpty()) {
			throw new NotHereException("No payroll file " + exportId);
		}
		var row = (Object[]) found.get(0);
		return new PayrollFile((String) row[0], ((String) row[1]).getBytes(StandardCharsets.UTF_8));
	}

	/** Keeps what ADP's layout needs: the company's code and the one under which commission is earned, up to three characters each. Who runs pay. */
	@Needs(RUN_PAY)
	public void putAdpCodes(String company, String earning) {
		if (company == null || earning == null || !company.strip().matches("[A-Za-z0-9]{2,3}") || !earning.strip().matches("[A-Za-z0-9]{1,3}")) {
			throw new BusinessException("compensation.payroll.error.codes");
		}
		var before = (Object[]) em.createNativeQuery("select adp_company, adp_earning from pay_calendar").getSingleResult();
		em.createNativeQuery("update pay_calendar set adp_company = ?, adp_earning = ?").setParameter(1, company.strip().toUpperCase(Locale.ROOT))
				.setParameter(2, earning.strip().toUpperCase(Locale.ROOT)).executeUpdate();
		audit.record("CHANGE_PAYROLL_CODES", "PayCalendar", null, null, before[0] == null ? null : Map.of("company", before[0], "earning", before[1]),
				Map.of("company", company.strip(), "earning", earning.strip()));
	}

	private static String hash(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
