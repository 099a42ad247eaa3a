package org.headcoach.pipeline.engine;

import static org.headcoach.pipeline.engine.Column.Type.DAY;
import static org.headcoach.pipeline.engine.Column.Type.DECIMAL;
import static org.headcoach.pipeline.engine.Column.Type.FLAG;
import static org.headcoach.pipeline.engine.Column.Type.MOMENT;
import static org.headcoach.pipeline.engine.Column.Type.PERSON;
import static org.headcoach.pipeline.engine.Column.Type.WHOLE;
import static org.headcoach.pipeline.engine.FieldType.CURRENCY;
import static org.headcoach.pipeline.engine.FieldType.DATE;
import static org.headcoach.pipeline.engine.FieldType.DATE_TIME;
import static org.headcoach.pipeline.engine.FieldType.ID;
import static org.headcoach.pipeline.engine.FieldType.MONEY;
import static org.headcoach.pipeline.engine.FieldType.MONEY_OR_LOSS;
import static org.headcoach.pipeline.engine.FieldType.NUMBER;
import static org.headcoach.pipeline.engine.FieldType.OWNER;
import static org.headcoach.pipeline.engine.FieldType.PER_CENT;
import static org.headcoach.pipeline.engine.FieldType.YES_NO;

import java.util.List;
import java.util.Optional;

/** The kinds of record that a file can hold, with the fields we look for and the columns they end up in. */
public enum ImportKind {

	PEOPLE(List.of(
			Field.of("id", ID), Field.text("name", 200), Field.text("firstName", 100), Field.text("lastName", 100), Field.text("email", 254),
			Field.choice("role", "REP", "MANAGER", "DIRECTOR", "VP"), Field.text("jobTitle", 100), Field.text("segment", 60),
			Field.text("team", 100), Field.text("region", 100), Field.text("superior", 254), Field.of("startedOn", DATE).withColumn(),
			Field.of("leftOn", DATE), Field.of("validFrom", DATE)),
			List.of(Column.of("external_id", Column.Type.TEXT), Column.of("person_id", Column.Type.TEXT, "id"),
					Column.of("name", Column.Type.TEXT, "name", "firstName", "lastName"), Column.of("email", Column.Type.TEXT, "email"),
					Column.of("role", Column.Type.TEXT, "role"), Column.of("job_title", Column.Type.TEXT, "jobTitle"),
					Column.of("segment", Column.Type.TEXT, "segment"), Column.of("team", Column.Type.TEXT, "team"),
					Column.of("region", Column.Type.TEXT, "region"), Column.of("superior", Column.Type.TEXT, "superior"),
					Column.of("started_on", DAY, "startedOn"), Column.of("left_on", DAY, "leftOn"), Column.of("valid_from", DAY, "validFrom"))),

	LEADS(List.of(
			Field.of("id", ID), Field.of("owner", OWNER).withColumn(), Field.of("createdOn", DATE).inEveryLine(), Field.of("assignedOn", DATE),
			Field.of("firstWorkedOn", DATE), Field.text("origin", 100), Field.text("persona", 100), Field.text("status", 100),
			Field.text("company", 200), Field.text("country", 100), Field.text("contact", 254)),
			List.of(Column.of("external_id", Column.Type.TEXT), Column.of("owner_id", PERSON, "owner"), Column.of("created_on", DAY, "createdOn"),
					Column.of("assigned_on", DAY, "assignedOn"), Column.of("first_worked_on", DAY, "firstWorkedOn"),
					Column.of("origin", Column.Type.TEXT, "origin"), Column.of("persona", Column.Type.TEXT, "persona"),
					Column.of("status", Column.Type.TEXT, "status"), Column.of("company", Column.Type.TEXT, "company"),
					Column.of("country", Column.Type.TEXT, "country"))),

	ACTIVITIES(List.of(
			Field.of("id", ID), Field.choice("type", "CALL", "CONNECT", "EMAIL", "MEETING", "DISCOVERY", "DEMO", "OTHER").inEveryLine(),
			Field.of("happenedAt", DATE_TIME).inEveryLine(), Field.of("owner", OWNER).withColumn(), Field.text("outcome", 100),
			Field.of("lead", ID), Field.text("contact", 254)),
			List.of(Column.of("external_id", Column.Type.TEXT), Column.of("type", Column.Type.TEXT, "type"),
					Column.of("happened_at", MOMENT, "happenedAt"), Column.of("happened_on", DAY, "happenedAt"),
					Column.of("owner_id", PERSON, "owner"), Column.of("outcome", Column.Type.TEXT, "outcome"),
					Column.of("lead_external_id", Column.Type.TEXT, "lead"))),

