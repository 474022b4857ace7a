-- Expands: a row per operation of a provider, ledger transactions unique by operation. Code of before this migration goes on
-- writing: triggers write the operations of what it settles, and expand_payments() those of what stands already. contract/0000
-- drops the two triggers note_operation, their functions and expand_payments(), makes
-- ledger_transactions append-only by one statement trigger again, and sets its operation_id not null.
create type payments.operation_kind as enum ('authorise', 'capture', 'void', 'refund');
--> statement-breakpoint
create type payments.operation_state as enum ('pending', 'succeeded', 'refused');
--> statement-breakpoint
create table payments.operations (
  id uuid primary key,
  checkout_id uuid not null references payments.payments (checkout_id),
  kind payments.operation_kind not null,
  key text not null,
  amount_minor bigint not null,
  shares jsonb not null default '[]',
  state payments.operation_state not null default 'pending',
  reference text not null default '',
  refusal_code text not null default '',
  requested_at timestamp with time zone not null default now(),
  settled_at timestamp with time zone,
  constraint operations_key_unique unique (key)
);
--> statement-breakpoint
create index operations_of_checkout on payments.operations (checkout_id);
--> statement-breakpoint
alter table payments.ledger_transactions
  add column operation_id uuid references payments.operations (id),
  add constraint ledger_once_per_operation unique (operation_id),
  drop constraint ledger_once_per_kind;
--> statement-breakpoint
create index ledger_transactions_to_expand on payments.ledger_transactions (id) where operation_id is null;
--> statement-breakpoint
-- Append-only but for one thing: a transaction of before this migration is given its operation.
drop trigger append_only on payments.ledger_transactions;
--> statement-breakpoint
create trigger append_only before delete or truncate on payments.ledger_transactions
  for each statement execute function payments.refuse_change();
--> statement-breakpoint
create trigger append_only_rows before update on payments.ledger_transactions for each row
  when (old.operation_id is not null or new.operation_id is null
    or (new.id, new.checkout_id, new.kind, new.at) is distinct from (old.id, old.checkout_id, old.kind, old.at))
  execute function payments.refuse_change();
--> statement-breakpoint
-- Writes the operation of a kind that has settled a payment; returns its id.
create function payments.operation_of(payment payments.payments, settled payments.operation_kind,
  becomes payments.operation_state) returns uuid language sql as $$
  insert into payments.operations as o (id, checkout_id, kind, key, amount_minor, state, refusal_code, requested_at, settled_at)
  values (uuidv7(), payment.checkout_id, settled, payment.checkout_id || ':' || settled, payment.amount_minor, becomes,
    case becomes when 'refused' then payment.decline_code else '' end, payment.created_at,
    case becomes when 'pending' then null else payment.updated_at end)
  on conflict (key) do update set key = excluded.key
  returning id
$$;
--> statement-breakpoint
create function payments.operations_of(payment payments.payments) returns void language sql as $$
  select payments.operation_of(payment, 'authorise', case payment.status
      when 'declined' then 'refused' when 'challenged' then 'pending' when 'voided' then 'pending' else 'succeeded'
    end::payments.operation_state)
    where payment.status <> 'unknown' and (payment.amount_minor > 0 or payment.status <> 'voided');
  select payments.operation_of(payment, 'void', 'succeeded') where payment.status = 'voided';
$$;
--> statement-breakpoint
create function payments.note_operation_of_payment() returns trigger language plpgsql as $$
begin
  if new.status <> 'unknown' and not exists (select from payments.operations where checkout_id = new.checkout_id
      and kind = case new.status when 'voided' then 'void' else 'authorise' end::payments.operation_kind) then
    perform payments.operations_of(new);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger note_operation after insert or update of status on payments.payments
  for each row execute function payments.note_operation_of_payment();
--> statement-breakpoint
create function payments.note_operation_of_transaction() returns trigger language plpgsql as $$
begin
  new.operation_id := payments.operation_of(p, 'capture', 'succeeded') from payments.payments p
    where p.checkout_id = new.checkout_id;
  return new;
end $$;
--> statement-breakpoint
create trigger note_operation before insert on payments.ledger_transactions for each row when (new.operation_id is null)
  execute function payments.note_operation_of_transaction();
--> statement-breakpoint
-- Expands up to `batch` ledger transactions and as many payments; returns how many those were.
create function payments.expand_payments(batch integer) returns integer language plpgsql as $$
declare
  transactions integer;
  others integer;
begin
  update payments.ledger_transactions t set operation_id = payments.operation_of(p, 'capture', 'succeeded')
    from payments.payments p where p.checkout_id = t.checkout_id and t.id in
      (select id from payments.ledger_transactions where operation_id is null order by id limit batch);
  get diagnostics transactions = row_count;
  select count(*) into others from (
    select payments.operations_of(p) from payments.payments p
    where status <> 'unknown' and not exists
      (select from payments.operations o where o.checkout_id = p.checkout_id and o.kind in ('authorise', 'void'))
    limit batch) expanded;
  return transactions + others;
end $$;
