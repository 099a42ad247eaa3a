package org.headcoach.notices.web;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

import org.headcoach.notices.Channel;
import org.headcoach.notices.NoticeService;
import org.headcoach.notices.NoticeService.HookRow;
import org.headcoach.site.Done;
import org.headcoach.site.Here;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The channels of Slack and Teams that notices go into. */
@Named
@ViewScoped
public class HooksView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private NoticeService notices;

	@Inject
	private Here here;

	private List<HookRow> rows;
	private String name;
	private Channel kind = Channel.SLACK;
	private transient String address;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		// the list alone may be asked by others
		notices.ways();
		rows = notices.hooks();
	}

	public void add() {
		notices.addHook(new NoticeService.AddHook(name, kind, address));
		Done.here("notices.hooks.done.added", name);
	}

	public void test(HookRow row) {
		notices.testHook(row.id());
		Done.here("notices.hooks.done.tested", row.name());
	}

	public void remove(HookRow row) {
		notices.removeHook(row.id());
		Done.here("notices.hooks.done.removed", row.name());
	}

	public LocalDateTime at(Instant moment) {
		return LocalDateTime.ofInstant(moment, here.getCompany().zone());
	}

	public List<Channel> getKinds() {
		return Arrays.stream(Channel.values()).filter(Channel::isHook).toList();
	}

	public List<HookRow> getRows() {
		return rows;
	}

	public String getName() {
		return name;
	}

	public void setName(String text) {
		name = text;
	}

	public Channel getKind() {
		return kind;
	}

	public void setKind(Channel chosen) {
		kind = chosen;
	}

	public String getAddress() {
		return address;
	}

	public void setAddress(String text) {
		address = text;
	}
}
