-- Times are instants in UTC. Text in JSON has its shape in the records of vn.tram.store.
-- Pixels and dossiers lie in files beside the database, see docs/decisions/0005-store.md.

-- EclipseLink takes fifty numbers at a time, the last of them being the sequence's value
create sequence row_id start with 50 increment by 50;

create table session (
    id               uuid                        primary key,
    stage            varchar(20)                 not null,
    opened_at        timestamp(9) with time zone not null,
    opened_by        varchar(200)                not null,
    queue_number     integer                     not null,
    -- JSON: items by field; null before lookup and after the receipt
    citizen          varchar(100000),
    -- JSON: services, consents, omissions, acceptances, ticks
    course           varchar(1000000)            not null,
    checked_at       timestamp(9) with time zone,
    signed_off_by    varchar(200),
    signed_off_at    timestamp(9) with time zone,
    citizen_confirmed boolean,
    approved_by      varchar(200),
    approved_at      timestamp(9) with time zone,
    dossier          varchar(64),
    recaptures       uuid,
    -- half of what the frames' key is made of, hexadecimal; the other half is the session's key file
    frame_salt       varchar(64),
    revision         integer                     not null,
    checksum         bigint                      not null
);
create index session_newest on session (opened_at desc);
create index session_stage on session (stage, opened_at);

create table attempt (
    id               bigint primary key,
    session          uuid                        not null references session (id),
    position         integer                     not null,
    number           integer                     not null,
    taken_at         timestamp(9) with time zone not null,
    -- SHA-256 of the samples; null once they went
    frame            varchar(64),
    -- JSON: device, size, readings, verdicts
    report           varchar(1000000)            not null,
    checksum         bigint                      not null,
    constraint attempt_once unique (session, position, number)
);

create table batch (
    number           bigint                      primary key,
    file             varchar(255)                not null,
    digest           varchar(64)                 not null unique,
    previous         varchar(64),
    made_at          timestamp(9) with time zone not null,
    state            varchar(20)                 not null,
    checksum         bigint                      not null
);

create table batch_entry (
    id               bigint primary key,
    batch            bigint                      not null references batch (number),
    session          uuid                        not null unique references session (id),
    dossier          varchar(64)                 not null,
    -- the registry's answer; null before the receipt
    outcome          varchar(20),
    reason           varchar(10000),
    answered_at      timestamp(9) with time zone,
    checksum         bigint                      not null
);
create index batch_entry_batch on batch_entry (batch);
