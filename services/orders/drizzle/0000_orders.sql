CREATE SCHEMA IF NOT EXISTS "orders";
--> statement-breakpoint
CREATE TYPE "orders"."checkout_failure" AS ENUM('out_of_stock', 'declined', 'challenge_failed', 'expired');--> statement-breakpoint
CREATE TYPE "orders"."checkout_state" AS ENUM('open', 'reserving', 'authorising', 'challenged', 'placing', 'capturing', 'voiding', 'releasing', 'done', 'failed', 'capture_refused');--> statement-breakpoint
CREATE TYPE "orders"."order_status" AS ENUM('placed', 'paid', 'shipped', 'delivered', 'cancelled');--> statement-breakpoint
CREATE TABLE "orders"."checkouts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"state" "orders"."checkout_state" DEFAULT 'open' NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"lines" jsonb NOT NULL,
	"priced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"address" jsonb,
	"shipping_method_id" text DEFAULT '' NOT NULL,
	"payment_method" text DEFAULT '' NOT NULL,
	"payment_label" text DEFAULT '' NOT NULL,
	"totals" jsonb,
	"return_url" text DEFAULT '' NOT NULL,
	"challenge_url" text DEFAULT '' NOT NULL,
	"failure" "orders"."checkout_failure",
	"failed_skus" text[] DEFAULT '{}' NOT NULL,
	"order_number" text DEFAULT '' NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders"."inbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"handled_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders"."orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"checkout_id" uuid NOT NULL,
	"owner_id" text NOT NULL,
	"email" text NOT NULL,
	"address" jsonb NOT NULL,
	"currency" text NOT NULL,
	"shipping" jsonb NOT NULL,
	"payment_label" text NOT NULL,
	"totals" jsonb NOT NULL,
	"status" "orders"."order_status" NOT NULL,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "orders_number_unique" UNIQUE("number"),
	CONSTRAINT "orders_checkout_id_unique" UNIQUE("checkout_id")
);
--> statement-breakpoint
CREATE TABLE "orders"."outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "orders"."sub_orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"seller_id" text NOT NULL,
	"seller_name" text NOT NULL,
	"status" "orders"."order_status" NOT NULL,
	"lines" jsonb NOT NULL,
	"items_minor" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders"."timeline" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"status" "orders"."order_status" NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "orders"."sub_orders" ADD CONSTRAINT "sub_orders_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "orders"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."timeline" ADD CONSTRAINT "timeline_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "orders"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checkouts_due" ON "orders"."checkouts" USING btree ("due_at") WHERE "orders"."checkouts"."state" not in ('open', 'done', 'failed', 'capture_refused');--> statement-breakpoint
CREATE INDEX "checkouts_of_owner" ON "orders"."checkouts" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "checkouts_finished" ON "orders"."checkouts" USING btree ("expires_at") WHERE "orders"."checkouts"."state" in ('open', 'done', 'failed');--> statement-breakpoint
CREATE INDEX "inbox_handled" ON "orders"."inbox" USING btree ("handled_at");--> statement-breakpoint
CREATE INDEX "orders_of_owner" ON "orders"."orders" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "orders"."outbox" USING btree ("id") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "outbox_sent" ON "orders"."outbox" USING btree ("sent_at") WHERE sent_at is not null;--> statement-breakpoint
CREATE INDEX "sub_orders_of_order" ON "orders"."sub_orders" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "sub_orders_of_seller" ON "orders"."sub_orders" USING btree ("seller_id","id");--> statement-breakpoint
CREATE INDEX "timeline_of_order" ON "orders"."timeline" USING btree ("order_id","id");