-- JSON: advice that was tried before attempts. Null where none was, and in rows last written before.
-- From here on a report of an attempt may name the state of a print.
alter table session add column tried_advice varchar(1000000);
