CREATE SCHEMA "release_health";
--> statement-breakpoint
CREATE TABLE "release_health"."document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"weight" double precision NOT NULL,
	"vitals" jsonb NOT NULL,
	"failed" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release_health"."release_minute" (
	"mfe" text NOT NULL,
	"version" text NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"reports" integer NOT NULL,
	"failed_reports" integer NOT NULL,
	"documents" double precision NOT NULL,
	"failed_documents" double precision NOT NULL,
	"lcp" double precision[] NOT NULL,
	"inp" double precision[] NOT NULL,
	"cls" double precision[] NOT NULL,
	"ttfb" double precision[] NOT NULL,
	"example_error" text,
	CONSTRAINT "release_minute_mfe_version_minute_pk" PRIMARY KEY("mfe","version","minute")
);
--> statement-breakpoint
CREATE INDEX "document_minute" ON "release_health"."document" USING btree ("minute");--> statement-breakpoint
CREATE INDEX "release_minute_minute" ON "release_health"."release_minute" USING btree ("minute");