CREATE TABLE "alarm" (
	"key" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alarm_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"location_uid" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"about" jsonb NOT NULL,
	"cause" text NOT NULL,
	"advice" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"noticed_at" timestamp (3) with time zone NOT NULL,
	"raised_at" timestamp (3) with time zone,
	"missing_since" timestamp (3) with time zone,
	"cleared_at" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" text
);
--> statement-breakpoint
CREATE TABLE "alarm_watch" (
	"location_uid" text PRIMARY KEY NOT NULL,
	"watched_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alarm" ADD CONSTRAINT "alarm_location_uid_location_uid_fk" FOREIGN KEY ("location_uid") REFERENCES "public"."location"("uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alarm_watch" ADD CONSTRAINT "alarm_watch_location_uid_location_uid_fk" FOREIGN KEY ("location_uid") REFERENCES "public"."location"("uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alarm_open" ON "alarm" USING btree ("location_uid","kind","subject") WHERE cleared_at is null;--> statement-breakpoint
CREATE INDEX "alarm_by_location" ON "alarm" USING btree ("location_uid","raised_at");--> statement-breakpoint
CREATE INDEX "alarm_by_end" ON "alarm" USING btree ("cleared_at");