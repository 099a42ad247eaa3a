-- By what the words of a candidate's name and address begin with, somebody is found without a look at everybody. word_key is written in hexadecimal digits, so that its order is the same in every collation.
create table candidate_word (
  candidate_id bigint not null references candidate,
  word_key varchar(160) not null,
  primary key (candidate_id, word_key)
);
create index candidate_word_key on candidate_word (word_key, candidate_id);
