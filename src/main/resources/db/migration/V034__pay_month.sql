-- How far a run has come: total people to compute, and when it last said so. One that never finished and is silent has broken off.
alter table pay_run add column total integer default 0 not null;
alter table pay_run add column touched_at timestamp with time zone;
update pay_run set total = people, touched_at = finished_at;

-- A statement that was closed on hold goes to payroll with the month in which it was released.
alter table statement add column released_in date;

-- Codes of ADP's layout, and the file as it was handed over.
alter table pay_calendar add column adp_company varchar(3);
alter table pay_calendar add column adp_earning varchar(3) default 'COM' not null;
alter table payroll_export add column file_name varchar(200);
alter table payroll_export add column file_text text;
alter table payroll_export add column nth integer default 1 not null;
