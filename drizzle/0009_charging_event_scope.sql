ALTER TABLE "charging_event" DROP CONSTRAINT "charging_event_id_unique";--> statement-breakpoint
DROP INDEX "charging_event_disconnected";--> statement-breakpoint
DROP INDEX "charging_event_stranger";--> statement-breakpoint
ALTER TABLE "charging_event" ADD COLUMN "scope" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "charging_event" ADD COLUMN "fingerprint" text;--> statement-breakpoint
ALTER TABLE "charging_event" ADD COLUMN "estimated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "charging_event" ADD COLUMN "set_aside" jsonb;--> statement-breakpoint
ALTER TABLE "charging_event" ADD COLUMN "adopted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "charging_event" ADD COLUMN "meter_kwh" double precision;--> statement-breakpoint
ALTER TABLE "charging_session" ADD COLUMN "reports_meter" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- By hand: ids that were unique everywhere are unique in their location; EVCCIDs padded with zeros are the 6-byte address.
UPDATE "charging_event" SET "scope" = 'location:' || "location_uid" WHERE "location_uid" IS NOT NULL;--> statement-breakpoint
UPDATE "charging_session" c SET "reports_meter" = true WHERE "disconnected_at" IS NULL AND EXISTS (SELECT 1 FROM "charging_event" e WHERE e."vehicle_key" = c."vehicle_key" AND e."type" = 'meter' AND e."timestamp" >= c."connected_at");--> statement-breakpoint
UPDATE "charging_port" p SET "mac_address" = left(p."mac_address", 17) WHERE p."mac_address" LIKE '%:00:00' AND length(p."mac_address") = 23 AND NOT EXISTS (SELECT 1 FROM "charging_port" o WHERE o."mac_address" = left(p."mac_address", 17));--> statement-breakpoint
CREATE UNIQUE INDEX "charging_event_scope_id" ON "charging_event" USING btree ("scope","id");--> statement-breakpoint
CREATE INDEX "charging_event_at_place" ON "charging_event" USING btree (coalesce(station_id, ''),"timestamp") WHERE type in ('ev-connected', 'charging-started', 'connector-status');--> statement-breakpoint
CREATE INDEX "charging_session_at_place" ON "charging_session" USING btree (coalesce(station_id, ''),"connected_at");--> statement-breakpoint
CREATE INDEX "charging_event_stranger" ON "charging_event" USING btree ("location_uid","mac_address","timestamp") WHERE vehicle_key is null and type <> 'connector-status';