CREATE SCHEMA IF NOT EXISTS "cart";
--> statement-breakpoint
CREATE TYPE "cart"."movement_kind" AS ENUM('set', 'reserved', 'released', 'committed');--> statement-breakpoint
CREATE TYPE "cart"."reservation_status" AS ENUM('held', 'committed', 'released', 'expired');--> statement-breakpoint
CREATE TABLE "cart"."inbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"handled_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cart"."movements" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"sku" text NOT NULL,
	"kind" "cart"."movement_kind" NOT NULL,
	"on_hand_delta" integer NOT NULL,
	"reserved_delta" integer NOT NULL,
	"checkout_id" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cart"."outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "cart"."reservations" (
	"checkout_id" text PRIMARY KEY NOT NULL,
	"status" "cart"."reservation_status" NOT NULL,
	"skus" text[] NOT NULL,
	"quantities" integer[] NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cart"."stock" (
	"sku" text PRIMARY KEY NOT NULL,
	"seller_id" text NOT NULL,
	"on_hand" integer NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "stock_never_oversold" CHECK ("cart"."stock"."reserved" <= "cart"."stock"."on_hand"),
	CONSTRAINT "stock_never_negative" CHECK ("cart"."stock"."reserved" >= 0 and "cart"."stock"."on_hand" >= 0),
	CONSTRAINT "stock_plausible" CHECK ("cart"."stock"."on_hand" <= 1000000)
);
--> statement-breakpoint
ALTER TABLE "cart"."movements" ADD CONSTRAINT "movements_of_known_sku" FOREIGN KEY ("sku") REFERENCES "cart"."stock"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbox_handled" ON "cart"."inbox" USING btree ("handled_at");--> statement-breakpoint
CREATE INDEX "movements_by_sku" ON "cart"."movements" USING btree ("sku","id");--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "cart"."outbox" USING btree ("id") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "outbox_sent" ON "cart"."outbox" USING btree ("sent_at") WHERE sent_at is not null;--> statement-breakpoint
CREATE INDEX "reservations_due" ON "cart"."reservations" USING btree ("expires_at") WHERE "cart"."reservations"."status" = 'held';