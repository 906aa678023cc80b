-- Sessions are listed, and go out, in the order in which they were opened here, whatever the clock showed.
create sequence session_order;
alter table session add column opened_as bigint;
merge into session s
    using (select id, row_number() over (order by opened_at, id) as place from session) t on s.id = t.id
    when matched then update set opened_as = t.place;
alter sequence session_order restart with (select coalesce(max(opened_as), 0) + 1 from session);
alter table session alter column opened_as set default next value for session_order;
alter table session alter column opened_as set not null;
create unique index session_opened_as on session (opened_as);
create index session_stage_opened_as on session (stage, opened_as);
drop index session_newest;
drop index session_stage;
