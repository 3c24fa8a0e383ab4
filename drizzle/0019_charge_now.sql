ALTER TABLE "stay" ADD COLUMN "charge_now_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "stay" ADD COLUMN "charge_now_by" text;