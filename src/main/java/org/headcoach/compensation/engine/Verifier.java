package org.headcoach.compensation.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;

/**
 * Computes a downloaded statement again, without the application and without a network: {@code java -jar headcoach-verify.jar statement.json}.
 * Ends with 0 when the file says what comes out, with 1 when it does not, with 2 when there is no file to read.
 */
public final class Verifier {

	/**
	 * @param same whether the statement is what its plan and facts give
	 * @param text what is said about it, line by line
	 */
	public record Verdict(boolean same, List<String> text) {
	}

	private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.headcoach.messages.verifier", Locale.ROOT);

	private Verifier() {
	}

	public static void main(String[] arguments) {
		var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		if (arguments.length != 1) {
			out.println(text("usage"));
			System.exit(2);
		}
		try {
			var verdict = verify(Files.readString(Path.of(arguments[0])));
			verdict.text().forEach(out::println);
			System.exit(verdict.same() ? 0 : 1);
		} catch (IOException e) {
			out.println(text("no-file", arguments[0]));
			System.exit(2);
		}
	}

	/** @param file the text of a statement's file */
	public static Verdict verify(String file) {
		StatementFile statement;
		try {
			statement = StatementFile.read(file);
		} catch (IllegalArgumentException e) {
			return new Verdict(false, List.of(text("unreadable", e.getMessage())));
		}
		var said = new ArrayList<String>();
		said.add(text("what", statement.name(), statement.month(), String.join("; ", statement.plans())));
		if (!StatementFile.FORMAT.equals(statement.format())) {
			said.add(text("format", statement.format(), StatementFile.FORMAT));
			return new Verdict(false, said);
		}
		var fingerprint = statement.fingerprintNow();
		var isUntouched = fingerprint.equals(statement.fingerprint());
		if (!isUntouched) {
			said.add(text("changed", statement.fingerprint(), fingerprint));
		}
		if (!PayRun.ENGINE.equals(statement.engine())) {
			said.add(text("engine", statement.engine(), PayRun.ENGINE));
			return new Verdict(false, said);
		}
		String difference;
		try {
			difference = difference(statement);
		} catch (BusinessException | IllegalArgumentException | ArithmeticException e) {
			difference = text("refused", e.getMessage());
		}
		if (difference != null) {
			said.add(difference);
		} else if (isUntouched) {
			said.add(text("same", statement.lines().size(), statement.pay(), statement.fingerprint()));
		}
		return new Verdict(isUntouched && difference == null, said);
	}

	/** The first line that is not what comes out; null when all are. */
	private static String difference(StatementFile statement) {
		var wanted = statement.recomputed();
		var given = statement.lines();
		for (int i = 0; i < Math.max(wanted.size(), given.size()); i++) {
			var computed = i < wanted.size() ? line(wanted.get(i)) : text("no-line");
			var stated = i < given.size() ? line(given.get(i)) : text("no-line");
			if (!computed.equals(stated)) {
				return text("line", i + 1, stated, computed);
			}
		}
		var nothing = Money.zero(statement.pay().currency());
		var balance = StatementFile.balance(nothing, statement.earlier(), given);
		if (!balance.pay().equals(statement.pay())) {
			return text("pay", statement.pay(), balance.pay());
		}
		return balance.carried().equals(statement.carried()) ? null : text("carried", statement.carried(), balance.carried());
	}

	private static String line(Posting posting) {
		return line(posting.key(), posting.amount(), posting.bookedIn(), posting.corrects());
	}

	private static String line(StatementFile.Line line) {
		return line(line.key(), line.amount(), line.bookedIn(), line.corrects());
	}

	private static String line(Owed.Key key, Money amount, java.time.YearMonth bookedIn, boolean corrects) {
		var where = List.of(key.month().toString(), key.plan(), key.component(), key.kind().name(), key.source(), key.detail()).stream().filter(part -> !part.isEmpty()).toList();
		return text(corrects ? "correction" : "booking", String.join(" / ", where), amount, bookedIn);
	}

	private static String text(String key, Object... arguments) {
		return MessageFormat.format(TEXTS.getString("verifier." + key), List.of(arguments).stream().map(String::valueOf).toArray());
	}
}
