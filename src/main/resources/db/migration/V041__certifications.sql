-- What can be certified. What it asks stands in its versions; it is retired and never deleted.
create table certification (
  id bigint primary key,
  latest_no integer not null,
  retired_at timestamp with time zone,
  form_key varchar(40) not null unique,
  version integer not null
);

-- Never changed: who was scored by it has read these words. stage: the code of a step of the main sales process; null: the whole of it.
-- floor_mark: least that each behaviour needs; null: none. valid_months null: for ever. renewal_days: how long before its end a certificate can be renewed.
create table certification_version (
  id bigint primary key,
  certification_id bigint not null references certification,
  version_no integer not null,
  title varchar(120) not null,
  cert_level varchar(10) not null,
  stage varchar(100),
  scenario varchar(4000) not null,
  minutes integer not null,
  result_rule varchar(10) not null,
  pass_mark numeric(4,2) not null,
  floor_mark numeric(4,2),
  evaluators integer not null,
  valid_months integer,
  renewal_days integer not null,
  published_at timestamp with time zone not null,
  published_by_name varchar(200) not null,
  unique (certification_id, version_no)
);

create table certification_behaviour (
  version_id bigint not null references certification_version,
  ordinal integer not null,
  name varchar(120) not null,
  at_one varchar(500) not null,
  at_five varchar(500) not null,
  at_seven varchar(500) not null,
  at_ten varchar(500) not null,
  primary key (version_id, ordinal)
);

-- What must have happened before the stage counts as done. evidence: ON_FILE or BUYER_CONFIRMS.
create table certification_criterion (
  version_id bigint not null references certification_version,
  ordinal integer not null,
  wording varchar(300) not null,
  evidence varchar(20) not null,
  primary key (version_id, ordinal)
);

-- An appointment for a role play, and then its result. state: PLANNED, SETTLED or CALLED_OFF. meets_at is the wall clock of the company's zone.
create table assessment (
  id bigint primary key,
  version_id bigint not null references certification_version,
  person_id bigint not null references salesperson,
  meets_at timestamp not null,
  place varchar(200),
  state varchar(12) not null,
  made_at timestamp with time zone not null,
  made_by_name varchar(200) not null,
  called_off_why varchar(300),
  settled_at timestamp with time zone,
  score numeric(5,2),
  verified boolean,
  passed boolean,
  form_key varchar(40) not null unique,
  version integer not null
);
create index assessment_person on assessment (person_id);
create index assessment_version on assessment (version_id);
create index assessment_open on assessment (state, meets_at);

-- One evaluator's card. An evaluator has a place in the line, an account, or both. met: places of the exit criteria that were met, with commas.
create table assessment_card (
  id bigint primary key,
  assessment_id bigint not null references assessment,
  person_id bigint references salesperson,
  account_id bigint,
  evaluator_name varchar(200) not null,
  met varchar(100),
  praise varchar(1000),
  better varchar(1000),
  kept_at timestamp with time zone,
  handed_in_at timestamp with time zone,
  version integer not null,
  unique (assessment_id, person_id),
  unique (assessment_id, account_id),
  check (person_id is not null or account_id is not null)
);
create index assessment_card_person on assessment_card (person_id);
create index assessment_card_account on assessment_card (account_id);

create table assessment_score (
  card_id bigint not null references assessment_card,
  ordinal integer not null,
  points integer not null check (points in (1, 5, 7, 10)),
  seen varchar(500),
  primary key (card_id, ordinal)
);

-- What a passed role play gives. Its words stay as they were printed. number: what stands in its public address. status_index: its place in the list of what was revoked.
create table certificate (
  id bigint primary key,
  assessment_id bigint not null unique references assessment,
  certification_id bigint not null references certification,
  person_id bigint not null references salesperson,
  number varchar(40) not null unique,
  status_index integer not null unique,
  holder varchar(200) not null,
  title varchar(120) not null,
  cert_level varchar(10) not null,
  earned_on date not null,
  last_day date,
  renewal_days integer not null,
  renews_id bigint references certificate,
  revoked_at timestamp with time zone,
  revoked_by_name varchar(200),
  revoked_why varchar(300),
  version integer not null
);
create index certificate_person on certificate (person_id, certification_id);
create index certificate_last_day on certificate (last_day);

-- What somebody new earns one after the other, by role; in_month 1 is the first month at work. gate: needed to sell alone.
create table path_step (
  role varchar(20) not null,
  certification_id bigint not null references certification,
  ordinal integer not null,
  in_month integer not null,
  gate boolean not null,
  primary key (role, certification_id)
);

-- The key that signs badges, made once. One row; whoever gives a certificate its place in the list of what was revoked locks it.
create table badge_issuer (
  id smallint primary key check (id = 1),
  next_index integer not null,
  private_key varchar(4000),
  public_key varchar(1000),
  made_at timestamp with time zone
);
insert into badge_issuer (id, next_index) values (1, 0);
