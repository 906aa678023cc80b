-- What inspectors said of sessions that their samples drew. Nothing is changed or taken back.
create table remark (
    id               bigint                      primary key,
    session          uuid                        not null references session (id),
    seed             bigint                      not null,
    grade            varchar(20)                 not null,
    words            varchar(2000)               not null,
    said_by          varchar(200)                not null,
    said_at          timestamp(9) with time zone not null,
    checksum         bigint                      not null
);
