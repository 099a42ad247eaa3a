-- What was shown stays what was shown: the candidates as they stood, and everybody's figures, are kept as of the opening.
-- form_key: the form that it was sent from; a second press of its button finds the first.
create table town_meeting (
  id bigint primary key,
  title varchar(200) not null,
  reasons varchar(4000) not null,
  first_month date not null,
  last_month date not null,
  comments_until date not null,
  opened_at timestamp with time zone not null,
  opened_by_name varchar(200) not null,
  closed_at timestamp with time zone,
  closed_by_name varchar(200),
  form_key varchar(40) not null unique,
  version integer not null
);

-- ordinal: 1 to 3. targets_json: what 100 % is for a component, in units of its window, where the reader has no quota.
create table town_meeting_candidate (
  meeting_id bigint not null references town_meeting,
  ordinal integer not null,
  version_id bigint not null references plan_version,
  plan_name varchar(200) not null,
  version_number integer not null,
  terms_json text not null,
  targets_json text not null,
  primary key (meeting_id, ordinal)
);

-- quotas_json: a year's units by component, as the figures were computed with.
create table town_meeting_invited (
  id bigint primary key,
  meeting_id bigint not null references town_meeting,
  person_id bigint not null references salesperson,
  quotas_json text not null,
  unique (meeting_id, person_id)
);
create index town_meeting_invited_person on town_meeting_invited (person_id);

-- ordinal: 0 for the plan of that day (none for who was on none), else the candidate's. amount: null when it could not be computed; then the reason stands there.
create table town_meeting_figure (
  invited_id bigint not null references town_meeting_invited,
  ordinal integer not null,
  amount numeric(19,4),
  currency varchar(3),
  reason_key varchar(200),
  arguments_json varchar(4000),
  primary key (invited_id, ordinal)
);

-- candidate: null for a comment on the whole.
create table town_meeting_comment (
  id bigint primary key,
  meeting_id bigint not null references town_meeting,
  candidate integer,
  person_id bigint not null references salesperson,
  person_name varchar(200) not null,
  said varchar(2000) not null,
  said_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  answer varchar(2000),
  answered_at timestamp with time zone,
  answered_by_name varchar(200),
  form_key varchar(40) not null unique,
  version integer not null
);
create index town_meeting_comment_meeting on town_meeting_comment (meeting_id);

-- comment_id: the comment that it came from, if it came from one.
create table town_meeting_change (
  id bigint primary key,
  meeting_id bigint not null references town_meeting,
  what varchar(2000) not null,
  comment_id bigint references town_meeting_comment,
  entered_at timestamp with time zone not null,
  entered_by_name varchar(200) not null,
  form_key varchar(40) not null unique
);
create index town_meeting_change_meeting on town_meeting_change (meeting_id);
