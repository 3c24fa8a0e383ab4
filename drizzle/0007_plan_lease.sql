CREATE TABLE "plan_lease" (
	"location_uid" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "plan_request" ADD COLUMN "waiting_since" timestamp (3) with time zone DEFAULT now() NOT NULL;