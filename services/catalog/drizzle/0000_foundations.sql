-- pg_trgm finds the word that a mistyped one was meant to be; unaccent lets "creme" find "crème".
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
--> statement-breakpoint
CREATE SCHEMA IF NOT EXISTS catalog;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION catalog.mall (COPY = pg_catalog.english);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION catalog.mall
  ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.english_stem;
--> statement-breakpoint
CREATE FUNCTION catalog.slugify(label text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT trim(BOTH '-' FROM regexp_replace(lower(public.unaccent(label)), '[^a-z0-9]+', '-', 'g'))
$$;