	DEALS(List.of(
			Field.of("id", ID), Field.text("name", 300), Field.of("owner", OWNER).withColumn(), Field.text("customer", 200),
			Field.text("product", 200), Field.text("pipeline", 100), Field.text("stage", 100), Field.choice("state", "OPEN", "WON", "LOST"),
			Field.of("won", YES_NO), Field.of("lost", YES_NO), Field.of("closed", YES_NO), Field.of("createdOn", DATE).inEveryLine(),
			Field.of("closedOn", DATE).withColumn(), Field.text("lostReason", 200), Field.of("amount", MONEY), Field.of("mrr", MONEY),
			Field.of("margin", MONEY_OR_LOSS), Field.of("currency", CURRENCY), Field.of("units", NUMBER), Field.of("discount", PER_CENT),
			Field.of("probability", PER_CENT), Field.text("paymentTerms", 60), Field.of("prepaidMonths", FieldType.WHOLE), Field.of("lead", ID)),
			List.of(Column.of("external_id", Column.Type.TEXT), Column.of("name", Column.Type.TEXT, "name"), Column.of("owner_id", PERSON, "owner"),
					Column.of("customer", Column.Type.TEXT, "customer"), Column.of("product", Column.Type.TEXT, "product"),
					Column.of("pipeline", Column.Type.TEXT, "pipeline"), Column.of("stage", Column.Type.TEXT, "stage"),
					Column.of("state", Column.Type.TEXT, "state", "stage", "won", "lost", "closed"), Column.of("created_on", DAY, "createdOn"),
					Column.of("closed_on", DAY, "closedOn"), Column.of("lost_reason", Column.Type.TEXT, "lostReason"),
					Column.of("amount", DECIMAL, "amount"), Column.of("mrr", DECIMAL, "mrr"),
					Column.of("margin", DECIMAL, "margin"), Column.of("currency", Column.Type.TEXT, "currency", "amount", "mrr", "margin"),
					Column.of("units", DECIMAL, "units"), Column.of("discount", DECIMAL, "discount"), Column.of("probability", DECIMAL, "probability"),
					Column.of("payment_terms", Column.Type.TEXT, "paymentTerms"), Column.of("prepaid_months", WHOLE, "prepaidMonths"),
					Column.of("lead_external_id", Column.Type.TEXT, "lead"))),

	CANCELLATIONS(List.of(
			Field.of("id", ID), Field.of("deal", ID), Field.text("customer", 200), Field.of("cancelledOn", DATE).inEveryLine(),
			Field.text("reason", 200), Field.of("mrr", MONEY), Field.of("currency", CURRENCY)),
			List.of(Column.of("external_id", Column.Type.TEXT), Column.of("deal_external_id", Column.Type.TEXT, "deal"),
					Column.of("customer", Column.Type.TEXT, "customer"), Column.of("cancelled_on", DAY, "cancelledOn"),
					Column.of("reason", Column.Type.TEXT, "reason"), Column.of("mrr", DECIMAL, "mrr"),
					Column.of("currency", Column.Type.TEXT, "currency", "mrr"))),

	PAYMENTS(List.of(
			Field.of("id", ID), Field.of("deal", ID), Field.text("customer", 200), Field.of("invoicedOn", DATE), Field.of("paidOn", DATE).inEveryLine(),
			Field.of("amount", MONEY).inEveryLine(), Field.of("currency", CURRENCY), Field.of("months", FieldType.WHOLE)),
			List.of(Column.of("external_id", Column.Type.TEXT), Column.of("deal_external_id", Column.Type.TEXT, "deal"),
					Column.of("customer", Column.Type.TEXT, "customer"), Column.of("invoiced_on", DAY, "invoicedOn"), Column.of("paid_on", DAY, "paidOn"),
					Column.of("amount", DECIMAL, "amount"), Column.of("currency", Column.Type.TEXT, "currency", "amount"),
					Column.of("months_covered", WHOLE, "months"))),

	DEAL_SPLITS(List.of(
			Field.of("id", ID), Field.of("deal", ID).inEveryLine(), Field.of("owner", OWNER).inEveryLine(), Field.of("share", PER_CENT).inEveryLine(),
			Field.choice("splitType", "REVENUE", "OVERLAY")),
			List.of(Column.of("external_id", Column.Type.TEXT), Column.of("deal_external_id", Column.Type.TEXT, "deal"), Column.of("owner_id", PERSON, "owner"),
					Column.of("share", DECIMAL, "share"), Column.of("overlay", FLAG, "splitType")));

	private final List<Field> fields;
	private final List<Column> columns;

	ImportKind(List<Field> fields, List<Column> columns) {
		this.fields = fields;
		this.columns = columns;
	}

	/** In the order in which the page shows them. */
	public List<Field> fields() {
		return fields;
	}

	/** In the order in which a {@link Row} carries its values; the identity comes first. */
	public List<Column> columns() {
		return columns;
	}

	public Optional<Field> field(String name) {
		return fields.stream().filter(field -> field.name().equals(name)).findFirst();
	}

	/** Where the owner stands in a row's values; -1 for kinds that have none. */
	public int ownerAt() {
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).type() == PERSON) {
				return i;
			}
		}
		return -1;
	}

	/** What an import with this mapping says about a record; all else stays as it was on records that are known. */
	public List<Column> fedBy(Mapping mapping) {
		return columns.stream().filter(column -> column.fedBy().isEmpty() || column.fedBy().stream().anyMatch(mapping::feeds)).toList();
	}
}
