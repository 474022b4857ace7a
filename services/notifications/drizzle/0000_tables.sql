CREATE SCHEMA "notifications";
--> statement-breakpoint
CREATE TABLE "notifications"."delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"template" text NOT NULL,
	"recipient" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "delivery_once" UNIQUE("event_id","channel","recipient")
);
--> statement-breakpoint
CREATE TABLE "notifications"."inbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"handled_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications"."outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "delivery_recipient" ON "notifications"."delivery" USING btree ("recipient","id");--> statement-breakpoint
CREATE INDEX "inbox_handled" ON "notifications"."inbox" USING btree ("handled_at");--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "notifications"."outbox" USING btree ("id") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "outbox_sent" ON "notifications"."outbox" USING btree ("sent_at") WHERE sent_at is not null;