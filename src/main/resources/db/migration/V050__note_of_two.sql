-- A note of two stays with these two: who comes to lead the rep later does not read it.
alter table coaching_plan add column note_manager_id bigint;
alter table coaching_plan add constraint coaching_plan_note_manager foreign key (note_manager_id) references salesperson (id);
update coaching_plan set note_manager_id = manager_id where private_note is not null;
create index coaching_plan_note_manager on coaching_plan (note_manager_id);
