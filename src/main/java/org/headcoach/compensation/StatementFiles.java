package org.headcoach.compensation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import org.headcoach.compensation.engine.Json;
import org.headcoach.compensation.engine.Owed;
import org.headcoach.compensation.engine.PayRun;
import org.headcoach.compensation.engine.Posting;
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
			String text = null;
			if (payee.refusal() == null && !payee.stretches().isEmpty()) {
				requireComputed(payee, lines, month, calendar, YearMonth.from(today));
				text = Json.write(payee.stretches());
			}
			statement.close(clock.now(), text, text == null ? null : hash(text), PayRun.ENGINE);
		}
	}

	private static void requireComputed(PayFacts.Payee payee, List<Posting> book, YearMonth month, PayCalendar calendar, YearMonth last) {
		var owed = new ArrayList<Owed>();
		new PayRun(payee.stretches()).months(payee.first(), last).forEach(each -> owed.addAll(each.lines()));
		if (Posting.differences(owed, book, calendar.firstOpen()).stream().anyMatch(difference -> !difference.bookedIn().isAfter(month))) {
			throw new BusinessException("compensation.month.error.changed-since", payee.name());
		}
	}

	/** The terms and facts that a closed statement's text keeps. */
	static List<Stretch> stretches(String text) {
		return Json.readAll(text, Stretch.class);
	}

	private static String hash(String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
