ALTER TABLE "orders"."order_lines" ADD COLUMN "locale" text DEFAULT '' NOT NULL;
