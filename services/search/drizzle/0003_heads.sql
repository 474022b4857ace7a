ALTER TABLE "search"."words_a" ADD COLUMN "heads" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search"."words_b" ADD COLUMN "heads" integer DEFAULT 0 NOT NULL;