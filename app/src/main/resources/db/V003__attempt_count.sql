-- How many attempts the session has; held against those that are found. Null in rows last written before.
alter table session add column attempts integer;
