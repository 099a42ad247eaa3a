-- running_key of an attempt is from here on of the person alone: somebody sits one exam at a time. What runs while this comes keeps its own until it ends.

-- A picture that questions show, once for each content. print: SHA-256 of the content, as hexadecimal digits. Never changed.
create table question_picture (
  print varchar(64) primary key,
  content_type varchar(40) not null,
  content bytea not null,
  added_at timestamp with time zone not null,
  added_by_name varchar(200) not null
);

-- Which version shows which pictures; their order and what they show in words stand in the version itself.
create table question_version_picture (
  version_id bigint not null references question_version,
  print varchar(64) not null references question_picture,
  primary key (version_id, print)
);
create index question_version_picture_print on question_version_picture (print);
