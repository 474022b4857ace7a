CREATE SCHEMA "search";
--> statement-breakpoint
CREATE TABLE "search"."rebuilds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"made_by" text DEFAULT '' NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"beat_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"failure" text,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search"."bodies_a" (
	"id" uuid NOT NULL,
	"locale" text NOT NULL,
	"body" "tsvector" NOT NULL,
	CONSTRAINT "bodies_a_id_locale_pk" PRIMARY KEY("id","locale")
);
--> statement-breakpoint
CREATE TABLE "search"."bodies_b" (
	"id" uuid NOT NULL,
	"locale" text NOT NULL,
	"body" "tsvector" NOT NULL,
	CONSTRAINT "bodies_b_id_locale_pk" PRIMARY KEY("id","locale")
);
--> statement-breakpoint
CREATE TABLE "search"."completions_a" (
	"locale" text NOT NULL,
	"kind" text NOT NULL,
	"phrase" text collate "C" NOT NULL,
	"ref" text NOT NULL,
	"label" text NOT NULL,
	"weight" integer NOT NULL,
	CONSTRAINT "completions_a_locale_kind_phrase_ref_pk" PRIMARY KEY("locale","kind","phrase","ref")
);
--> statement-breakpoint
CREATE TABLE "search"."completions_b" (
	"locale" text NOT NULL,
	"kind" text NOT NULL,
	"phrase" text collate "C" NOT NULL,
	"ref" text NOT NULL,
	"label" text NOT NULL,
	"weight" integer NOT NULL,
	CONSTRAINT "completions_b_locale_kind_phrase_ref_pk" PRIMARY KEY("locale","kind","phrase","ref")
);
--> statement-breakpoint
CREATE TABLE "search"."listings_a" (
	"locale" text NOT NULL,
	"id" uuid NOT NULL,
	"strong" "tsvector" NOT NULL,
	"title" "tsvector" NOT NULL,
	"head" text NOT NULL,
	"title_key" bigint NOT NULL,
	"tags" integer[] NOT NULL,
	"traits" integer[] NOT NULL,
	"newest" bigint NOT NULL,
	"rating" bigint NOT NULL,
	"popularity" bigint NOT NULL,
	"boost" real NOT NULL,
	"price_eur" bigint,
	"price_usd" bigint,
	CONSTRAINT "listings_a_id_locale_pk" PRIMARY KEY("id","locale")
);
--> statement-breakpoint
CREATE TABLE "search"."listings_b" (
	"locale" text NOT NULL,
	"id" uuid NOT NULL,
	"strong" "tsvector" NOT NULL,
	"title" "tsvector" NOT NULL,
	"head" text NOT NULL,
	"title_key" bigint NOT NULL,
	"tags" integer[] NOT NULL,
	"traits" integer[] NOT NULL,
	"newest" bigint NOT NULL,
	"rating" bigint NOT NULL,
	"popularity" bigint NOT NULL,
	"boost" real NOT NULL,
	"price_eur" bigint,
	"price_usd" bigint,
	CONSTRAINT "listings_b_id_locale_pk" PRIMARY KEY("id","locale")
);
--> statement-breakpoint
CREATE TABLE "search"."products_a" (
	"id" uuid PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"skus" text[] NOT NULL,
	"card" jsonb,
	"document" jsonb
);
--> statement-breakpoint
CREATE TABLE "search"."products_b" (
	"id" uuid PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"skus" text[] NOT NULL,
	"card" jsonb,
	"document" jsonb
);
--> statement-breakpoint
CREATE TABLE "search"."scopes" (
	"tag" integer PRIMARY KEY NOT NULL,
	"changes" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search"."slots" (
	"slot" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"generation" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search"."tags" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search"."tags_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "tags_name_value_unique" UNIQUE("name","value")
);
--> statement-breakpoint
CREATE TABLE "search"."title_words_a" (
	"locale" text NOT NULL,
	"word" text collate "C" NOT NULL,
	"popularity" bigint NOT NULL,
	"id" uuid NOT NULL,
	CONSTRAINT "title_words_a_locale_word_popularity_id_pk" PRIMARY KEY("locale","word","popularity","id")
);
--> statement-breakpoint
CREATE TABLE "search"."title_words_b" (
	"locale" text NOT NULL,
	"word" text collate "C" NOT NULL,
	"popularity" bigint NOT NULL,
	"id" uuid NOT NULL,
	CONSTRAINT "title_words_b_locale_word_popularity_id_pk" PRIMARY KEY("locale","word","popularity","id")
);
--> statement-breakpoint
CREATE TABLE "search"."words_a" (
	"locale" text NOT NULL,
	"word" text NOT NULL,
	"folded" text collate "C" NOT NULL,
	"stem" text NOT NULL,
	"documents" integer NOT NULL,
	"strong" integer NOT NULL,
	CONSTRAINT "words_a_locale_word_pk" PRIMARY KEY("locale","word")
);
--> statement-breakpoint
CREATE TABLE "search"."words_b" (
	"locale" text NOT NULL,
	"word" text NOT NULL,
	"folded" text collate "C" NOT NULL,
	"stem" text NOT NULL,
	"documents" integer NOT NULL,
	"strong" integer NOT NULL,
	CONSTRAINT "words_b_locale_word_pk" PRIMARY KEY("locale","word")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "rebuilds_running" ON "search"."rebuilds" USING btree ((true)) WHERE "search"."rebuilds"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "bodies_a_body" ON "search"."bodies_a" USING gin ("body") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "bodies_b_body" ON "search"."bodies_b" USING gin ("body") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "listings_a_strong" ON "search"."listings_a" USING gin ("strong") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "listings_a_tags" ON "search"."listings_a" USING gin ("tags") WITH (fastupdate=false) WHERE locale = 'en';--> statement-breakpoint
CREATE INDEX "listings_a_newest" ON "search"."listings_a" USING btree ("newest","id") WHERE locale = 'en';--> statement-breakpoint
CREATE INDEX "listings_a_rating" ON "search"."listings_a" USING btree ("rating","id") WHERE locale = 'en';--> statement-breakpoint
CREATE INDEX "listings_a_popularity" ON "search"."listings_a" USING btree ("popularity","id") WHERE locale = 'en';--> statement-breakpoint
CREATE INDEX "listings_a_price_eur" ON "search"."listings_a" USING btree (price_eur,"id") WHERE locale = 'en';--> statement-breakpoint
CREATE INDEX "listings_a_price_usd" ON "search"."listings_a" USING btree (price_usd,"id") WHERE locale = 'en';--> statement-breakpoint
CREATE INDEX "listings_b_strong" ON "search"."listings_b" USING gin ("strong") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "listings_b_tags" ON "search"."listings_b" USING gin ("tags") WITH (fastupdate=false) WHERE locale = 'en';--> statement-breakpoint
CREATE INDEX "listings_b_newest" ON "search"."listings_b" USING btree ("newest","id") WHERE locale = 'en';--> statement-breakpoint
CREATE INDEX "listings_b_rating" ON "search"."listings_b" USING btree ("rating","id") WHERE locale = 'en';--> statement-breakpoint
CREATE INDEX "listings_b_popularity" ON "search"."listings_b" USING btree ("popularity","id") WHERE locale = 'en';--> statement-breakpoint
CREATE INDEX "listings_b_price_eur" ON "search"."listings_b" USING btree (price_eur,"id") WHERE locale = 'en';--> statement-breakpoint
CREATE INDEX "listings_b_price_usd" ON "search"."listings_b" USING btree (price_usd,"id") WHERE locale = 'en';--> statement-breakpoint
CREATE INDEX "products_a_skus" ON "search"."products_a" USING gin ("skus");--> statement-breakpoint
CREATE INDEX "products_b_skus" ON "search"."products_b" USING gin ("skus");--> statement-breakpoint
CREATE INDEX "words_a_stem" ON "search"."words_a" USING btree ("locale","stem");--> statement-breakpoint
CREATE INDEX "words_a_folded" ON "search"."words_a" USING btree ("locale","folded");--> statement-breakpoint
CREATE INDEX "words_b_stem" ON "search"."words_b" USING btree ("locale","stem");--> statement-breakpoint
CREATE INDEX "words_b_folded" ON "search"."words_b" USING btree ("locale","folded");--> statement-breakpoint
INSERT INTO search.slots (slot, state, generation) VALUES ('a', 'live', 1), ('b', 'idle', 0);
