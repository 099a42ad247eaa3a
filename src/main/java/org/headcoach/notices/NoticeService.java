package org.headcoach.notices;

import static org.headcoach.people.Permission.BE_SIGNED_IN;
import static org.headcoach.people.Permission.EDIT_COMPANY;
import static org.headcoach.people.Permission.NOTHING;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.headcoach.people.Accounts;
import org.headcoach.people.Actor;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;

/** The door to notices: topics of the trade post them, readers refuse them, an administrator looks after what did not go out and keeps the webhooks. */
@ApplicationScoped
@Transactional
public class NoticeService {

	/** Where this stands in a mail's text or HTML, the link comes that ends such mails for its reader. */
	public static final String UNSUBSCRIBE = "{{unsubscribe}}";

	/** After so long a notice that is at rest loses its text; it can not be sent again then. */
	public static final Duration TEXT_KEPT = Outbox.TEXT_KEPT;

	/** A line of the outbox. @param outside a letter to somebody without an account: whom it goes to, what it is about and what the mail server says of the address stand with whoever sent it, and not here */
	public record NoticeRow(Long id, String key, String topic, Channel channel, String accountName, String hookName, boolean outside, String subject, NoticeState state, int tries,
			Instant postedAt, Instant nextTryAt, Instant endedAt, Trouble trouble, String detail) implements Serializable {

		public NoticeRow {
			subject = outside ? "" : subject;
			detail = outside ? null : detail;
		}

		/** The reader's or the webhook's name; of a letter its key. */
		public String to() {
			return accountName != null ? accountName : hookName != null ? hookName : key;
		}
	}

	/** Which notices. Null parts do not narrow; days are those of the post in the company's zone, both included. */
	public record OutboxSearch(String text, Set<NoticeState> states, Channel channel, LocalDate from, LocalDate until, int first, int size) implements Serializable {
	}

	/** A webhook. @param shortAddress host and last letters; the whole is shown to nobody */
	public record HookRow(Long id, String name, Channel kind, String shortAddress, Instant addedAt, String addedBy, long sent, Instant lastSentAt) implements Serializable {
	}

	/** @param kind SLACK or TEAMS */
	public record AddHook(String name, Channel kind, String address) implements Serializable {
	}

	/** Whom a notice about a topic reaches. @param personId null for an account without a place in the line */
	public record Reader(Long accountId, Long personId, String name, Locale language) implements Serializable {
	}

	/** A topic and whether the account wants its mails. */
	public record Wish(String topic, boolean isWanted) implements Serializable {
	}

	/** What a link that ends mails stands for. @param email enough of it for its reader to know it again */
	public record StopPage(String topic, String email, boolean isWanted) implements Serializable {
	}

	/** How the settings stand. @param mailServer host and port; null where none is set */
	public record Ways(String mailServer, List<String> hookHosts, boolean sends) implements Serializable {
	}

	/** How something that was posted stands. @param endedAt null while it is not at rest */
	public record Sent(NoticeState state, Trouble trouble, Instant endedAt) implements Serializable {
	}

	private record NoticeChange(String key, NoticeState state) {
	}

	@Inject
	private Outbox outbox;

	@Inject
	private Hooks hooks;

	@Inject
	private Refusals refusals;

	@Inject
	private Sending sending;

	@Inject
	private NoticeSettings settings;

	@Inject
	private Accounts accounts;

	@Inject
	private PeopleService people;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private Event<NoticePosted> posted;

	// ------------------------------------------------------------ posting

	/**
	 * Lays a notice into the outbox, in the transaction of what it tells about: rolled back, it was never there; committed, it is sent within moments by one node.
	 * A key that is there already does nothing, also when two nodes post it at once: the second waits for the first one's transaction, so post late and end soon.
	 * Whoever calls answers for what the notice says and to whom; every account may.
	 *
	 * @return whether it will be sent; false also for a reader who refuses the topic, whose account is closed or has no e-mail, for a removed webhook, and for every mail while
	 *         no mail server is set
	 */
	@Needs(BE_SIGNED_IN)
	@Transactional(TxType.MANDATORY)
	public boolean post(Notice notice) {
		return post(List.of(notice)) == 1;
	}

	/** The same for many at once, however many in as many statements. Returns how many of them will be sent. */
	@Needs(BE_SIGNED_IN)
	@Transactional(TxType.MANDATORY)
	public int post(Collection<Notice> notices) {
		var fresh = unknown(wanted(notices));
		if (fresh.isEmpty()) {
			return 0;
		}
		outbox.lock();
		// whoever was first has committed meanwhile: ask again under the lock
		fresh = unknown(fresh);
		fresh.forEach(outbox::add);
		if (!fresh.isEmpty()) {
			posted.fire(new NoticePosted());
		}
		return fresh.size();
	}

