-- The books: what is written stays, and every transaction sums to zero by the time it commits.
create function payments.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger append_only before update or delete or truncate on payments.ledger_transactions
  for each statement execute function payments.refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on payments.ledger_entries
  for each statement execute function payments.refuse_change();
--> statement-breakpoint
create function payments.require_balance() returns trigger language plpgsql as $$
begin
  if exists (select from payments.ledger_entries where transaction_id = new.transaction_id
             group by currency having sum(amount_minor) <> 0) then
    raise exception 'ledger transaction % does not balance', new.transaction_id
      using errcode = 'check_violation', constraint = 'ledger_balances';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger ledger_balances after insert on payments.ledger_entries
  deferrable initially deferred for each row execute function payments.require_balance();
