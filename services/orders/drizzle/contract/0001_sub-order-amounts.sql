-- Contracts 0004_sub-order-amounts.
do $$
begin
  if not exists (select from pg_constraint where conname = 'sub_order_never_negative') then
    raise exception 'the schema is not expanded: start the service of this release first'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
end $$;
--> statement-breakpoint
alter table orders.sub_orders validate constraint sub_order_never_negative;
