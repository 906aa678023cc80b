-- JSON: what the citizen said of the own data. Null where nothing was said, and in rows last written before.
alter table session add column citizen_answer varchar(10000);
