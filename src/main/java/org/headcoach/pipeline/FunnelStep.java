package org.headcoach.pipeline;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;

/** One step of a sales process: what it is called and what counts for it. Its code never changes. */
@Entity
@Table(name = "funnel_step")
public class FunnelStep {

	/** The steps that the migration brings; their names are texts of the application until somebody renames them. */
	static final Set<String> STANDARD = Set.of("LEADS_WORKED", "CONNECTS", "DISCOVERIES", "DEMOS", "CUSTOMERS");

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "process_id")
	private SalesProcess process;

	private int ordinal;
	private String code;
	private String name;

	@Enumerated(EnumType.STRING)
	@Column(name = "fed_by")
	private Feed fedBy;

	@Column(name = "feed_value")
	private String feedValue;

	@Enumerated(EnumType.STRING)
	@Column(name = "feed_rule")
	private FeedRule rule;

	@ElementCollection
	@CollectionTable(name = "funnel_step_value", joinColumns = @JoinColumn(name = "step_id"))
	@MapKeyColumn(name = "compared")
	@Column(name = "said")
	private Map<String, String> values = new TreeMap<>();

	protected FunnelStep() {
	}

	FunnelStep(SalesProcess process, String code) {
		this.process = process;
		this.code = code;
	}

	void define(int place, Funnel.Step wanted) {
		ordinal = place;
		name = SalesProcess.blankToNull(wanted.name());
		fedBy = wanted.fedBy();
		feedValue = fedBy == Feed.ACTIVITY ? wanted.feedValue().strip() : null;
		rule = switch (fedBy) {
			case ACTIVITY -> wanted.rule();
			case DEALS_IN_STAGE -> FeedRule.ONLY;
			default -> FeedRule.ALL;
		};
		var wantedValues = new TreeMap<String, String>();
		if (rule != FeedRule.ALL) {
			wanted.values().forEach(said -> wantedValues.put(Funnel.compared(said), said.strip()));
		}
		new HashSet<>(values.keySet()).stream().filter(compared -> !wantedValues.containsKey(compared)).forEach(values::remove);
		values.putAll(wantedValues);
	}

	String code() {
		return code;
	}

	int ordinal() {
		return ordinal;
	}

	Funnel.Step step() {
		return new Funnel.Step(code, name, fedBy, feedValue, rule, values.values().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList());
	}
}
