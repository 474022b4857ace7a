CREATE TABLE "identity"."memberships" (
	"user_id" uuid NOT NULL,
	"shop_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_user_id_shop_id_pk" PRIMARY KEY("user_id","shop_id"),
	CONSTRAINT "memberships_role" CHECK (role in ('owner', 'manager', 'packer', 'accountant'))
);
--> statement-breakpoint
ALTER TABLE "identity"."memberships" ADD CONSTRAINT "memberships_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "memberships_shop" ON "identity"."memberships" USING btree ("shop_id");--> statement-breakpoint
INSERT INTO "identity"."memberships" ("user_id", "shop_id", "role") SELECT "id", "seller_id", 'owner' FROM "identity"."user" WHERE "seller_id" <> '';
