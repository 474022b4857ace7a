-- Adds two histograms bucket by bucket; the shorter one has nothing further up.
create function release_health.add_weights(a double precision[], b double precision[]) returns double precision[]
  language sql immutable as $$
    select coalesce(array_agg(coalesce(a[i], 0) + coalesce(b[i], 0) order by i), '{}')
    from generate_series(1, greatest(cardinality(a), cardinality(b))) i
  $$;
