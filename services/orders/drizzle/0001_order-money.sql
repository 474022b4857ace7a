-- Expands: order lines as rows, money by seller, states at the leaf, facts on the timeline. Code of before this migration
-- goes on reading and writing while code of after it starts: triggers fill the columns of the one from those of the other,
-- and expand_orders() does so for what stands already. contract/0000 drops the triggers, the functions,
-- orders.status, sub_orders.status, sub_orders.lines, timeline.status and timeline.note, and sets the new columns not null.
create type orders.payment_state as enum ('authorised', 'captured', 'refused');
--> statement-breakpoint
create type orders.timeline_kind as enum ('order_placed', 'payment_captured', 'payment_refused');
--> statement-breakpoint
alter table orders.orders
  add column payment orders.payment_state not null default 'authorised',
  alter column status set default 'placed';
--> statement-breakpoint
alter table orders.sub_orders
  alter column status set default 'placed',
  alter column lines drop not null,
  add column discount_minor bigint,
  add column shipping_minor bigint,
  add column shipping_tax_minor bigint,
  add column tax_minor bigint,
  add column total_minor bigint,
  add constraint sub_order_adds_up
    check (total_minor - (items_minor - discount_minor + shipping_minor) in (0, tax_minor)) not valid;
--> statement-breakpoint
alter table orders.timeline
  add column kind orders.timeline_kind,
  add column data jsonb not null default '{}',
  alter column status set default 'placed',
  alter column note set default '';
--> statement-breakpoint
create table orders.order_lines (
  id uuid primary key,
  sub_order_id uuid not null references orders.sub_orders (id),
  position smallint not null,
  sku text not null,
  product_id text not null,
  product_slug text not null,
  title text not null,
  variant_label text not null,
  image_path text not null,
  tint_hue integer not null,
  quantity integer not null,
  unit_minor bigint not null,
  list_minor bigint not null,
  seller_discount_minor bigint not null,
  mall_discount_minor bigint not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  tax_rate_bps integer not null,
  cancelled integer not null default 0,
  shipped integer not null default 0,
  delivered integer not null default 0,
  returned integer not null default 0,
  constraint order_lines_of_sub_order unique (sub_order_id, position),
  constraint order_line_adds_up
    check (list_minor = unit_minor * quantity and net_minor = list_minor - seller_discount_minor - mall_discount_minor),
  constraint order_line_never_negative
    check (quantity > 0 and least(unit_minor, seller_discount_minor, mall_discount_minor, net_minor, tax_minor) >= 0),
  constraint order_line_counters
    check (least(cancelled, shipped, delivered, returned) >= 0 and cancelled + shipped <= quantity
      and delivered <= shipped and returned <= delivered)
);
--> statement-breakpoint
create index sub_orders_to_expand on orders.sub_orders (order_id) where total_minor is null;
--> statement-breakpoint
-- A part of `total` by weight, as src/pricing/split.ts makes it.
create function orders.share_of(total bigint, first boolean, before numeric, weight numeric, whole numeric)
returns bigint language sql immutable parallel safe as $$
  select case when whole = 0 then case when first then total else 0 end
    else div(total * (before + weight), whole) - div(total * before, whole) end
