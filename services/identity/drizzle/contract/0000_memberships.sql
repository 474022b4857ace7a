-- Contracts 0001_memberships: shops are named by memberships only, and roles are those of the mall's staff.
do $$
begin
  if to_regprocedure('identity.expand_sellers(integer)') is null then
    raise exception 'the schema is not expanded: start the service of this release first'
      using errcode = 'object_not_in_prerequisite_state';
  elsif exists (select from identity."user" u
      where seller_id <> '' and not exists (select from identity.memberships m where m.user_id = u.id)) then
    raise exception 'sellers of a previous release are not converted: start the service of this release first'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
end $$;
--> statement-breakpoint
drop function identity.expand_sellers(integer);
--> statement-breakpoint
update identity."user" set roles = array_to_string(array(
    select role from unnest(string_to_array(roles, ',')) role where role in ('support', 'admin')), ',')
where roles ~ 'shopper|seller';
--> statement-breakpoint
alter table identity."user" drop column seller_id, alter column roles set default '';
