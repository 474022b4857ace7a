-- Contracts 0003_operations.
do $$
begin
  if to_regprocedure('payments.expand_payments(integer)') is null then
    raise exception 'the schema is not expanded: start the service of this release first'
      using errcode = 'object_not_in_prerequisite_state';
  elsif exists (select from payments.ledger_transactions where operation_id is null)
    or exists (select from payments.payments p where status <> 'unknown' and not exists
      (select from payments.operations o where o.checkout_id = p.checkout_id)) then
    raise exception 'payments of a previous release are not converted: start the service of this release first'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
end $$;
--> statement-breakpoint
drop trigger note_operation on payments.payments;
--> statement-breakpoint
drop trigger note_operation on payments.ledger_transactions;
--> statement-breakpoint
drop function payments.note_operation_of_payment(), payments.note_operation_of_transaction(),
  payments.expand_payments(integer), payments.operations_of(payments.payments),
  payments.operation_of(payments.payments, payments.operation_kind, payments.operation_state);
--> statement-breakpoint
drop index payments.ledger_transactions_to_expand;
--> statement-breakpoint
drop trigger append_only_rows on payments.ledger_transactions;
--> statement-breakpoint
drop trigger append_only on payments.ledger_transactions;
--> statement-breakpoint
create trigger append_only before update or delete or truncate on payments.ledger_transactions
  for each statement execute function payments.refuse_change();
--> statement-breakpoint
alter table payments.ledger_transactions alter column operation_id set not null;
