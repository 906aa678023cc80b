-- What happened to devices, by make, model and serial number; nothing of people is in it. The oldest rows of a device go.
create table device_day (
    id               bigint                      primary key,
    device           varchar(300)                not null,
    -- such as 2026-11-23, where the station is
    counted_on       varchar(10)                 not null,
    captures         integer                     not null,
    retries          integer                     not null,
    faults           integer                     not null,
    -- how many fingers and faces were scored, and the sum of their scores
    scores           integer                     not null,
    score_sum        bigint                      not null,
    checksum         bigint                      not null,
    constraint device_day_once unique (device, counted_on)
);

create table device_event (
    id               bigint                      primary key,
    device           varchar(300)                not null,
    happened_at      timestamp(9) with time zone not null,
    what             varchar(20)                 not null,
    detail           varchar(300)                not null,
    checksum         bigint                      not null
);
create index device_event_newest on device_event (device, id desc);
