package org.headcoach.compensation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;

/** That somebody is invited to a town meeting, with the own figures as they were computed when it was opened. They are never changed. */
@Entity
@Table(name = "town_meeting_invited")
public class TownMeetingInvited {

	/** What a plan would have paid, or why that is not known. */
	@Embeddable
	public static class Figure {

		private int ordinal;

		private BigDecimal amount;

		private String currency;

		@Column(name = "reason_key")
		private String reasonKey;

		@Column(name = "arguments_json")
		private String argumentsText;

		protected Figure() {
		}

		Figure(int ordinal, SimulationService.Pay pay) {
			this.ordinal = ordinal;
			if (pay.amount() != null) {
				amount = pay.amount().amount();
				currency = pay.amount().currency().getCurrencyCode();
			} else {
				reasonKey = pay.refusal().key();
				argumentsText = ParkedArguments.write(pay.refusal().arguments());
			}
		}

		int ordinal() {
			return ordinal;
		}

		SimulationService.Pay pay() {
			return amount != null ? new SimulationService.Pay(Money.of(amount, Currency.getInstance(currency)), null)
					: new SimulationService.Pay(null, new BusinessException(reasonKey, ParkedArguments.read(argumentsText).toArray()));
		}
	}

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne
	@JoinColumn(name = "meeting_id")
	private TownMeeting meeting;

	@ManyToOne
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "quotas_json")
	private String quotasText;

	@ElementCollection
	@CollectionTable(name = "town_meeting_figure", joinColumns = @JoinColumn(name = "invited_id"))
	@OrderBy("ordinal")
	private List<Figure> figures = new ArrayList<>();

	protected TownMeetingInvited() {
	}

	TownMeetingInvited(TownMeeting meeting, Salesperson person, String quotasText, List<Figure> figures) {
		this.meeting = meeting;
		this.person = person;
		this.quotasText = quotasText;
		this.figures.addAll(figures);
	}

	public Salesperson person() {
		return person;
	}

	String quotasText() {
		return quotasText;
	}

	List<Figure> figures() {
		return List.copyOf(figures);
	}
}
