-- Who lives in the area. Dates are ISO 8601; a birth may be a year alone.
create table roster_person (
    id               bigint                      primary key,
    personal_number  varchar(12)                 unique,
    name             varchar(300)                not null,
    birth            varchar(10)                 not null,
    hamlet           varchar(300)                not null,
    home_group       varchar(300)                not null,
    household        varchar(300)                not null,
    -- JSON: what else the roster knows of the person, categories, absence
    more             varchar(100000)             not null,
    done             boolean                     not null,
    -- null when a list says that it is done, and not when
    done_on          varchar(10),
    checksum         bigint                      not null
);

-- What heads of lists' columns were said to mean.
create table roster_head (
    head             varchar(300)                primary key,
    meaning          varchar(30)                 not null,
    checksum         bigint                      not null
);
