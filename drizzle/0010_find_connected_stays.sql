DROP INDEX "stay_by_vehicle";--> statement-breakpoint
CREATE INDEX "stay_connected" ON "stay" USING btree ("vehicle_key") WHERE connected_at is not null and disconnected_at is null;