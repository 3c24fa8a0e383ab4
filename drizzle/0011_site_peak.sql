CREATE TABLE "site_peak" (
	"location_uid" text NOT NULL,
	"day" date NOT NULL,
	"peak_kw" double precision NOT NULL,
	CONSTRAINT "site_peak_location_uid_day_pk" PRIMARY KEY("location_uid","day")
);
--> statement-breakpoint
CREATE TABLE "site_peak_so_far" (
	"location_uid" text PRIMARY KEY NOT NULL,
	"basis" text NOT NULL,
	"peak_kw" double precision NOT NULL
);
--> statement-breakpoint
ALTER TABLE "site_peak" ADD CONSTRAINT "site_peak_location_uid_location_uid_fk" FOREIGN KEY ("location_uid") REFERENCES "public"."location"("uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_peak_so_far" ADD CONSTRAINT "site_peak_so_far_location_uid_location_uid_fk" FOREIGN KEY ("location_uid") REFERENCES "public"."location"("uid") ON DELETE cascade ON UPDATE no action;