-- On which of the server's timelines positions were given last. A replica that is promoted, and a
-- restore, begin a new one: what was on the old one after that point is gone, and positions there
-- would be given a second time. 0: not known yet.
alter table event_positions add column timeline integer not null default 0;
