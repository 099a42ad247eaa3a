package org.headcoach.notices;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import org.headcoach.notices.NoticeService.HookRow;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Columns;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The webhooks. The log of changes keeps their names and hosts, never an address. */
@ApplicationScoped
@Transactional
class Hooks {

	/** What a webhook is reached by. */
	record Door(Long id, String name, Channel kind, String address) {
	}

	private record HookState(String name, Channel kind, String address) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private NoticeSettings settings;

	@Inject
	private Audit audit;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/** Those that are not removed, by name. */
	List<HookRow> rows() {
		var sent = new HashMap<Long, Object[]>();
		for (var row : em.createNativeQuery("select hook_id, count(*), max(ended_at) from notice where hook_id is not null and state = 'SENT' group by hook_id").getResultList()) {
			sent.put(((Number) ((Object[]) row)[0]).longValue(), (Object[]) row);
		}
		return em.createQuery("select h from NoticeHook h where h.removedAt is null order by h.name, h.id", NoticeHook.class).getResultStream().map(hook -> {
			var times = sent.get(hook.id());
			return new HookRow(hook.id(), hook.name(), hook.kind(), HookAddress.shortened(hook.address()), hook.addedAt(), hook.addedByName(),
					times == null ? 0 : ((Number) times[1]).longValue(), times == null ? null : Columns.moment(times[2]));
		}).toList();
	}

	/** Empty when it is unknown or removed. */
	Optional<Door> find(Long id) {
		var hook = em.find(NoticeHook.class, id);
		return hook == null || hook.isRemoved() ? Optional.empty() : Optional.of(new Door(hook.id(), hook.name(), hook.kind(), hook.address()));
	}

	Long add(String name, Channel kind, String address) {
		var plain = Notice.oneLine(name, 101);
		if (plain.isEmpty() || plain.length() > 100) {
			throw new BusinessException("notices.hooks.error.name");
		}
		if (kind == null || !kind.isHook()) {
			throw new BusinessException("notices.hooks.error.kind");
		}
		var allowed = HookAddress.allowed(address, settings.get().hookHosts());
		if (allowed.isEmpty() || address.length() > 2_000) {
			throw new BusinessException("notices.hooks.error.address", settings.get().hookHosts());
		}
		var hook = new NoticeHook(plain, kind, allowed.get().toString(), clock.now(), current.get().name());
		em.persist(hook);
		em.flush();
		audit.record("ADD_WEBHOOK", "Webhook", hook.id(), plain, null, stateOf(hook));
		return hook.id();
	}

	void remove(Long id) {
		var hook = em.find(NoticeHook.class, id);
		if (hook == null || hook.isRemoved()) {
			throw new NotHereException("No webhook " + id);
		}
		var before = stateOf(hook);
		hook.remove(clock.now());
		audit.record("REMOVE_WEBHOOK", "Webhook", id, hook.name(), before, null);
	}

	void tested(Door hook) {
		audit.record("TEST_WEBHOOK", "Webhook", hook.id(), hook.name(), null, null);
	}

	private static HookState stateOf(NoticeHook hook) {
		return new HookState(hook.name(), hook.kind(), HookAddress.shortened(hook.address()));
	}
}