$$;
--> statement-breakpoint
create function orders.expand_order(wanted uuid) returns void language plpgsql as $$
begin
  update orders.timeline set kind = case
      when status = 'paid' then 'payment_captured'
      when note = 'Order placed' then 'order_placed'
      else 'payment_refused' end::orders.timeline_kind
    where order_id = wanted and kind is null;

  update orders.orders o set payment = case
      when status <> 'placed' then 'captured'
      when exists (select from orders.timeline t where t.order_id = o.id and t.kind = 'payment_refused') then 'refused'
      else 'authorised' end::orders.payment_state
    where id = wanted;

  with agreed as (
    select (totals ->> 'shippingMinor')::bigint shipping, (totals ->> 'taxMinor')::bigint tax,
      (totals ->> 'taxRateBps')::integer bps, (totals ->> 'taxIncluded')::boolean included
    from orders.orders where id = wanted),
  part as (
    select p.id, p.lines, p.items_minor, a.*,
      orders.share_of(a.shipping, row_number() over up_to = 1, sum(p.items_minor) over up_to - p.items_minor,
        p.items_minor, sum(p.items_minor) over ()) shipping_minor
    from orders.sub_orders p, agreed a where p.order_id = wanted and p.total_minor is null
    window up_to as (order by p.id)),
  taxed as (
    select part.id, l.position, l.line, (l.line ->> 'unitMinor')::bigint * (l.line ->> 'quantity')::integer amount
      from part, jsonb_array_elements(part.lines) with ordinality l (line, position)
    union all select id, null, null, shipping_minor from part),
  shared as (
    select t.id, t.position, t.line, t.amount, a.bps,
      orders.share_of(a.tax, row_number() over up_to = 1, sum(t.amount) over up_to - t.amount, t.amount,
        sum(t.amount) over ()) tax_minor
    from taxed t, agreed a window up_to as (order by t.id, t.position)),
  written as (
    insert into orders.order_lines (id, sub_order_id, position, sku, product_id, product_slug, title, variant_label,
      image_path, tint_hue, quantity, unit_minor, list_minor, seller_discount_minor, mall_discount_minor, net_minor,
      tax_minor, tax_rate_bps)
    select uuidv7(), id, position - 1, line ->> 'sku', line ->> 'productId', line ->> 'productSlug', line ->> 'title',
      line ->> 'variantLabel', line ->> 'imagePath', (line ->> 'tintHue')::integer, (line ->> 'quantity')::integer,
      (line ->> 'unitMinor')::bigint, amount, 0, 0, amount, tax_minor, bps
    from shared where line is not null)
  update orders.sub_orders p set discount_minor = 0, shipping_minor = part.shipping_minor,
    shipping_tax_minor = s.shipping_tax, tax_minor = s.tax,
    total_minor = p.items_minor + part.shipping_minor + case when part.included then 0 else s.tax end
  from part join (
    select id, sum(tax_minor) tax, sum(tax_minor) filter (where line is null) shipping_tax from shared group by id) s
    using (id)
  where p.id = part.id;
end $$;
--> statement-breakpoint
-- Expands up to `batch` orders; returns how many those were.
create function orders.expand_orders(batch integer) returns integer language plpgsql as $$
declare
  wanted uuid[];
begin
  wanted := array(select id from orders.orders where id in
    (select order_id from orders.sub_orders where total_minor is null limit batch) order by id for update);
  perform orders.expand_order(id) from unnest(wanted) id;
  return cardinality(wanted);
end $$;
--> statement-breakpoint
create function orders.expand_new_sub_orders() returns trigger language plpgsql as $$
begin
  perform orders.expand_order(order_id) from (select distinct order_id from fresh where total_minor is null);
  return null;
end $$;
--> statement-breakpoint
create trigger expand after insert on orders.sub_orders referencing new table as fresh
  for each statement execute function orders.expand_new_sub_orders();
--> statement-breakpoint
create function orders.keep_lines_of_sub_orders() returns trigger language plpgsql as $$
begin
  update orders.sub_orders p set lines = (
    select jsonb_agg(jsonb_build_object('sku', l.sku, 'productId', l.product_id, 'productSlug', l.product_slug,
      'title', l.title, 'variantLabel', l.variant_label, 'imagePath', l.image_path, 'tintHue', l.tint_hue,
      'sellerId', p.seller_id, 'sellerName', p.seller_name, 'quantity', l.quantity, 'unitMinor', l.unit_minor)
      order by l.position)
    from fresh l where l.sub_order_id = p.id)
  where p.lines is null and p.id in (select sub_order_id from fresh);
  return null;
end $$;
--> statement-breakpoint
create trigger keep_lines after insert on orders.order_lines referencing new table as fresh
  for each statement execute function orders.keep_lines_of_sub_orders();
--> statement-breakpoint
create function orders.align_payment() returns trigger language plpgsql as $$
begin
  if new.status <> old.status and new.status = 'paid' then
    new.payment := 'captured';
  elsif new.payment = 'captured' and new.status = 'placed' then
    new.status := 'paid';
    update orders.sub_orders set status = 'paid' where order_id = new.id and status = 'placed';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger align_payment before update on orders.orders for each row execute function orders.align_payment();
--> statement-breakpoint
create function orders.align_timeline() returns trigger language plpgsql as $$
begin
  if new.kind is not null then
    new.status := case new.kind when 'payment_captured' then 'paid' else 'placed' end::orders.order_status;
  elsif new.status = 'paid' then
    new.kind := 'payment_captured';
  elsif new.note = 'Order placed' then
    new.kind := 'order_placed';
  else
    new.kind := 'payment_refused';
    update orders.orders set payment = 'refused' where id = new.order_id;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger align_timeline before insert on orders.timeline for each row execute function orders.align_timeline();
