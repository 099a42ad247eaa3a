-- The methodology, version by version. A draft has a draft_key, so that there is one at most; what is published is never changed. matrix: BANT, GPCT or OWN.
create table methodology_version (
  id bigint primary key,
  version_no integer not null unique,
  matrix varchar(10) not null,
  what_is_new varchar(500),
  draft_key integer unique,
  made_at timestamp with time zone not null,
  made_by_name varchar(200) not null,
  published_at timestamp with time zone,
  published_by_name varchar(200),
  version integer not null
);

-- Its lines: stages of the buyer journey, stages of the sales process, fields of the matrix. part_id: of the bank's part that it is; null in a draft for one that is new.
-- about: what the buyer does, what the seller does, the question. good: what a good answer is. follows: ordinal of the journey's stage. step: code of a step of the main sales process.
create table methodology_line (
  version_id bigint not null references methodology_version,
  kind varchar(20) not null,
  ordinal integer not null,
  part_id bigint references training_part,
  name varchar(100) not null,
  about varchar(2000),
  good varchar(2000),
  follows integer,
  step varchar(100),
  verified boolean not null,
  primary key (version_id, kind, ordinal)
);
create index methodology_line_part on methodology_line (part_id);

-- What must have happened before the stage with that ordinal is left. evidence: SELLER_SAYS (in a draft only), ON_FILE or BUYER_CONFIRMS.
create table methodology_criterion (
  version_id bigint not null references methodology_version,
  stage integer not null,
  ordinal integer not null,
  wording varchar(300) not null,
  evidence varchar(20) not null,
  primary key (version_id, stage, ordinal)
);

-- What is taught, laid out from a version of the methodology. retired: no new classes.
create table curriculum (
  id bigint primary key,
  title varchar(120) not null,
  methodology_id bigint not null references methodology_version,
  made_at timestamp with time zone not null,
  made_by_name varchar(200) not null,
  retired boolean not null,
  form_key varchar(40) not null unique,
  version integer not null
);

-- part_id null: the overview, or what the methodology does not have. A session that a class has had is put away, not deleted.
create table curriculum_session (
  id bigint primary key,
  curriculum_id bigint not null references curriculum,
  ordinal integer not null,
  part_id bigint references training_part,
  title varchar(120) not null,
  about varchar(2000),
  minutes integer not null,
  teacher_person_id bigint references salesperson,
  teacher_account_id bigint,
  teacher_name varchar(200),
  removed boolean not null,
  version integer not null
);
create index curriculum_session_curriculum on curriculum_session (curriculum_id);

-- What somebody has brought, as it was sent; apart from what lists read.
create table training_file (
  id bigint primary key,
  name varchar(200) not null,
  content_type varchar(100) not null,
  byte_size integer not null,
  content bytea not null,
  made_at timestamp with time zone not null,
  made_by_name varchar(200) not null
);

-- kind: TEXT, LINK, VIDEO or FILE.
create table training_material (
  id bigint primary key,
  session_id bigint not null references curriculum_session,
  kind varchar(10) not null,
  title varchar(200) not null,
  address varchar(1000),
  words varchar(8000),
  file_id bigint references training_file,
  file_name varchar(200),
  byte_size integer,
  made_at timestamp with time zone not null,
  made_by_name varchar(200) not null
);
create index training_material_session on training_material (session_id);

-- The practicum. session_id null: of the whole curriculum. due_days: after the session, or after the first day of the class.
create table practicum_task (
  id bigint primary key,
  curriculum_id bigint not null references curriculum,
  session_id bigint references curriculum_session,
  ordinal integer not null,
  title varchar(120) not null,
  about varchar(4000) not null,
  due_days integer not null,
  removed boolean not null,
  version integer not null
);
create index practicum_task_curriculum on practicum_task (curriculum_id);

create table training_class (
  id bigint primary key,
  curriculum_id bigint not null references curriculum,
  title varchar(120) not null,
  starts_on date not null,
  place varchar(200),
  called_off_why varchar(300),
  made_at timestamp with time zone not null,
  made_by_name varchar(200) not null,
  form_key varchar(40) not null unique,
  version integer not null
);

create table class_member (
  class_id bigint not null references training_class,
  person_id bigint not null references salesperson,
  left_it boolean not null,
  primary key (class_id, person_id)
);
create index class_member_person on class_member (person_id);

-- A session as a class has it. sequence_no: how often it was moved. held_at: when its teacher wrote down who was there.
create table class_session (
  id bigint primary key,
  class_id bigint not null references training_class,
  session_id bigint not null references curriculum_session,
  title varchar(120) not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  place varchar(200),
  teacher_person_id bigint references salesperson,
  teacher_account_id bigint,
  teacher_name varchar(200),
  sequence_no integer not null,
  held_at timestamp with time zone,
  held_by_name varchar(200),
  version integer not null,
  unique (class_id, session_id)
);
create index class_session_starts on class_session (starts_at);
create index class_session_person on class_session (teacher_person_id);
create index class_session_account on class_session (teacher_account_id);

-- was: PRESENT, LATE, EXCUSED or ABSENT.
create table class_attendance (
  class_session_id bigint not null references class_session,
  person_id bigint not null references salesperson,
  was varchar(10) not null,
  primary key (class_session_id, person_id)
);
create index class_attendance_person on class_attendance (person_id);

create table class_task (
  class_id bigint not null references training_class,
  task_id bigint not null references practicum_task,
  due_on date not null,
  primary key (class_id, task_id)
);

-- What somebody has handed in; never changed but by its review, never deleted. verdict: ACCEPTED, AGAIN, or REPLACED by a later one before anybody looked.
create table hand_in (
  id bigint primary key,
  class_id bigint not null references training_class,
  task_id bigint not null references practicum_task,
  person_id bigint not null references salesperson,
  hand_in_no integer not null,
  words varchar(8000),
  address varchar(1000),
  file_id bigint references training_file,
  file_name varchar(200),
  byte_size integer,
  handed_in_at timestamp with time zone not null,
  verdict varchar(10),
  review varchar(2000),
  reviewed_at timestamp with time zone,
  reviewed_by_name varchar(200),
  version integer not null,
  unique (class_id, task_id, person_id, hand_in_no)
);
create index hand_in_person on hand_in (person_id);
create index hand_in_open on hand_in (verdict);

-- The stage that somebody is strongest in, and may teach.
create table superpower (
  person_id bigint primary key references salesperson,
  part_id bigint not null references training_part,
  note varchar(500),
  said_at timestamp with time zone not null,
  said_by_name varchar(200) not null,
  version integer not null
);

-- One row: whoever plans sessions locks it, so that no teacher is planned twice by two at once.
create table class_planning (
  id smallint primary key check (id = 1)
);
insert into class_planning (id) values (1);
