create sequence ids start with 50 increment by 50;

-- only_one: two set-ups at once cannot both commit.
create table company (
  id bigint primary key,
  only_one smallint default 1 not null unique check (only_one = 1),
  name varchar(200) not null,
  currency varchar(3) not null,
  zone varchar(60) not null,
  fiscal_year_start_month smallint not null,
  working_days varchar(7) not null,
  ranking_shown boolean not null,
  demo boolean not null,
  version integer not null
);

create table holiday (
  holiday_on date primary key,
  name varchar(100) not null
);

create table region (
  id bigint primary key,
  name varchar(100) not null unique,
  version integer not null
);

create table team (
  id bigint primary key,
  name varchar(100) not null unique,
  region_id bigint references region,
  closed_on date,
  version integer not null
);

create table salesperson (
  id bigint primary key,
  name varchar(200) not null,
  email varchar(254) unique,
  external_id varchar(100) unique,
  started_on date not null,
  left_on date,
  version integer not null
);
create index salesperson_name on salesperson (name);

-- A person's place in the line from from_day (inclusive) until until_day (exclusive; null = still).
create table position_held (
  id bigint primary key,
  person_id bigint not null references salesperson,
  role varchar(20) not null,
  job_title varchar(100),
  segment varchar(60),
  team_id bigint references team,
  region_id bigint references region,
  superior_id bigint references salesperson,
  from_day date not null,
  until_day date,
  unique (person_id, from_day)
);
create index position_held_superior on position_held (superior_id);
create index position_held_team on position_held (team_id);

create table account (
  id bigint primary key,
  login varchar(100) not null unique,
  name varchar(200) not null,
  email varchar(254) unique,
  password_hash varchar(300),
  role varchar(20) not null,
  person_id bigint unique references salesperson,
  active boolean not null,
  epoch integer not null,
  language varchar(10),
  theme varchar(10),
  density varchar(20),
  created_at timestamp with time zone not null,
  last_sign_in_at timestamp with time zone,
  version integer not null
);

create table remembered_sign_in (
  selector varchar(40) primary key,
  account_id bigint not null references account,
  secret_hash varchar(100) not null,
  previous_secret_hash varchar(100),
  rotated_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  device varchar(200)
);
create index remembered_sign_in_account on remembered_sign_in (account_id);

-- account_key: "account " and its number, or "name " and the SHA-256 of what was typed.
create table sign_in_attempt (
  id bigint primary key,
  account_key varchar(100) not null,
  address varchar(60) not null,
  attempted_at timestamp with time zone not null,
  outcome varchar(10) not null
);
create index sign_in_attempt_account on sign_in_attempt (account_key, attempted_at);
create index sign_in_attempt_address on sign_in_attempt (address, attempted_at);
create index sign_in_attempt_at on sign_in_attempt (attempted_at);

create table invitation (
  token_hash varchar(100) primary key,
  account_id bigint not null references account,
  created_at timestamp with time zone not null,
  created_by bigint references account,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create index invitation_account on invitation (account_id);

create table api_token (
  id bigint primary key,
  account_id bigint not null references account,
  name varchar(100) not null,
  token_hash varchar(100) not null unique,
  scopes varchar(1000) not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone
);
create index api_token_account on api_token (account_id);

-- Append-only: nothing in the application updates or deletes a line.
create table audit_entry (
  id bigint primary key,
  happened_at timestamp with time zone not null,
  account_id bigint,
  account_name varchar(200) not null,
  address varchar(60),
  action varchar(60) not null,
  subject_type varchar(60) not null,
  subject_id varchar(60),
  subject_name varchar(300),
  before_text text,
  after_text text
);
create index audit_entry_at on audit_entry (happened_at);
create index audit_entry_account on audit_entry (account_id, happened_at);
create index audit_entry_subject on audit_entry (subject_type, subject_id);