	private List<Notice> unknown(List<Notice> notices) {
		if (notices.isEmpty()) {
			return notices;
		}
		var known = outbox.known(notices.stream().map(Notice::key).toList());
		return notices.stream().filter(notice -> !known.contains(notice.key())).toList();
	}

	private List<Notice> wanted(Collection<Notice> notices) {
		var mails = notices.stream().filter(notice -> notice.accountId() != null).collect(Collectors.groupingBy(Notice::topic));
		var reached = new HashMap<String, Set<Long>>();
		mails.forEach((topic, of) -> reached.put(topic, readers(topic, accounts.readers(of.stream().map(Notice::accountId).toList())).stream().map(Reader::accountId).collect(Collectors.toSet())));
		return notices.stream().filter(notice -> notice.outside() != null ? settings.get().mail() != null : notice.channel().isHook() ? isKept(notice) : reached.get(notice.topic()).contains(notice.accountId())).toList();
	}

	/** Whether the notice's webhook was not removed. */
	private boolean isKept(Notice notice) {
		var hook = hooks.find(notice.hookId());
		if (hook.isPresent() && hook.get().kind() != notice.channel()) {
			throw new IllegalArgumentException(notice.key() + " is for " + notice.channel() + ", its webhook for " + hook.get().kind());
		}
		return hook.isPresent();
	}

	/** Whether a mail server is set, so that mails go out. Every account may ask. */
	@Needs(BE_SIGNED_IN)
	public boolean sendsMail() {
		return settings.get().mail() != null;
	}

	/** How what was posted under these keys stands; whoever posted it answers for who is told. Every account may ask. */
	@Needs(BE_SIGNED_IN)
	public Map<String, Sent> stands(Collection<String> keys) {
		return keys.isEmpty() ? Map.of() : outbox.stands(keys);
	}

	/** Forgets what was posted under these keys: text, subject and to whom; what still waits is not sent. The keys stay taken. Every account may; whoever posted it answers for it. */
	@Needs(BE_SIGNED_IN)
	@Transactional(TxType.MANDATORY)
	public void forget(Collection<String> keys) {
		if (!keys.isEmpty()) {
			outbox.forget(keys);
		}
	}

	/** Which of these people a mail about the topic would reach, so that none is written for the others; nobody while no mail server is set. Every account may ask. */
	@Needs(BE_SIGNED_IN)
	public List<Reader> readers(String topic, Collection<Long> personIds) {
		return readers(topic, accounts.readersOf(personIds));
	}

	/** The same for an account, which may have no person. Every account may ask. */
	@Needs(BE_SIGNED_IN)
	public Optional<Reader> reader(String topic, long accountId) {
		return readers(topic, accounts.readers(List.of(accountId))).stream().findFirst();
	}

	private List<Reader> readers(String topic, List<Accounts.Reader> open) {
		if (settings.get().mail() == null) {
			return List.of();
		}
		var refusing = refusals.of(open.stream().map(Accounts.Reader::accountId).toList(), topic);
		return open.stream().filter(reader -> !refusing.contains(reader.accountId())).map(reader -> new Reader(reader.accountId(), reader.personId(), reader.name(),
				reader.language() == null ? Locale.ENGLISH : Locale.forLanguageTag(reader.language()))).toList();
	}

	// ------------------------------------------------------------ the outbox

	/** The notices that match, the latest first, one page of them. Needs EDIT_COMPANY. */
	@Needs(EDIT_COMPANY)
	public List<NoticeRow> outbox(OutboxSearch search) {
		return outbox.search(search, people.company().zone());
	}

	/** How many of them stand in which state; the search's own states do not narrow it. Needs EDIT_COMPANY. */
	@Needs(EDIT_COMPANY)
	public Map<NoticeState, Long> counts(OutboxSearch search) {
		return outbox.counts(search, people.company().zone());
	}

	/** How the settings stand. Needs EDIT_COMPANY. */
	@Needs(EDIT_COMPANY)
	public Ways ways() {
		var values = settings.get();
		return new Ways(values.mail() == null ? null : values.mail().host() + ":" + values.mail().port(), values.hookHosts(), values.sends());
	}

