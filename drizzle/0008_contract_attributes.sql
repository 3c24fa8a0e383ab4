CREATE TABLE "vehicle_token" (
	"vehicle_key" bigint NOT NULL,
	"position" integer NOT NULL,
	"token" text NOT NULL,
	CONSTRAINT "vehicle_token_vehicle_key_position_pk" PRIMARY KEY("vehicle_key","position")
);
--> statement-breakpoint
-- By hand: what is stored already gets the defaults of the contract.
ALTER TABLE "location" ADD COLUMN "ready_buffer_minutes" double precision NOT NULL DEFAULT 30;--> statement-breakpoint
ALTER TABLE "location" ALTER COLUMN "ready_buffer_minutes" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "location" ADD COLUMN "control_chargers" boolean NOT NULL DEFAULT true;--> statement-breakpoint
ALTER TABLE "location" ALTER COLUMN "control_chargers" DROP DEFAULT;--> statement-breakpoint
-- By hand: until here a rule recurred in the zone that its location has.
ALTER TABLE "rule_version" ADD COLUMN "time_zone" text;--> statement-breakpoint
UPDATE "rule_version" SET "time_zone" = "location"."time_zone" FROM "location" WHERE "location"."uid" = "rule_version"."location_uid";--> statement-breakpoint
ALTER TABLE "rule_version" ALTER COLUMN "time_zone" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "vehicle" ADD COLUMN "charging_curve" jsonb;--> statement-breakpoint
ALTER TABLE "vehicle_token" ADD CONSTRAINT "vehicle_token_vehicle_key_vehicle_key_fk" FOREIGN KEY ("vehicle_key") REFERENCES "public"."vehicle"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "vehicle_token_unique" ON "vehicle_token" USING btree (lower("token"));