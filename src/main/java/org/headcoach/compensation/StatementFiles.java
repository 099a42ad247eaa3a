package org.headcoach.compensation;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

import org.headcoach.compensation.engine.Owed;
import org.headcoach.compensation.engine.PayRun;
import org.headcoach.compensation.engine.Posting;
import org.headcoach.compensation.engine.StatementFile;
import org.headcoach.compensation.engine.Stretch;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a closed statement keeps, so that anybody can compute it again. */
@ApplicationScoped
class StatementFiles {

	@Inject
	private PayFacts facts;

	@Inject
	private Postings postings;

	@Inject
	private PeopleService people;

	@Inject
	private BusinessClock clock;

	/** @throws BusinessException when a computation now would post something: then compute first */
	void freeze(List<Statement> statements, YearMonth month, PayCalendar calendar) {
		var ids = statements.stream().map(statement -> statement.person().id()).toList();
		var today = people.today();
		var book = postings.of(ids);
		var payees = facts.of(ids, today).stream().collect(Collectors.toMap(PayFacts.Payee::personId, payee -> payee));
		for (var statement : statements) {
			var payee = payees.get(statement.person().id());
			var lines = book.getOrDefault(payee.personId(), List.of()).stream().map(Postings.Line::posting).toList();
			StatementFile file = null;
			if (payee.refusal() == null && !payee.stretches().isEmpty()) {
				var owed = owed(payee, YearMonth.from(today));
				requireComputed(payee, owed, lines, month, calendar);
				var why = new WhyLines(owed);
				file = StatementFile.of(payee.personId(), payee.name(), month, payee.stretches(), payee.first(),
						lines.stream().filter(line -> !line.bookedIn().isAfter(month)).toList(), why::of);
			}
			statement.close(clock.now(), file == null ? null : file.text(), file == null ? null : file.fingerprint(), PayRun.ENGINE);
		}
	}

	private static List<Owed> owed(PayFacts.Payee payee, YearMonth last) {
		return new PayRun(payee.stretches()).months(payee.first(), last).stream().flatMap(month -> month.lines().stream()).toList();
	}

	private static void requireComputed(PayFacts.Payee payee, List<Owed> owed, List<Posting> book, YearMonth month, PayCalendar calendar) {
		if (Posting.differences(owed, book, calendar.firstOpen()).stream().anyMatch(difference -> !difference.bookedIn().isAfter(month))) {
			throw new BusinessException("compensation.month.error.changed-since", payee.name());
		}
	}

	/** The terms and facts that a closed statement's text keeps. */
	static List<Stretch> stretches(String text) {
		return StatementFile.read(text).stretches();
	}
}
