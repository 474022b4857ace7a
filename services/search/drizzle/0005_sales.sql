CREATE TABLE "search"."inbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"handled_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search"."sales" (
	"product_id" uuid NOT NULL,
	"sold_on" date NOT NULL,
	"units" integer NOT NULL,
	CONSTRAINT "sales_product_id_sold_on_pk" PRIMARY KEY("product_id","sold_on")
);
--> statement-breakpoint
ALTER TABLE "search"."listings_a" ADD COLUMN "sold" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search"."listings_b" ADD COLUMN "sold" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "inbox_handled" ON "search"."inbox" USING btree ("handled_at");--> statement-breakpoint
CREATE INDEX "sales_day" ON "search"."sales" USING btree ("sold_on");