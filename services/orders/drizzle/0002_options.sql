-- Expands: a line stores the chosen options instead of a label that is made of them; a shipping method's label is not stored.
-- Triggers fill the columns and fields of either age from those of the other; expand_checkouts() and expand_lines() convert
-- the rows from before. contract/0000 drops what only previous releases use.
-- Transitions of checkouts take locks in this order.
lock table orders.checkouts, orders.orders, orders.order_lines in share row exclusive mode;
--> statement-breakpoint
create function orders.options_of(label text) returns jsonb language sql immutable parallel safe as $$
  select coalesce(jsonb_agg(case position(': ' in part)
      when 0 then jsonb_build_object('label', '', 'value', part)
      else jsonb_build_object('label', split_part(part, ': ', 1), 'value', substr(part, position(': ' in part) + 2))
    end order by n), '[]')
  from regexp_split_to_table(nullif(label, ''), ', (?=[^,:]+: )') with ordinality parts (part, n)
$$;
--> statement-breakpoint
create function orders.label_of(options jsonb) returns text language sql immutable parallel safe as $$
  select coalesce(string_agg(concat_ws(': ', nullif(option ->> 'label', ''), option ->> 'value'), ', ' order by n), '')
  from jsonb_array_elements(options) with ordinality chosen (option, n)
$$;
--> statement-breakpoint
create function orders.align_lines(lines jsonb) returns jsonb language sql immutable parallel safe as $$
  select coalesce(jsonb_agg(line || jsonb_build_object(
      'options', coalesce(line -> 'options', orders.options_of(line ->> 'variantLabel')),
      'variantLabel', coalesce(line ->> 'variantLabel', orders.label_of(line -> 'options'))) order by n), '[]')
  from jsonb_array_elements(lines) with ordinality all_lines (line, n)
$$;
--> statement-breakpoint
alter table orders.order_lines
  add column options jsonb,
  alter column variant_label drop not null;
--> statement-breakpoint
create index order_lines_to_expand on orders.order_lines (id) where options is null;
--> statement-breakpoint
create index checkouts_to_expand on orders.checkouts (id) where lines @? '$[*] ? (!exists(@.options))';
--> statement-breakpoint
create function orders.align_order_line() returns trigger language plpgsql as $$
begin
  new.options := coalesce(new.options, orders.options_of(new.variant_label));
  new.variant_label := coalesce(new.variant_label, orders.label_of(new.options));
  return new;
end $$;
--> statement-breakpoint
create trigger align_options before insert on orders.order_lines
  for each row execute function orders.align_order_line();
--> statement-breakpoint
create function orders.align_checkout() returns trigger language plpgsql as $$
begin
  new.lines := orders.align_lines(new.lines);
  return new;
end $$;
--> statement-breakpoint
create trigger align_options before insert or update of lines on orders.checkouts
  for each row execute function orders.align_checkout();
--> statement-breakpoint
create function orders.align_shipping() returns trigger language plpgsql as $$
begin
  new.shipping := jsonb_build_object('label', initcap(new.shipping ->> 'id')) || new.shipping;
  return new;
end $$;
--> statement-breakpoint
create trigger align_shipping before insert on orders.orders for each row execute function orders.align_shipping();
--> statement-breakpoint
create function orders.expand_checkouts(batch integer) returns integer language plpgsql as $$
declare
  converted integer;
begin
  update orders.checkouts set lines = orders.align_lines(lines) where id in
    (select id from orders.checkouts where lines @? '$[*] ? (!exists(@.options))' limit batch for update);
  get diagnostics converted = row_count;
  return converted;
end $$;
--> statement-breakpoint
create function orders.expand_lines(batch integer) returns integer language plpgsql as $$
declare
  converted integer;
begin
  update orders.order_lines set options = orders.options_of(variant_label) where id in
    (select id from orders.order_lines where options is null limit batch for update);
  get diagnostics converted = row_count;
  return converted;
end $$;
--> statement-breakpoint
-- OrderPlaced meant a paid order before OrderPaid existed: unsent ones are followed by the event that means it now.
insert into orders.outbox (id, type, body)
select id, 'mallhive.orders.v1.OrderPaid', jsonb_set(
    body || jsonb_build_object('id', id, 'type', 'mallhive.orders.v1.OrderPaid'),
    '{payload,@type}', '"type.googleapis.com/mallhive.orders.v1.OrderPaid"')
from (select uuidv7() id, body::jsonb body from orders.outbox
  where sent_at is null and type = 'mallhive.orders.v1.OrderPlaced') unsent
where body #>> '{payload,order,status}' = 'ORDER_STATUS_PAID';
