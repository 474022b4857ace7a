CREATE TABLE "release_health"."served_minute" (
	"process" uuid NOT NULL,
	"mfe" text NOT NULL,
	"version" text NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"documents" integer NOT NULL,
	"failed_documents" integer NOT NULL,
	CONSTRAINT "served_minute_mfe_version_minute_process_pk" PRIMARY KEY("mfe","version","minute","process")
);
--> statement-breakpoint
CREATE INDEX "served_minute_minute" ON "release_health"."served_minute" USING btree ("minute");