CREATE TABLE "plan_forecast" (
	"location_uid" text NOT NULL,
	"day" date NOT NULL,
	"inputs" text NOT NULL,
	CONSTRAINT "plan_forecast_location_uid_day_pk" PRIMARY KEY("location_uid","day")
);
--> statement-breakpoint
ALTER TABLE "plan_forecast" ADD CONSTRAINT "plan_forecast_location_uid_location_uid_fk" FOREIGN KEY ("location_uid") REFERENCES "public"."location"("uid") ON DELETE cascade ON UPDATE no action;