-- How many changes were committed, in the one row; held against the mark outside the database.
create table change_count (
    id               integer                     primary key,
    number           bigint                      not null,
    checksum         bigint                      not null
);
insert into change_count values (1, 0, 2968007054);
