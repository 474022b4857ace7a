-- Contracts 0001_order-money and 0002_options.
do $$
begin
  if to_regprocedure('orders.expand_lines(integer)') is null then
    raise exception 'the schema is not expanded: start the service of this release first'
      using errcode = 'object_not_in_prerequisite_state';
  elsif exists (select from orders.sub_orders where total_minor is null)
    or exists (select from orders.timeline where kind is null)
    or exists (select from orders.order_lines where options is null)
    or exists (select from orders.checkouts where lines @? '$[*] ? (!exists(@.options))') then
    raise exception 'orders of a previous release are not converted: start the service of this release first'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
end $$;
--> statement-breakpoint
-- Transitions of checkouts take locks in this order.
lock table orders.checkouts, orders.orders, orders.sub_orders, orders.order_lines, orders.timeline in access exclusive mode;
--> statement-breakpoint
drop trigger align_payment on orders.orders;
--> statement-breakpoint
drop trigger align_shipping on orders.orders;
--> statement-breakpoint
drop trigger align_options on orders.checkouts;
--> statement-breakpoint
drop trigger expand on orders.sub_orders;
--> statement-breakpoint
drop trigger keep_lines on orders.order_lines;
--> statement-breakpoint
drop trigger align_options on orders.order_lines;
--> statement-breakpoint
drop trigger align_timeline on orders.timeline;
--> statement-breakpoint
drop function orders.align_payment(), orders.align_shipping(), orders.align_checkout(), orders.align_order_line(),
  orders.align_timeline(), orders.expand_new_sub_orders(), orders.keep_lines_of_sub_orders(),
  orders.expand_checkouts(integer), orders.expand_lines(integer), orders.expand_orders(integer), orders.expand_order(uuid),
  orders.align_lines(jsonb), orders.options_of(text), orders.label_of(jsonb),
  orders.share_of(bigint, boolean, numeric, numeric, numeric);
--> statement-breakpoint
drop index orders.sub_orders_to_expand, orders.order_lines_to_expand, orders.checkouts_to_expand;
--> statement-breakpoint
alter table orders.orders drop column status;
--> statement-breakpoint
alter table orders.sub_orders
  drop column status,
  drop column lines,
  alter column discount_minor set not null,
  alter column shipping_minor set not null,
  alter column shipping_tax_minor set not null,
  alter column tax_minor set not null,
  alter column total_minor set not null,
  validate constraint sub_order_adds_up;
--> statement-breakpoint
alter table orders.timeline drop column status, drop column note, alter column kind set not null;
--> statement-breakpoint
alter table orders.order_lines drop column variant_label, alter column options set not null;
--> statement-breakpoint
drop type orders.order_status;
