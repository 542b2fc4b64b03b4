-- outside of a transaction
-- Broken promises by when they were over; in the words of src/modules/capacity/commands/write-late-minutes.ts.
drop index concurrently if exists sla_clocks_late;
create index concurrently sla_clocks_late on sla_clocks (ended_at)
  where state = 'breached' and ended_at is not null;
