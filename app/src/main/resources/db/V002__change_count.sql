-- How many changes were committed, in the one row; held against the mark outside the database.
create table change_count (
    id               integer                     primary key,
    number           bigint                      not null,
    checksum         bigint                      not null
);
insert into change_count values (1, 0, 2968007054);

-- all that the list of sessions tells of attempts: read from here alone it is 1/100 of the table
create index attempt_kept on attempt (session, id, position, number, frame);
