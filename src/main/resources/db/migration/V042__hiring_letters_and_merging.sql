-- A mail to somebody without an account. What it says and to whom is shown to nobody who looks after the outbox; address and name go with the text.
alter table notice add column outside boolean default false not null;
alter table notice add column to_name varchar(200);
alter table notice add column to_email varchar(254);
alter table notice add column reply_to varchar(254);

-- A letter that was sent to a candidate by the application's own mail. Its notice has the key letter-ID. It goes with the candidate's name.
create table hiring_letter (
  id bigint primary key,
  candidate_id bigint not null references candidate,
  template_name varchar(100),
  subject varchar(200) not null,
  body varchar(8000) not null,
  to_email varchar(254) not null,
  at timestamp with time zone not null,
  by_name varchar(200) not null,
  form_key varchar(40) not null unique
);
create index hiring_letter_candidate on hiring_letter (candidate_id, at);

-- Somebody who had been entered twice: everything has gone to the other one, and only the keys by which the same person is known again stay here.
alter table candidate add column merged_into_id bigint references candidate;
create index candidate_merged on candidate (merged_into_id);

-- The table of all candidates by their state, the latest first.
create index candidacy_state on candidacy (state, applied_on, id);

-- What a candidate can be recorded as, in the words of the company.
create table hiring_group_choice (
  dimension varchar(60) not null,
  group_name varchar(100) not null,
  ordinal integer not null,
  primary key (dimension, group_name)
);
