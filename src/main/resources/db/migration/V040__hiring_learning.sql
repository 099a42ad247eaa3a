-- The three questions about a version of a hiring model, asked for the best hires and for slow starters: what do they share, what does not matter, what is missing. One line for each version.
create table hiring_reflection (
  id bigint primary key,
  version_id bigint not null unique references hiring_model_version,
  best_share varchar(2000),
  best_no_matter varchar(2000),
  best_missing varchar(2000),
  slow_share varchar(2000),
  slow_no_matter varchar(2000),
  slow_missing varchar(2000),
  written_at timestamp with time zone not null,
  written_by_name varchar(200) not null,
  version integer not null
);

-- New weights that somebody accepted. from_version_id is unique: of one version something is accepted once. people: how many hires it was learnt from.
-- rank_before, rank_unseen: how well the old and the new weights ranked the hired; null where it was not known. measure: ATTAINMENT, RAMP, RETENTION, LASTING.
create table hiring_lesson (
  id bigint primary key,
  model_id bigint not null references hiring_model,
  from_version_id bigint not null unique references hiring_model_version,
  to_version_id bigint not null references hiring_model_version,
  measure varchar(20) not null,
  people integer not null,
  rank_before numeric(9,6),
  rank_unseen numeric(9,6),
  reason varchar(2000) not null,
  accepted_at timestamp with time zone not null,
  accepted_by_name varchar(200) not null
);
create index hiring_lesson_model on hiring_lesson (model_id, accepted_at);