	/**
	 * Sends a failed or uncertain notice again, with the same id for the mail program. What was uncertain may then arrive twice; that is why a person decides. Needs EDIT_COMPANY.
	 *
	 * @throws BusinessException when it is no longer at rest unsent, or has lost its text
	 */
	@Needs(EDIT_COMPANY)
	public void sendAgain(Long noticeId) {
		var row = outbox.row(noticeId).orElseThrow(() -> new NotHereException("No notice " + noticeId));
		if (!outbox.again(noticeId)) {
			throw new BusinessException("notices.outbox.error.again");
		}
		audit.record("SEND_AGAIN", "Notice", noticeId, row.subject(), new NoticeChange(row.key(), row.state()), new NoticeChange(row.key(), NoticeState.WAITING));
		posted.fire(new NoticePosted());
	}

	// ------------------------------------------------------------ webhooks

	/** The webhooks that notices can be sent to, by name; without their addresses. Every account may ask. */
	@Needs(BE_SIGNED_IN)
	public List<HookRow> hooks() {
		return hooks.rows();
	}

	/** Adds a webhook and returns its id. Its host must be one of the settings, its address encrypted. Needs EDIT_COMPANY. */
	@Needs(EDIT_COMPANY)
	public Long addHook(AddHook add) {
		return hooks.add(add.name(), add.kind(), add.address());
	}

	/** Forgets the webhook's address; what still waits for it is not sent. Needs EDIT_COMPANY. */
	@Needs(EDIT_COMPANY)
	public void removeHook(Long hookId) {
		hooks.remove(hookId);
	}

	/**
	 * Writes one message into the channel at once and waits for the answer. Needs EDIT_COMPANY.
	 *
	 * @throws BusinessException with what was wrong
	 */
	@Needs(EDIT_COMPANY)
	@Transactional(TxType.NOT_SUPPORTED)
	public void testHook(Long hookId) {
		var hook = hooks.find(hookId).orElseThrow(() -> new NotHereException("No webhook " + hookId));
		hooks.tested(hook);
		var outcome = sending.call(hook, Words.of(Locale.ENGLISH, "notices.hooks.test.subject"), Words.of(Locale.ENGLISH, "notices.hooks.test.text"));
		if (outcome.state() != NoticeState.SENT) {
			throw new BusinessException("notices.trouble." + outcome.trouble(), outcome.detail() == null ? "" : outcome.detail());
		}
	}

	// ------------------------------------------------------------ the reader's own wishes

	/** Each topic and whether the own account wants its mails. Everybody who is signed in. */
	@Needs(BE_SIGNED_IN)
	public List<Wish> wishes() {
		var refused = refusals.of(current.get().accountId());
		return Topics.ALL.stream().map(topic -> new Wish(topic, !refused.contains(topic))).toList();
	}

	/** Ends or begins again the mails about a topic to the own account. Everybody who is signed in. */
	@Needs(BE_SIGNED_IN)
	public void wish(String topic, boolean isWanted) {
		if (!Topics.isKnown(topic)) {
			throw new NotHereException("No topic " + topic);
		}
		change(current.get(), topic, isWanted);
	}

	/** What the token of a mail's link stands for; empty when it is none of ours. Looking changes nothing. Anybody who has the link. */
	@Needs(NOTHING)
	public Optional<StopPage> stopPage(String token) {
		return stop(token).flatMap(stop -> accounts.readers(Set.of(stop.accountId())).stream().findFirst()
				.map(reader -> new StopPage(stop.topic(), shortened(reader.email()), !refusals.of(stop.accountId()).contains(stop.topic()))));
	}

	/**
	 * Ends the mails that the link came with, or begins them again; twice is like once. Anybody who has the link.
	 *
	 * @throws NotHereException when the token is none of ours
	 */
	@Needs(NOTHING)
	public void wishByToken(String token, boolean isWanted) {
		var stop = stop(token).orElseThrow(() -> new NotHereException("No link that ends mails"));
		var account = accounts.session(stop.accountId()).orElseThrow(() -> new NotHereException("No account " + stop.accountId()));
		var actor = new Actor(account.id(), account.name(), account.role(), account.personId(), null);
		current.as(actor, () -> {
			change(actor, stop.topic(), isWanted);
			return null;
		});
	}

	private Optional<StopLinks.Stop> stop(String token) {
		return StopLinks.read(refusals.secret(), token).filter(stop -> Topics.isKnown(stop.topic()));
	}

	private void change(Actor reader, String topic, boolean isWanted) {
		var isChanged = isWanted ? refusals.want(reader.accountId(), topic) : refusals.refuse(reader.accountId(), topic);
		if (isChanged) {
			audit.record(isWanted ? "WANT_NOTICES" : "REFUSE_NOTICES", "Account", reader.accountId(), reader.name(), null, Map.of("topic", topic));
		}
	}

	/** The first letter and the host. */
	static String shortened(String email) {
		return email.replaceFirst("^(.).*@", "$1…@");
	}
}
