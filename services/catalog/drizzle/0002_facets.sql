-- Everything of a product that a list can be narrowed by: the values of its options and its attributes.
CREATE FUNCTION catalog.facets_of(p catalog.products) RETURNS TABLE (name text, value text, label text)
LANGUAGE sql STABLE PARALLEL SAFE
-- With a setting of its own a function is not inlined: the planner of Postgres 18 fails on this one's row argument.
SET search_path = pg_catalog AS $$
  SELECT o ->> 'name', v ->> 'value', v ->> 'label'
  FROM jsonb_array_elements(p.options) o CROSS JOIN LATERAL jsonb_array_elements(o -> 'values') v
  UNION ALL
  SELECT a ->> 'name', catalog.slugify(a ->> 'value'), a ->> 'value' FROM jsonb_array_elements(p.attributes) a
$$;
