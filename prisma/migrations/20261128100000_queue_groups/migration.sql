-- outside of a transaction
-- The queue by status, by person and by promise; in the words of src/modules/tickets/queries/page-mark.ts.
drop index concurrently if exists tickets_active_status;
create index concurrently tickets_active_status on tickets (
  (case status when 'open' then 0 when 'pending' then 1 when 'on_hold' then 2
    when 'resolved' then 3 else 4 end),
  (coalesce(waiting_since, updated_at)),
  id
) where status in ('open', 'pending', 'on_hold') and not synthetic;
drop index concurrently if exists tickets_active_person;
create index concurrently tickets_active_person on tickets (
  (coalesce(assignee_id, '00000000-0000-0000-0000-000000000000'::uuid)),
  (coalesce(waiting_since, updated_at)),
  id
) where status in ('open', 'pending', 'on_hold') and not synthetic;
drop index concurrently if exists tickets_active_sla;
create index concurrently tickets_active_sla on tickets (
  (case sla_state when 'breached' then 0 when 'at_risk' then 1 when 'running' then 2
    when 'paused' then 3 when 'met' then 4 else 5 end),
  (coalesce(next_due_at, 'infinity'::timestamptz)),
  id
) where status in ('open', 'pending', 'on_hold') and not synthetic;
