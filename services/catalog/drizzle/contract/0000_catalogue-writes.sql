-- Contracts 0003_catalogue-writes: every variant has its shop. (Its SKU there is empty while a save swaps two of them.)
do $$
begin
  if to_regprocedure('catalog.expand_variants(integer)') is null then
    raise exception 'the schema is not expanded: start the service of this release first'
      using errcode = 'object_not_in_prerequisite_state';
  elsif exists (select from catalog.variants where seller_id is null or seller_sku is null) then
    raise exception 'variants of a previous release are not converted: start the service of this release first'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
end $$;
--> statement-breakpoint
drop function catalog.expand_variants(integer);
--> statement-breakpoint
alter table catalog.variants alter column seller_id set not null;
