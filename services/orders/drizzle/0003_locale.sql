-- Expands: the locale of the shopper, for mails. Processes of the previous release leave it empty.
-- Transitions of checkouts take locks in this order.
lock table orders.checkouts, orders.orders in access exclusive mode;
--> statement-breakpoint
alter table orders.checkouts add column locale text not null default '';
--> statement-breakpoint
alter table orders.orders add column locale text not null default '';
