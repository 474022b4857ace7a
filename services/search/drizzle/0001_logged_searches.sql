CREATE TABLE "search"."logged_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"searched_on" date NOT NULL,
	"query" text NOT NULL,
	"locale" text NOT NULL,
	"total" integer NOT NULL,
	"corrected_to" text,
	"clicked_position" integer,
	"clicks" integer DEFAULT 0 NOT NULL,
	"added" boolean DEFAULT false NOT NULL,
	"bought" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX "logged_searches_day" ON "search"."logged_searches" USING btree ("searched_on");