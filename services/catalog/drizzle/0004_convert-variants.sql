-- Converts variants that releases from before 0003 saved after it: they left the shop and its SKU empty.
create function catalog.expand_variants(batch integer) returns integer language plpgsql as $$
declare
  converted integer;
begin
  update catalog.variants v set seller_id = p.seller_id, seller_sku = coalesce(v.seller_sku, v.sku)
    from catalog.products p where p.id = v.product_id and v.sku in
      (select sku from catalog.variants where seller_id is null or seller_sku is null limit batch for update);
  get diagnostics converted = row_count;
  return converted;
end $$;
