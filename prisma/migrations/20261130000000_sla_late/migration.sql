-- A target that is all spent at closing time is kept until the calendar opens again: when a clock is
-- late is not always when it is due. Null in rows that are older: a millisecond after they are due.
alter table sla_clocks add column if not exists late_at timestamptz;
