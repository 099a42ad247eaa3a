-- in_month is the coaching month: its talks are about the figures up to the end of the month before.

create table skill (
  id bigint primary key,
  name varchar(120) not null unique,
  metric varchar(100) not null,
  meaning varchar(1000) not null,
  active boolean not null,
  version integer not null
);
create index skill_metric on skill (metric);

create table skill_activity (
  id bigint primary key,
  skill_id bigint not null references skill,
  ordinal integer not null,
  kind varchar(30) not null,
  what varchar(300) not null,
  usual_count integer not null
);
create index skill_activity_skill on skill_activity (skill_id, ordinal);

create table self_review (
  id bigint primary key,
  person_id bigint not null references salesperson,
  in_month date not null,
  how_was_it varchar(4000),
  went_well varchar(4000),
  to_improve varchar(4000),
  skill_id bigint references skill,
  own_skill varchar(300),
  help varchar(4000),
  saved_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  version integer not null,
  unique (person_id, in_month)
);
create index self_review_month on self_review (in_month);

-- What the rep says to one chart, where every rep of the team stands on one metric.
create table self_review_look (
  review_id bigint not null references self_review,
  metric varchar(100) not null,
  sees varchar(2000),
  why varchar(2000),
  primary key (review_id, metric)
);

-- One plan a person and month, one skill a plan. metric, baseline and window are fixed when it is agreed.
-- baseline_successes of baseline_trials for a rate; for an average or a volume: the sum, and what it was divided by.
-- edition counts the agreements: a plan that was sent back and agreed again is edition 2.
create table coaching_plan (
  id bigint primary key,
  person_id bigint not null references salesperson,
  in_month date not null,
  manager_id bigint not null references salesperson,
  skill_id bigint references skill,
  skill_name varchar(120),
  how_decided varchar(2000),
  evidence text,
  metric varchar(100),
  baseline_successes numeric(19,4),
  baseline_trials numeric(19,4),
  baseline_value numeric(19,6),
  target_value numeric(19,6),
  window_from date not null,
  window_until date not null,
  status varchar(20) not null,
  edition integer not null,
  talk_at timestamp,
  talk_note varchar(4000),
  private_note varchar(4000),
  note_shared boolean not null,
  sent_back_reason varchar(2000),
  agreed_at timestamp with time zone,
  agreed_by varchar(200),
  changed_at timestamp with time zone not null,
  changed_by varchar(200) not null,
  version integer not null,
  unique (person_id, in_month)
);
create index coaching_plan_month on coaching_plan (in_month, manager_id);
create index coaching_plan_manager on coaching_plan (manager_id);

create table plan_activity (
  id bigint primary key,
  plan_id bigint not null references coaching_plan,
  ordinal integer not null,
  kind varchar(30) not null,
  what varchar(300) not null,
  planned_count integer not null,
  due_on date not null,
  done_count integer not null,
  carried_from_id bigint references plan_activity
);
create index plan_activity_plan on plan_activity (plan_id, ordinal);
create index plan_activity_carried on plan_activity (carried_from_id);

create table check_in (
  id bigint primary key,
  plan_id bigint not null references coaching_plan,
  held_on date not null,
  note varchar(4000) not null,
  minutes integer not null,
  noted_at timestamp with time zone not null,
  noted_by varchar(200) not null
);
create index check_in_plan on check_in (plan_id, held_on);

-- The one ledger of time spent on coaching: a check-in writes its line here too.
create table coaching_time (
  id bigint primary key,
  coach_id bigint not null references salesperson,
  person_id bigint not null references salesperson,
  spent_on date not null,
  minutes integer not null,
  kind varchar(30) not null,
  note varchar(500),
  check_in_id bigint unique references check_in,
  noted_at timestamp with time zone not null
);
create index coaching_time_coach on coaching_time (coach_id, spent_on);
create index coaching_time_person on coaching_time (person_id, spent_on);

-- A notice on somebody's own Today page. One a person, month and kind: reminding again moves its time.
create table reminder (
  id bigint primary key,
  person_id bigint not null references salesperson,
  in_month date not null,
  kind varchar(30) not null,
  sent_at timestamp with time zone not null,
  sent_by varchar(200) not null,
  times integer not null,
  unique (person_id, in_month, kind)
);

-- The library that a company starts from. The sequence never gives a negative number.

