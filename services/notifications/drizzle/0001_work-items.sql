ALTER TABLE "notifications"."delivery" ALTER COLUMN "sent_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications"."delivery" ADD COLUMN "state" text DEFAULT 'sent' NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications"."delivery" ADD COLUMN "attempt" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications"."delivery" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notifications"."delivery" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "notifications"."delivery" ADD COLUMN "facts" jsonb;--> statement-breakpoint
CREATE INDEX "delivery_due" ON "notifications"."delivery" USING btree ("due_at") WHERE state in ('wanted', 'sending', 'failed');--> statement-breakpoint
CREATE INDEX "delivery_dead" ON "notifications"."delivery" USING btree ("id") WHERE state = 'dead';--> statement-breakpoint
ALTER TABLE "notifications"."delivery" ADD CONSTRAINT "delivery_state" CHECK (state in ('wanted', 'sending', 'failed', 'sent', 'dead'));