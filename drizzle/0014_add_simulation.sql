CREATE TABLE "simulation" (
	"location_uid" text PRIMARY KEY NOT NULL,
	"is_running" boolean NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"played_by" text,
	"played_until" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "simulation" ADD CONSTRAINT "simulation_location_uid_location_uid_fk" FOREIGN KEY ("location_uid") REFERENCES "public"."location"("uid") ON DELETE cascade ON UPDATE no action;