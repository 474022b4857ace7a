-- Contracts 0004_late-shares.
do $$
begin
  if to_regprocedure('payments.expand_pending(integer)') is null then
    raise exception 'the schema is not expanded: start the service of this release first'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  -- Operations that the previous release left open after the last conversion.
  perform payments.expand_pending(1000000);
end $$;
--> statement-breakpoint
drop function payments.expand_pending(integer);
