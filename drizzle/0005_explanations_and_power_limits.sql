ALTER TABLE "location" ADD COLUMN "power_limits" jsonb;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "explanation" jsonb;