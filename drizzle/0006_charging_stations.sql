CREATE TABLE "charging_station" (
	"id" text PRIMARY KEY NOT NULL,
	"location_uid" text NOT NULL,
	"name" text,
	"max_power_kw" double precision,
	"safe_power_kw" double precision,
	"allow_restart" boolean NOT NULL,
	"allow_without_password" boolean NOT NULL,
	"evses" jsonb NOT NULL,
	"password_hash" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gateway_instance" (
	"id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "station_command" (
	"key" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "station_command_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"station_id" text NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"status" text NOT NULL,
	"words" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "station_message" (
	"key" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "station_message_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"station_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"direction" text NOT NULL,
	"action" text NOT NULL,
	"message_id" text NOT NULL,
	"payload" jsonb,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "station_state" (
	"station_id" text PRIMARY KEY NOT NULL,
	"connection_id" text,
	"instance_id" text,
	"protocol" text,
	"connected_at" timestamp (3) with time zone,
	"last_seen" timestamp (3) with time zone,
	"state" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "station_waiting" (
	"id" text PRIMARY KEY NOT NULL,
	"first_seen" timestamp (3) with time zone NOT NULL,
	"last_seen" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"reason" text NOT NULL,
	"password_hash" text
);
--> statement-breakpoint
ALTER TABLE "charging_station" ADD CONSTRAINT "charging_station_location_uid_location_uid_fk" FOREIGN KEY ("location_uid") REFERENCES "public"."location"("uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "station_command" ADD CONSTRAINT "station_command_station_id_charging_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."charging_station"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "station_state" ADD CONSTRAINT "station_state_station_id_charging_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."charging_station"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "charging_station_by_location" ON "charging_station" USING btree ("location_uid");--> statement-breakpoint
CREATE INDEX "station_command_by_station" ON "station_command" USING btree ("station_id","key");--> statement-breakpoint
CREATE INDEX "station_command_open" ON "station_command" USING btree ("station_id") WHERE status in ('waiting', 'sent');--> statement-breakpoint
CREATE INDEX "station_message_by_station" ON "station_message" USING btree ("station_id","at");--> statement-breakpoint
CREATE INDEX "station_message_by_time" ON "station_message" USING btree ("at");--> statement-breakpoint
CREATE INDEX "station_waiting_by_time" ON "station_waiting" USING btree ("last_seen");