-- How many tickets came in each hour, zero included: what forecasts are made from. It is counted
-- from the tickets and counted again, so what stands here is never the only record of anything.
create table arrival_hours (
  at timestamptz primary key,
  tickets integer not null check (tickets >= 0)
);
