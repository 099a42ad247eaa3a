-- What somebody above the manager said to one edition of a plan. A plan that is asked about again gets another turn;
-- reopened_by names the director's inspection that asked for it. A plan counts as inspected by its last turn of its edition
-- that was accepted and not reopened.
create table director_inspection (
  id bigint primary key,
  director_id bigint not null references salesperson,
  in_month date not null,
  turn integer not null,
  outcome varchar(20) not null,
  reason varchar(2000),
  plans integer not null,
  inspected integer not null,
  inspector_id bigint not null references salesperson,
  inspected_at timestamp with time zone not null,
  inspected_by varchar(200) not null,
  unique (director_id, in_month, turn)
);
create index director_inspection_month on director_inspection (in_month);
create index director_inspection_inspector on director_inspection (inspector_id);

create table plan_inspection (
  id bigint primary key,
  plan_id bigint not null references coaching_plan,
  edition integer not null,
  turn integer not null,
  outcome varchar(20) not null,
  skill_clear boolean,
  skill_note varchar(1000),
  decision_clear boolean,
  decision_note varchar(1000),
  plan_clear boolean,
  plan_note varchar(1000),
  reason varchar(2000),
  inspector_id bigint not null references salesperson,
  inspected_at timestamp with time zone not null,
  inspected_by varchar(200) not null,
  reopened_by_id bigint references director_inspection,
  unique (plan_id, edition, turn)
);
create index plan_inspection_inspector on plan_inspection (inspector_id);
create index plan_inspection_reopened on plan_inspection (reopened_by_id);

-- The plans that were looked at; again: the director has to inspect this one once more.
create table director_inspection_sample (
  inspection_id bigint not null references director_inspection,
  plan_id bigint not null references coaching_plan,
  again boolean not null,
  primary key (inspection_id, plan_id)
);
create index director_inspection_sample_plan on director_inspection_sample (plan_id);

-- What became of the metric of one plan. Changes are relative, 0.12 for 12 %; log_change points in the good direction.
-- count_ is null where the metric is an average of deals; everything from expected on where the verdict is NOT_ENOUGH_DATA.
create table coaching_effect (
  id bigint primary key,
  plan_id bigint not null unique references coaching_plan,
  edition integer not null,
  cohort varchar(100) not null,
  count_before bigint,
  count_after bigint,
  trials_before bigint not null,
  trials_after bigint not null,
  plain_before double precision,
  plain_after double precision,
  expected double precision,
  naive_change double precision,
  relative_change double precision,
  low_change double precision,
  high_change double precision,
  probability_better double precision,
  common_change double precision,
  peers integer not null,
  log_change double precision,
  log_variance double precision,
  shared_variance double precision,
  verdict varchar(20) not null,
  measured_at timestamp with time zone not null
);

-- One row, locked while effects are measured, so that two requests or nodes do it one after the other; the night's timer
-- of one node claims the day in it.
create table effect_run (
  id smallint primary key,
  claimed_on date,
  measured_at timestamp with time zone
);
insert into effect_run (id) values (1);
