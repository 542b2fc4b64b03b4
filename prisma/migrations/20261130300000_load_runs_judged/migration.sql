-- What a run of the load lab was judged by; a run of before was judged by the founding values.
alter table load_runs add column judged_by jsonb;
