CREATE TABLE "catalog"."attribute_definitions" (
	"name" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"position" smallint NOT NULL,
	"is_facet" boolean NOT NULL,
	"is_ascending" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "catalog"."products" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "catalog"."variants" ADD COLUMN "seller_id" uuid;--> statement-breakpoint
ALTER TABLE "catalog"."variants" ADD COLUMN "seller_sku" text;--> statement-breakpoint
CREATE UNIQUE INDEX "variants_seller_sku" ON "catalog"."variants" USING btree ("seller_id","seller_sku");--> statement-breakpoint
UPDATE "catalog"."variants" v SET "seller_id" = p."seller_id", "seller_sku" = v."sku" FROM "catalog"."products" p WHERE p."id" = v."product_id";
--> statement-breakpoint
INSERT INTO "catalog"."attribute_definitions" ("name", "label", "position", "is_facet", "is_ascending") VALUES
	('colour', 'Colour', 1, true, false),
	('size', 'Size', 2, true, true),
	('shoe-size', 'Shoe size', 3, true, true),
	('ring-size', 'Ring size', 4, true, true),
	('volume', 'Volume', 5, true, true),
	('weight', 'Weight', 6, true, true),
	('measure', 'Size in cm', 7, true, true),
	('pack', 'Pack', 8, true, true),
	('material', 'Material', 9, true, false),
	('suits', 'Made for', 10, true, false),
	('origin', 'Made in', 11, true, false),
	('dimensions', 'Dimensions', 12, false, false),
	('care', 'Care', 13, false, false);
