CREATE TABLE "search"."assortments" (
	"product_id" uuid PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"skus" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search"."stock" (
	"sku" text PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"is_available" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search"."completions_a" ADD COLUMN "weight_eur" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search"."completions_a" ADD COLUMN "weight_usd" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search"."completions_b" ADD COLUMN "weight_eur" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search"."completions_b" ADD COLUMN "weight_usd" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search"."listings_a" ADD COLUMN "in_stock" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "search"."listings_b" ADD COLUMN "in_stock" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "assortments_skus" ON "search"."assortments" USING gin ("skus");--> statement-breakpoint
UPDATE "search"."completions_a" SET "weight_eur" = "weight", "weight_usd" = "weight";--> statement-breakpoint
UPDATE "search"."completions_b" SET "weight_eur" = "weight", "weight_usd" = "weight";--> statement-breakpoint
ALTER TABLE "search"."listings_a" SET (fillfactor = 90);--> statement-breakpoint
ALTER TABLE "search"."listings_b" SET (fillfactor = 90);
