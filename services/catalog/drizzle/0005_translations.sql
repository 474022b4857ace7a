CREATE TABLE "catalog"."attribute_translations" (
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "attribute_translations_name_locale_pk" PRIMARY KEY("name","locale")
);
--> statement-breakpoint
CREATE TABLE "catalog"."category_translations" (
	"category_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "category_translations_category_id_locale_pk" PRIMARY KEY("category_id","locale")
);
--> statement-breakpoint
CREATE TABLE "catalog"."product_translations" (
	"product_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"options" jsonb NOT NULL,
	"attributes" jsonb NOT NULL,
	"alts" jsonb NOT NULL,
	"document" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('catalog.mall', title), 'A') || setweight(to_tsvector('catalog.mall', description), 'D')) STORED NOT NULL,
	CONSTRAINT "product_translations_product_id_locale_pk" PRIMARY KEY("product_id","locale")
);
--> statement-breakpoint
CREATE TABLE "catalog"."value_translations" (
	"name" text NOT NULL,
	"value" text NOT NULL,
	"locale" text NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "value_translations_name_value_locale_pk" PRIMARY KEY("name","value","locale")
);
--> statement-breakpoint
ALTER TABLE "catalog"."category_translations" ADD CONSTRAINT "category_translations_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "catalog"."categories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."product_translations" ADD CONSTRAINT "product_translations_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "catalog"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "product_translations_document" ON "catalog"."product_translations" USING gin ("document");