TRUNCATE search.listings_a, search.listings_b, search.products_a, search.products_b, search.words_a, search.words_b, search.completions_a, search.completions_b;--> statement-breakpoint
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
DROP INDEX "search"."listings_a_body";--> statement-breakpoint
DROP INDEX "search"."listings_b_body";--> statement-breakpoint
ALTER TABLE "search"."listings_a" ADD COLUMN "title" "tsvector" NOT NULL;--> statement-breakpoint
ALTER TABLE "search"."listings_a" ADD COLUMN "head" text NOT NULL;--> statement-breakpoint
ALTER TABLE "search"."listings_b" ADD COLUMN "title" "tsvector" NOT NULL;--> statement-breakpoint
ALTER TABLE "search"."listings_b" ADD COLUMN "head" text NOT NULL;--> statement-breakpoint
CREATE INDEX "bodies_a_body" ON "search"."bodies_a" USING gin ("body") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "bodies_b_body" ON "search"."bodies_b" USING gin ("body") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "words_a_folded" ON "search"."words_a" USING btree ("locale","folded");--> statement-breakpoint
CREATE INDEX "words_b_folded" ON "search"."words_b" USING btree ("locale","folded");--> statement-breakpoint
ALTER TABLE "search"."listings_a" DROP COLUMN "body";--> statement-breakpoint
ALTER TABLE "search"."listings_b" DROP COLUMN "body";