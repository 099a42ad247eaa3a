-- A path as it was from a day on, so that "ready to sell alone" can be told of any day. What was written before versions were kept holds from the first one.
create table path_version (
  role varchar(20) not null,
  from_day date not null,
  written_by_name varchar(200) not null,
  primary key (role, from_day)
);
create table path_stop (
  role varchar(20) not null,
  from_day date not null,
  certification_id bigint not null references certification,
  ordinal integer not null,
  in_month integer not null,
  gate boolean not null,
  primary key (role, from_day, certification_id),
  foreign key (role, from_day) references path_version
);
insert into path_version (role, from_day, written_by_name) select distinct role, date '1970-01-01', '' from path_step;
insert into path_stop (role, from_day, certification_id, ordinal, in_month, gate) select role, date '1970-01-01', certification_id, ordinal, in_month, gate from path_step;
drop table path_step;

-- A renewal may be shorter: fewer minutes, and only some of the behaviours. renewal_minutes null: a renewal is as long as the first time.
alter table certification_version add column renewal_minutes integer;
alter table certification_behaviour add column in_renewal boolean default true not null;
alter table assessment add column renewal boolean default false not null;

-- What people say of their training some months later. Asked of the people in survey_guest; who has answered is kept, what was answered stands apart and without a time or a person.
create table training_survey (
  id bigint primary key,
  title varchar(120) not null,
  asked_at timestamp with time zone not null,
  asked_by_name varchar(200) not null,
  closes_on date not null,
  form_key varchar(40) not null unique,
  version integer not null
);
create table survey_part (
  survey_id bigint not null references training_survey,
  ordinal integer not null,
  name varchar(100) not null,
  primary key (survey_id, ordinal)
);
create table survey_guest (
  survey_id bigint not null references training_survey,
  person_id bigint not null references salesperson,
  answered boolean not null,
  primary key (survey_id, person_id)
);
create index survey_guest_person on survey_guest (person_id);
-- id is drawn by chance, so that answers do not stand in the order in which they came.
create table survey_answer (
  id varchar(36) primary key,
  survey_id bigint not null references training_survey,
  missing varchar(500)
);
create index survey_answer_survey on survey_answer (survey_id);
create table survey_rank (
  answer_id varchar(36) not null references survey_answer,
  ordinal integer not null,
  place integer not null,
  primary key (answer_id, ordinal)
);

-- What is told to a learning record store. id is the statement's own, made of what it says, so that nothing is told twice.
create table xapi_statement (
  id varchar(36) primary key,
  what varchar(60) not null unique,
  body text not null,
  state varchar(12) not null,
  tries integer not null,
  posted_at timestamp with time zone not null,
  next_try_at timestamp with time zone,
  claim varchar(80),
  claimed_at timestamp with time zone,
  ended_at timestamp with time zone,
  detail varchar(300)
);
create index xapi_statement_due on xapi_statement (state, next_try_at);
