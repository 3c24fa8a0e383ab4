CREATE TABLE "station_control" (
	"station_id" text PRIMARY KEY NOT NULL,
	"control" jsonb NOT NULL,
	"shown" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "station_control" ADD CONSTRAINT "station_control_station_id_charging_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."charging_station"("id") ON DELETE cascade ON UPDATE no action;