-- Whom the text of an owner column means, as somebody said for this source; without a person it means nobody in the sales line.
create table import_owner (
  source_id bigint not null references import_source,
  owner_text varchar(254) not null,
  person_id bigint references salesperson,
  primary key (source_id, owner_text)
);

-- Why a line is not imported; several reasons are numbered.
create table import_rejection (
  batch_id bigint not null references import_batch,
  line_no bigint not null,
  ordinal integer not null,
  column_name varchar(400),
  value_text varchar(400),
  reason_key varchar(200) not null,
  reason_arguments text,
  mend varchar(200),
  primary key (batch_id, line_no, ordinal)
);

-- The first lines that would change a known record, for the preview.
create table import_changed (
  batch_id bigint not null references import_batch,
  line_no bigint not null,
  primary key (batch_id, line_no)
);

-- Commits take turns at this row, so that two imports never decide about the same records at once.
create table import_turn (
  id smallint primary key,
  taken_at timestamp with time zone
);
insert into import_turn (id) values (1);

-- Lines wait in a table of their own, staged_<batch>, made when a file is checked and dropped when it is imported or given up.

-- How people stood before and after a batch: JSON of the person with all places; nothing before means new.
create table person_before (
  batch_id bigint not null references import_batch,
  person_id bigint not null,
  before_text text,
  after_text text not null,
  primary key (batch_id, person_id)
);

-- Teams and regions that a batch of people brought along.
create table roster_made (
  batch_id bigint not null references import_batch,
  what varchar(10) not null,
  made_id bigint not null,
  primary key (batch_id, what, made_id)
);

-- How records stood before a batch changed them; last_batch_id is the batch that had touched them before.
create table lead_before (
  batch_id bigint not null references import_batch,
  line_no bigint not null,
  record_id bigint not null,
  external_id varchar(100) not null,
  owner_id bigint,
  created_on date,
  assigned_on date,
  first_worked_on date,
  origin varchar(100),
  persona varchar(100),
  status varchar(100),
  company varchar(200),
  country varchar(100),
  last_batch_id bigint not null,
  primary key (batch_id, line_no)
);
create index lead_before_last on lead_before (last_batch_id);

create table activity_before (
  batch_id bigint not null references import_batch,
  line_no bigint not null,
  record_id bigint not null,
  external_id varchar(100) not null,
  type varchar(30),
  happened_at timestamp,
  happened_on date,
  owner_id bigint,
  outcome varchar(100),
  lead_external_id varchar(100),
  last_batch_id bigint not null,
  primary key (batch_id, line_no)
);
create index activity_before_last on activity_before (last_batch_id);

create table deal_before (
  batch_id bigint not null references import_batch,
  line_no bigint not null,
  record_id bigint not null,
  external_id varchar(100) not null,
  name varchar(300),
  owner_id bigint,
  customer varchar(200),
  product varchar(200),
  pipeline varchar(100),
  stage varchar(100),
  state varchar(10),
  created_on date,
  closed_on date,
  lost_reason varchar(200),
  amount numeric(19,4),
  mrr numeric(19,4),
  currency varchar(3),
  discount numeric(9,4),
  payment_terms varchar(60),
  prepaid_months integer,
  lead_external_id varchar(100),
  last_batch_id bigint not null,
  primary key (batch_id, line_no)
);
create index deal_before_last on deal_before (last_batch_id);

create table cancellation_before (
  batch_id bigint not null references import_batch,
  line_no bigint not null,
  record_id bigint not null,
  external_id varchar(100) not null,
  deal_external_id varchar(100),
  customer varchar(200),
  cancelled_on date,
  reason varchar(200),
  mrr numeric(19,4),
  currency varchar(3),
  last_batch_id bigint not null,
  primary key (batch_id, line_no)
);
create index cancellation_before_last on cancellation_before (last_batch_id);

create table payment_before (
  batch_id bigint not null references import_batch,
  line_no bigint not null,
  record_id bigint not null,
  external_id varchar(100) not null,
  deal_external_id varchar(100),
  customer varchar(200),
  paid_on date,
  amount numeric(19,4),
  currency varchar(3),
  months_covered integer,
  last_batch_id bigint not null,
  primary key (batch_id, line_no)
);
create index payment_before_last on payment_before (last_batch_id);
