-- The formula of one role: what a good one is like. Its content stands in its versions.
create table hiring_model (
  id bigint primary key,
  name varchar(120) not null unique,
  made_at timestamp with time zone not null,
  made_by_name varchar(200) not null
);

-- state: DRAFT, PUBLISHED, ARCHIVED; at most one draft of a model. A published version is never changed again: cards keep the one they were filled with.
-- from_day: since when new interviews take it. reason: why it differs from the version it was made from.
create table hiring_model_version (
  id bigint primary key,
  model_id bigint not null references hiring_model,
  version_no integer not null,
  state varchar(20) not null,
  from_day date,
  reason varchar(2000),
  based_on_id bigint references hiring_model_version,
  made_at timestamp with time zone not null,
  made_by_name varchar(200) not null,
  published_at timestamp with time zone,
  published_by_name varchar(200),
  version integer not null,
  unique (model_id, version_no)
);

-- code: the same in every version, so that scores of different versions can be laid side by side. evaluated_by: QUESTIONS, ROLE_PLAY, EXERCISE, REFERENCE.
-- two_pass: scored before and after coaching. questions: one a line.
create table hiring_characteristic (
  id bigint primary key,
  version_id bigint not null references hiring_model_version,
  ordinal integer not null,
  code varchar(60) not null,
  name varchar(120) not null,
  meaning varchar(1000),
  weight numeric(6,2) not null,
  evaluated_by varchar(20) not null,
  two_pass boolean not null,
  anchor_1 varchar(500) not null,
  anchor_3 varchar(500),
  anchor_5 varchar(500) not null,
  anchor_7 varchar(500),
  anchor_10 varchar(500) not null,
  questions varchar(4000),
  unique (version_id, code)
);

-- state: OPEN, PAUSED, CLOSED.
create table hiring_opening (
  id bigint primary key,
  title varchar(160) not null,
  model_id bigint not null references hiring_model,
  team_id bigint references team,
  hiring_manager_id bigint references salesperson,
  recruiter_account_id bigint references account,
  seats integer not null,
  state varchar(20) not null,
  opened_on date not null,
  wanted_by date,
  closed_on date,
  made_at timestamp with time zone not null,
  made_by_name varchar(200) not null,
  form_key varchar(40) not null unique,
  version integer not null
);
create index hiring_opening_manager on hiring_opening (hiring_manager_id);

-- needs_cards: nobody moves on from here while a required scorecard is missing.
create table hiring_stage (
  id bigint primary key,
  opening_id bigint not null references hiring_opening,
  ordinal integer not null,
  name varchar(60) not null,
  needs_cards boolean not null
);
create index hiring_stage_opening on hiring_stage (opening_id, ordinal);

-- Erased: name, contact and notes are null, erased_at says when. keep_until: the day on which that happens by itself.
-- email_key, phone_key: the same person written differently has the same key.
create table candidate (
  id bigint primary key,
  name varchar(200),
  email varchar(254),
  email_key varchar(254),
  phone varchar(60),
  phone_key varchar(30),
  link varchar(500),
  headline varchar(300),
  note varchar(4000),
  external_id varchar(100) unique,
  consent_on date,
  consent_how varchar(300),
  keep_until date not null,
  erased_at timestamp with time zone,
  erased_why varchar(300),
  made_at timestamp with time zone not null,
  made_by_name varchar(200) not null,
  form_key varchar(60) not null unique,
  version integer not null
);
create index candidate_email on candidate (email_key);
create index candidate_phone on candidate (phone_key);
create index candidate_keep on candidate (keep_until);
create index candidate_name on candidate (name);

-- A candidate in one opening. state: ACTIVE, HIRED, REJECTED, WITHDRAWN. source: REFERRAL, FORCED_REFERRAL, LINKEDIN, AGENCY, BOARD, OTHER.
create table candidacy (
  id bigint primary key,
  candidate_id bigint not null references candidate,
  opening_id bigint not null references hiring_opening,
  stage_id bigint not null references hiring_stage,
  stage_since timestamp with time zone not null,
  source varchar(20) not null,
  source_note varchar(200),
  referred_by_id bigint references salesperson,
  applied_on date not null,
  state varchar(20) not null,
  decision_reason varchar(2000),
  decided_at timestamp with time zone,
  decided_by_name varchar(200),
  hired_person_id bigint unique references salesperson,
  hired_on date,
  version integer not null,
  unique (candidate_id, opening_id)
);
create index candidacy_board on candidacy (opening_id, state, stage_id, stage_since, id);
create index candidacy_source on candidacy (source, applied_on);
create index candidacy_applied on candidacy (opening_id, applied_on, id);
create index candidacy_recent on candidacy (applied_on, id);

-- Where a candidate stood and since when; from_stage_id null: came in. why: the reason of a move that was refused first.
create table hiring_stage_move (
  id bigint primary key,
  candidacy_id bigint not null references candidacy,
  from_stage_id bigint references hiring_stage,
  to_stage_id bigint not null references hiring_stage,
  why varchar(500),
  at timestamp with time zone not null,
  by_name varchar(200) not null
);
create index hiring_stage_move_candidacy on hiring_stage_move (candidacy_id, at);

