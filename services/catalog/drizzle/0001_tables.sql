CREATE SCHEMA IF NOT EXISTS "catalog";
--> statement-breakpoint
CREATE TABLE "catalog"."categories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"tint_hue" smallint NOT NULL,
	"description" text NOT NULL,
	"position" smallint NOT NULL,
	"product_count" integer DEFAULT 0 NOT NULL,
	"image" jsonb NOT NULL,
	CONSTRAINT "categories_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "catalog"."facet_values" (
	"name" text NOT NULL,
	"value" text NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "facet_values_name_value_pk" PRIMARY KEY("name","value")
);
--> statement-breakpoint
CREATE TABLE "catalog"."listings" (
	"product_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"leaf_id" uuid NOT NULL,
	"top_id" uuid NOT NULL,
	"tags" text[] NOT NULL,
	"price_minor" bigint NOT NULL,
	"was_minor" bigint,
	"price_from" boolean NOT NULL,
	"newest_key" bigint NOT NULL,
	"rating_key" bigint NOT NULL,
	"popularity" bigint NOT NULL,
	"featured" integer,
	"card" jsonb NOT NULL,
	"document" "tsvector" NOT NULL,
	CONSTRAINT "listings_currency_product_id_pk" PRIMARY KEY("currency","product_id")
);
--> statement-breakpoint
CREATE TABLE "catalog"."outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "catalog"."prices" (
	"sku" text NOT NULL,
	"currency" char(3) NOT NULL,
	"price_minor" bigint NOT NULL,
	"was_minor" bigint,
	CONSTRAINT "prices_sku_currency_pk" PRIMARY KEY("sku","currency")
);
--> statement-breakpoint
CREATE TABLE "catalog"."products" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"category_id" uuid NOT NULL,
	"seller_id" uuid NOT NULL,
	"status" text NOT NULL,
	"attributes" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"images" jsonb NOT NULL,
	"rating_average" real DEFAULT 0 NOT NULL,
	"rating_count" integer DEFAULT 0 NOT NULL,
	"featured" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "products_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "catalog"."seeds" (
	"name" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog"."sellers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"about" text NOT NULL,
	"city" text NOT NULL,
	"country" char(2) NOT NULL,
	CONSTRAINT "sellers_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "catalog"."slug_history" (
	"slug" text PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog"."variants" (
	"sku" text PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"options" jsonb NOT NULL,
	"image" jsonb,
	"weight_grams" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog"."words" (
	"word" text PRIMARY KEY NOT NULL,
	"stem" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "catalog"."listings" ADD CONSTRAINT "listings_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "catalog"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."prices" ADD CONSTRAINT "prices_sku_variants_sku_fk" FOREIGN KEY ("sku") REFERENCES "catalog"."variants"("sku") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."products" ADD CONSTRAINT "products_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "catalog"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."products" ADD CONSTRAINT "products_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "catalog"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."slug_history" ADD CONSTRAINT "slug_history_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "catalog"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."variants" ADD CONSTRAINT "variants_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "catalog"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listings_product" ON "catalog"."listings" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "listings_price" ON "catalog"."listings" USING btree ("currency","price_minor","product_id");--> statement-breakpoint
CREATE INDEX "listings_newest" ON "catalog"."listings" USING btree ("currency","newest_key","product_id");--> statement-breakpoint
CREATE INDEX "listings_rating" ON "catalog"."listings" USING btree ("currency","rating_key","product_id");--> statement-breakpoint
CREATE INDEX "listings_popularity" ON "catalog"."listings" USING btree ("currency","popularity","product_id");--> statement-breakpoint
CREATE INDEX "listings_leaf" ON "catalog"."listings" USING btree ("currency","leaf_id","price_minor");--> statement-breakpoint
CREATE INDEX "listings_top" ON "catalog"."listings" USING btree ("currency","top_id","price_minor");--> statement-breakpoint
CREATE INDEX "listings_featured" ON "catalog"."listings" USING btree ("currency","featured") WHERE featured is not null;--> statement-breakpoint
CREATE INDEX "listings_document" ON "catalog"."listings" USING gin ("document");--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "catalog"."outbox" USING btree ("id") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "outbox_sent" ON "catalog"."outbox" USING btree ("sent_at") WHERE sent_at is not null;--> statement-breakpoint
CREATE INDEX "products_category" ON "catalog"."products" USING btree ("category_id","status");--> statement-breakpoint
CREATE INDEX "variants_product" ON "catalog"."variants" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "words_stem" ON "catalog"."words" USING btree ("stem");--> statement-breakpoint
CREATE INDEX "words_trigrams" ON "catalog"."words" USING gin (word public.gin_trgm_ops);