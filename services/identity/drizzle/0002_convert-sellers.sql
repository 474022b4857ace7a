-- Converts sellers that releases from before 0001 made after it.
create function identity.expand_sellers(batch integer) returns integer language plpgsql as $$
declare
  converted integer;
begin
  insert into identity.memberships (user_id, shop_id, role)
    select id, seller_id, 'owner' from identity."user" u
    where seller_id <> '' and not exists (select from identity.memberships m where m.user_id = u.id) limit batch;
  get diagnostics converted = row_count;
  return converted;
end $$;
