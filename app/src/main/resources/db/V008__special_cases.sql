-- JSON: special cases of the portrait. Null where there is none, and in rows last written before.
alter table session add column special_cases varchar(100000);
