-- Counts read the indexes of active tickets alone, as long as vacuum has seen the pages behind
-- them. With the usual settings it comes after a fifth of all tickets has changed: on a million
-- that is weeks, and what is active changed today.
alter table tickets set (
  autovacuum_vacuum_scale_factor = 0.01,
  autovacuum_vacuum_insert_scale_factor = 0.01,
  autovacuum_analyze_scale_factor = 0.02
);