create table candidate_file (
  id bigint primary key,
  candidate_id bigint not null references candidate,
  name varchar(200) not null,
  content_type varchar(100) not null,
  byte_size integer not null,
  content bytea not null,
  at timestamp with time zone not null,
  by_name varchar(200) not null
);
create index candidate_file_candidate on candidate_file (candidate_id);

-- What a candidate said of himself or herself for the check of fairness; read in sums only, never beside a name. It outlives the erased name.
create table candidate_group (
  candidate_id bigint not null references candidate,
  dimension varchar(60) not null,
  group_name varchar(100) not null,
  primary key (candidate_id, dimension)
);

-- Who looked at a candidate's page, files, cards or export.
create table candidate_seen (
  id bigint primary key,
  candidate_id bigint not null references candidate,
  account_id bigint,
  by_name varchar(200) not null,
  what varchar(40) not null,
  at timestamp with time zone not null
);
create index candidate_seen_candidate on candidate_seen (candidate_id, at);

create table hiring_source_cost (
  source varchar(20) not null,
  in_month date not null,
  amount numeric(19,4) not null,
  currency varchar(3) not null,
  primary key (source, in_month)
);

create table hiring_mail_template (
  id bigint primary key,
  name varchar(100) not null unique,
  subject varchar(200) not null,
  body varchar(8000) not null,
  version integer not null
);

-- Forced referral: a new hire's names, asked about one by one. state: TO_ASK, GOOD, NOT_GOOD, UNKNOWN.
create table referral_name (
  id bigint primary key,
  hire_id bigint not null references salesperson,
  name varchar(200),
  link varchar(500),
  state varchar(20) not null,
  said varchar(500),
  asked_at timestamp with time zone,
  candidate_id bigint references candidate,
  added_at timestamp with time zone not null,
  added_by_name varchar(200) not null
);
create index referral_name_hire on referral_name (hire_id, state);

-- state: PLANNED, CANCELLED. sequence_no: goes up with every change, so that calendars take the newer one.
create table interview (
  id bigint primary key,
  candidacy_id bigint not null references candidacy,
  model_version_id bigint not null references hiring_model_version,
  title varchar(160) not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  zone varchar(60) not null,
  place varchar(300),
  state varchar(20) not null,
  sequence_no integer not null,
  made_at timestamp with time zone not null,
  made_by_name varchar(200) not null,
  form_key varchar(40) not null unique,
  version integer not null
);
create index interview_candidacy on interview (candidacy_id);
create index interview_starts on interview (state, starts_at);

-- An interviewer's place in an interview. required: nobody decides without this card.
create table interview_seat (
  id bigint primary key,
  interview_id bigint not null references interview,
  account_id bigint not null references account,
  required boolean not null,
  reminded_at timestamp with time zone,
  unique (interview_id, account_id)
);
create index interview_seat_account on interview_seat (account_id);

-- What an interviewer looks at; no line: everything.
create table interview_focus (
  seat_id bigint not null references interview_seat,
  code varchar(60) not null,
  primary key (seat_id, code)
);

-- state: OPEN, SUBMITTED. recommendation: DEFINITELY_NOT, NO, NO_DECISION, YES, STRONG_YES. candidacy_id, account_id: as of the seat.
create table scorecard (
  id bigint primary key,
  seat_id bigint not null unique references interview_seat,
  candidacy_id bigint not null references candidacy,
  account_id bigint not null references account,
  model_version_id bigint not null references hiring_model_version,
  state varchar(20) not null,
  recommendation varchar(20),
  note varchar(4000),
  opened_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  version integer not null
);
create index scorecard_candidacy on scorecard (candidacy_id, state);
create index scorecard_account on scorecard (account_id, state);

-- score: 1 to 10; null where could_not_tell or not scored. pass_no: 2 is the role play after coaching, of two-pass characteristics only; then only pass 2 counts.
create table scorecard_score (
  id bigint primary key,
  card_id bigint not null references scorecard,
  characteristic_id bigint not null references hiring_characteristic,
  pass_no integer not null,
  score integer,
  could_not_tell boolean not null,
  note varchar(2000),
  unique (card_id, characteristic_id, pass_no)
);

-- What happened between the passes. effort: 1 to 10, shown beside the scores, not counted.
create table scorecard_coaching (
  id bigint primary key,
  card_id bigint not null references scorecard,
  characteristic_id bigint not null references hiring_characteristic,
  self_diagnosis varchar(2000),
  praise varchar(1000),
  improvement varchar(1000),
  effort integer,
  unique (card_id, characteristic_id)
);

-- A change of a card after it was handed in. characteristic_id null: of the recommendation.
create table scorecard_correction (
  id bigint primary key,
  card_id bigint not null references scorecard,
  characteristic_id bigint references hiring_characteristic,
  pass_no integer,
  before_text varchar(100),
  after_text varchar(100),
  reason varchar(500) not null,
  at timestamp with time zone not null,
  by_name varchar(200) not null
);
create index scorecard_correction_card on scorecard_correction (card_id);

-- One line. keep_months: how long a candidate is kept after the last decision. remind_hours: after an interview's end.
create table hiring_setting (
  id integer primary key,
  keep_months integer not null,
  remind_hours integer not null,
  version integer not null
);
insert into hiring_setting (id, keep_months, remind_hours, version) values (1, 24, 4, 0);
