-- Put away: nobody belongs to it any more; what was asked for it keeps its name.
alter table organizations add column archived_at timestamptz(6);
