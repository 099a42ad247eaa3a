-- One row. Who posts locks it, so that of two who post the same key at once the second sees the first; secret signs the links that end mails.
create table notice_office (
  id smallint primary key check (id = 1),
  secret varchar(60)
);
insert into notice_office (id) values (1);

-- An incoming webhook. Its address is a secret and is forgotten when the hook is removed; the name stays for what was sent to it.
create table notice_hook (
  id bigint primary key,
  name varchar(100) not null,
  kind varchar(10) not null,
  address varchar(2000),
  added_at timestamp with time zone not null,
  added_by_name varchar(200) not null,
  removed_at timestamp with time zone,
  version integer not null
);

-- What leaves the house. A key is taken for ever; an old notice loses its text and keeps its key.
-- claim names the attempt that holds it and begins with the process; ended_at is when it came to rest in its state.
create table notice (
  id bigint primary key,
  notice_key varchar(150) not null unique,
  topic varchar(60) not null,
  channel varchar(10) not null,
  account_id bigint references account,
  hook_id bigint references notice_hook,
  subject varchar(250) not null,
  body_text text,
  body_html text,
  state varchar(12) not null,
  tries integer not null,
  posted_at timestamp with time zone not null,
  next_try_at timestamp with time zone,
  claim varchar(80),
  claimed_at timestamp with time zone,
  ended_at timestamp with time zone,
  trouble varchar(40),
  detail varchar(300)
);
create index notice_due on notice (state, next_try_at);
create index notice_posted on notice (posted_at);
create index notice_ended on notice (ended_at);
create index notice_account on notice (account_id);
create index notice_hook_of on notice (hook_id);

-- Who wants no mail about a topic.
create table notice_refusal (
  id bigint primary key,
  account_id bigint not null references account,
  topic varchar(60) not null,
  refused_at timestamp with time zone not null,
  unique (account_id, topic)
);
