CREATE TABLE "charging_session" (
	"key" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "charging_session_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"vehicle_key" bigint NOT NULL,
	"location_uid" text,
	"station_id" text,
	"evse_id" text,
	"connector_id" text,
	"transaction_id" text,
	"connected_at" timestamp (3) with time zone NOT NULL,
	"disconnected_at" timestamp (3) with time zone,
	"charging" boolean NOT NULL,
	"power_kw" double precision,
	"last_event_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "metered_interval" (
	"vehicle_key" bigint NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"location_uid" text,
	"energy_kwh" double precision NOT NULL,
	"start_soc" double precision,
	"end_soc" double precision,
	CONSTRAINT "metered_interval_vehicle_key_from_at_pk" PRIMARY KEY("vehicle_key","from_at")
);
--> statement-breakpoint
ALTER TABLE "charging_session" ADD CONSTRAINT "charging_session_vehicle_key_vehicle_key_fk" FOREIGN KEY ("vehicle_key") REFERENCES "public"."vehicle"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metered_interval" ADD CONSTRAINT "metered_interval_vehicle_key_vehicle_key_fk" FOREIGN KEY ("vehicle_key") REFERENCES "public"."vehicle"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "charging_session_begin" ON "charging_session" USING btree ("vehicle_key","connected_at");--> statement-breakpoint
CREATE INDEX "charging_session_open" ON "charging_session" USING btree ("location_uid") WHERE disconnected_at is null;--> statement-breakpoint
CREATE INDEX "metered_interval_by_location" ON "metered_interval" USING btree ("location_uid","from_at");--> statement-breakpoint
CREATE INDEX "charging_event_disconnected" ON "charging_event" USING btree ("vehicle_key","timestamp") WHERE type = 'ev-disconnected';--> statement-breakpoint
CREATE INDEX "charging_event_v2icp" ON "charging_event" USING btree ("vehicle_key","timestamp") WHERE v2icp is not null;--> statement-breakpoint
CREATE INDEX "charging_event_connector" ON "charging_event" USING btree ("location_uid","station_id","evse_id","connector_id","timestamp") WHERE type = 'connector-status';--> statement-breakpoint
CREATE INDEX "charging_event_stranger" ON "charging_event" USING btree ("location_uid","mac_address","timestamp") WHERE vehicle_key is null and mac_address is not null;