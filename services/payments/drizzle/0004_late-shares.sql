-- Expands: the ledger holds a charge and an allocation of an operation. A charge stays unique by operation.
alter table payments.ledger_transactions
  drop constraint ledger_once_per_operation,
  add constraint ledger_once_per_operation unique (operation_id, kind);
--> statement-breakpoint
-- Closes up to `batch` pending operations of settled payments, which earlier releases left open; returns how many those were.
-- contract/0001 drops it.
create function payments.expand_pending(batch integer) returns integer language plpgsql as $$
declare
  closed integer;
begin
  update payments.operations o set settled_at = p.updated_at,
      state = case when o.kind = 'authorise' and p.status = 'captured' then 'succeeded' else 'refused' end::payments.operation_state
    from payments.payments p where p.checkout_id = o.checkout_id and o.id in (
      select pending.id from payments.operations pending join payments.payments settled using (checkout_id)
      where pending.state = 'pending' and settled.status in ('captured', 'declined', 'voided') limit batch);
  get diagnostics closed = row_count;
  return closed;
end $$;
