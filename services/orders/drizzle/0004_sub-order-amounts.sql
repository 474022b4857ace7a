-- Not validated here, which would scan the table under a lock: contract/0001 validates.
alter table orders.sub_orders add constraint sub_order_never_negative check (least(items_minor, discount_minor, shipping_minor, shipping_tax_minor, total_minor) >= 0
    and shipping_tax_minor <= tax_minor) not valid;
