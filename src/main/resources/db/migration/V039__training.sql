-- What the methodology is made of, in the order in which it is taught. kind: BUYER_JOURNEY, SALES_PROCESS or QUALIFYING.
create table training_part (
  id bigint primary key,
  ordinal integer not null,
  kind varchar(20) not null,
  name varchar(100) not null unique
);

-- A question of the bank as it is now. What it asks and what is right stands in its versions; the columns here are what lists show and draws need.
-- family: shared by variants. fingerprint: of what is asked and what is right, so that importing a file again changes nothing.
create table bank_question (
  id bigint primary key,
  part_id bigint not null references training_part,
  name varchar(200) not null,
  kind varchar(20) not null,
  difficulty varchar(10) not null,
  family varchar(100) not null,
  tags varchar(1000) not null,
  fingerprint varchar(64) not null,
  latest_no integer not null,
  retired boolean not null,
  version integer not null
);
create index bank_question_part on bank_question (part_id);
create index bank_question_fingerprint on bank_question (fingerprint);

-- Never changed and never deleted: an attempt refers to the words that were shown. gift: the whole question as GIFT.
create table question_version (
  id bigint primary key,
  question_id bigint not null references bank_question,
  version_no integer not null,
  gift varchar(60000) not null,
  made_at timestamp with time zone not null,
  made_by_name varchar(200) not null,
  unique (question_id, version_no)
);

-- state: DRAFT, OPEN, CLOSED. pass_mark and penalty in percent; attempts null: any number; wait_hours after an attempt that was not passed.
-- shows: what the result tells: MARK, ANSWERS (which were right) or SOLUTIONS. valid_months null: for ever.
create table exam (
  id bigint primary key,
  title varchar(120) not null,
  about varchar(2000),
  minutes integer not null,
  pass_mark integer not null,
  attempts integer,
  wait_hours integer not null,
  shuffle_questions boolean not null,
  shuffle_answers boolean not null,
  no_going_back boolean not null,
  penalty integer not null,
  shows varchar(20) not null,
  valid_months integer,
  state varchar(20) not null,
  made_at timestamp with time zone not null,
  made_by_name varchar(200) not null,
  form_key varchar(60) not null unique,
  version integer not null
);

-- The blueprint: so many questions of a part; difficulty null: any.
create table exam_line (
  exam_id bigint not null references exam,
  ordinal integer not null,
  part_id bigint not null references training_part,
  difficulty varchar(10),
  questions integer not null,
  primary key (exam_id, ordinal)
);

-- Who may sit it. extra_percent: more time for this person. withdrawn: what was sat stays.
create table exam_assignment (
  id bigint primary key,
  exam_id bigint not null references exam,
  person_id bigint not null references salesperson,
  due_on date,
  extra_percent integer not null,
  withdrawn boolean not null,
  assigned_at timestamp with time zone not null,
  assigned_by_name varchar(200) not null,
  version integer not null,
  unique (exam_id, person_id)
);
create index exam_assignment_person on exam_assignment (person_id);

-- running_key: exam and person while it runs, null afterwards: nobody has two running attempts at one exam.
-- The rules under which it was sat are kept with it. finished_how: SUBMITTED or CLOCK. passed null: a person has to mark it first.
create table exam_attempt (
  id bigint primary key,
  exam_id bigint not null references exam,
  person_id bigint not null references salesperson,
  attempt_no integer not null,
  running_key varchar(60) unique,
  seed bigint not null,
  shuffle_answers boolean not null,
  no_going_back boolean not null,
  pass_mark integer not null,
  penalty integer not null,
  started_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  reached integer not null,
  finished_at timestamp with time zone,
  finished_how varchar(20),
  points numeric(12,5),
  of_points numeric(12,5) not null,
  waiting integer not null,
  passed boolean,
  valid_until date,
  version integer not null,
  unique (exam_id, person_id, attempt_no)
);
create index exam_attempt_person on exam_attempt (person_id);
create index exam_attempt_ends on exam_attempt (running_key, ends_at);

-- answer: by the places of the key, whatever order was shown. seq: of the client that wrote it; the higher one wins.
-- late_answer: what came after the end and its grace; kept, and counted only when a trainer says so. credit null: waits to be marked.
create table attempt_question (
  attempt_id bigint not null references exam_attempt,
  ordinal integer not null,
  question_id bigint not null references bank_question,
  version_id bigint not null references question_version,
  graded_version_id bigint references question_version,
  points numeric(9,2) not null,
  answer varchar(20010),
  seq bigint not null,
  saved_at timestamp with time zone,
  flagged boolean not null,
  late_answer varchar(20010),
  late_at timestamp with time zone,
  credit numeric(7,5),
  marks varchar(1000),
  remark varchar(2000),
  marked_by_name varchar(200),
  primary key (attempt_id, ordinal)
);
create index attempt_question_question on attempt_question (question_id);

-- A key was wrong: who graded again, and what changed for whom.
create table exam_regrade (
  id bigint primary key,
  exam_id bigint not null references exam,
  question_id bigint not null references bank_question,
  to_version_id bigint not null references question_version,
  reason varchar(500) not null,
  by_name varchar(200) not null,
  at timestamp with time zone not null,
  attempts integer not null
);
create index exam_regrade_exam on exam_regrade (exam_id);

create table exam_regrade_change (
  regrade_id bigint not null references exam_regrade,
  attempt_id bigint not null references exam_attempt,
  credit_before numeric(7,5),
  credit_after numeric(7,5),
  percent_before numeric(5,2),
  percent_after numeric(5,2),
  passed_before boolean,
  passed_after boolean,
  primary key (regrade_id, attempt_id)
);