insert into skill (id, name, metric, meaning, active, version) values
  (-1, 'Prepared tries', 'CONVERSION:LEADS_WORKED:CONNECTS', 'Many leads are tried and few answer. Try fewer, prepare each one, speak to the buyer''s own situation, and call in fixed blocks of time.', true, 1),
  (-2, 'A planned prospecting day', 'VOLUME:LEADS_WORKED', 'Few leads are worked. Either calling is put off, or the day has no place for it.', true, 1),
  (-3, 'Opening with curiosity', 'CONVERSION:CONNECTS:DISCOVERIES', 'People answer but give no time for a second talk. Open on their world, build rapport, ask before telling.', true, 1),
  (-4, 'Developing goal and need', 'CONVERSION:DISCOVERIES:DEMOS', 'Discovery ends without a reason for a demo. Find the goal behind the interest, put a number on it, and learn what happens if nothing changes.', true, 1),
  (-5, 'Reaching the decision-maker', 'CONVERSION:DEMOS:CUSTOMERS', 'Demos are given to people who cannot decide. Find out who signs and have that person in the room.', true, 1),
  (-6, 'Urgency and a next step', 'CONVERSION:DEMOS:CUSTOMERS', 'Buyers like what they see and then wait. Tie the solution to a date of theirs, and leave no demo without an agreed next step.', true, 1),
  (-7, 'Strict qualification', 'CONVERSION:DEMOS:CUSTOMERS', 'Too many demos go to buyers who never could buy. Qualify harder before the demo, and say no early.', true, 1),
  (-8, 'Value before price', 'MRR_PER_CUSTOMER', 'Customers buy small. Find what the problem costs them before a price is named, and hold the price when asked for less.', true, 1),
  (-9, 'Holding the price', 'DISCOUNT', 'Deals are won with more discount than others need. Trade instead of giving, and know what is given in return.', true, 1),
  (-10, 'Setting expectations', 'CHURN', 'Customers leave soon after they came. Sell what the product does, agree what success looks like, and hand over well.', true, 1);

insert into skill_activity (id, skill_id, ordinal, kind, what, usual_count) values
  (-1, -1, 1, 'SIT_IN', 'Sit in on a prospecting hour', 2),
  (-2, -1, 2, 'PRACTICE', 'Rewrite the voicemail and the first e-mail for one persona', 1),
  (-3, -1, 3, 'CALL_REVIEW', 'Listen to five tries that nobody answered', 2),
  (-4, -2, 1, 'PRACTICE', 'Plan the week''s calling blocks and keep them', 4),
  (-5, -2, 2, 'SIT_IN', 'Call side by side for an hour', 2),
  (-6, -3, 1, 'ROLE_PLAY', 'Role play of the first minute', 3),
  (-7, -3, 2, 'CALL_REVIEW', 'Listen to recorded openings together', 2),
  (-8, -3, 3, 'EXAM', 'Exam on the buyer''s journey', 1),
  (-9, -4, 1, 'CALL_REVIEW', 'Go through discovery calls with the qualifying matrix', 3),
  (-10, -4, 2, 'DEAL_REVIEW', 'Read the disqualification reasons of the last month', 1),
  (-11, -4, 3, 'ROLE_PLAY', 'Role play: from a problem to a number', 2),
  (-12, -5, 1, 'CALL_REVIEW', 'Review demo recordings: who was in the room?', 4),
  (-13, -5, 2, 'ROLE_PLAY', 'Role play: asking for the person who signs', 2),
  (-14, -5, 3, 'SHADOWING', 'Shadow two demos of a colleague who closes well', 2),
  (-15, -6, 1, 'DEAL_REVIEW', 'Go through the deals that ended without a decision', 2),
  (-16, -6, 2, 'ROLE_PLAY', 'Role play of the last five minutes of a demo', 2),
  (-17, -7, 1, 'DEAL_REVIEW', 'Go through the open demos with the qualifying matrix', 2),
  (-18, -7, 2, 'CALL_REVIEW', 'Review the discovery calls behind lost demos', 3),
  (-19, -8, 1, 'ROLE_PLAY', 'Pricing role play', 3),
  (-20, -8, 2, 'CALL_REVIEW', 'Listen for the moment when the price is named', 3),
  (-21, -9, 1, 'ROLE_PLAY', 'Role play: the buyer asks for 20 per cent', 3),
  (-22, -9, 2, 'DEAL_REVIEW', 'Go through the discounted deals: what came back for it?', 1),
  (-23, -10, 1, 'DEAL_REVIEW', 'Call three customers who left, with customer success', 1),
  (-24, -10, 2, 'ROLE_PLAY', 'Role play of the hand-over talk', 2);
