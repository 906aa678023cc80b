-- Fingers that officers gave of their own, as templates; nothing that a picture could be made of is
-- kept beside them. Gone when the officer takes them back.
create table officer_print (
    id               bigint                      primary key,
    officer          varchar(200)                not null,
    -- code of ISO/IEC 19794-4
    finger           integer                     not null,
    -- of SourceAFIS's release named in extractor, hexadecimal
    template         varchar(1000000)            not null,
    extractor        varchar(100)                not null,
    given_at         timestamp(9) with time zone not null,
    checksum         bigint                      not null,
    constraint officer_finger_once unique (officer, finger)
);
