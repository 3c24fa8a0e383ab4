CREATE TABLE "app_state" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refresh_token" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"location_uids" text[],
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_by" text,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "refresh_token_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "charging_event" (
	"key" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "charging_event_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"type" text NOT NULL,
	"timestamp" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"vehicle_key" bigint,
	"mac_address" text,
	"location_uid" text,
	"station_id" text,
	"evse_id" text,
	"connector_id" text,
	"transaction_id" text,
	"soc" double precision,
	"power_kw" double precision,
	"energy_kwh" double precision,
	"odometer" double precision,
	"reason" text,
	"status" text,
	"error_code" text,
	"v2icp" jsonb,
	CONSTRAINT "charging_event_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "location" (
	"uid" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"location_id" text,
	"name" text,
	"address" text,
	"city" text,
	"postal_code" text,
	"country" text,
	"country_code" text,
	"lat" double precision,
	"lng" double precision,
	"time_zone" text NOT NULL,
	"power_limit_kw" double precision,
	"charging_efficiency" double precision NOT NULL,
	"base_load" jsonb,
	"tariff" jsonb,
	"strategy" text NOT NULL,
	"target_soc" double precision NOT NULL,
	"minimum_soc" double precision NOT NULL,
	"bulk_soc" double precision NOT NULL,
	"departure_margin_minutes" double precision NOT NULL,
	"assumed_arrival_soc" double precision NOT NULL,
	"power_rules" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"stay_key" bigint PRIMARY KEY NOT NULL,
	"plan" jsonb NOT NULL,
	"frozen" boolean NOT NULL,
	"posted" boolean NOT NULL,
	"strategy" text,
	"strategy_version" text,
	"planned_at" timestamp (3) with time zone NOT NULL,
	"trigger" text,
	"trigger_description" text
);
--> statement-breakpoint
CREATE TABLE "plan_elapsed" (
	"stay_key" bigint PRIMARY KEY NOT NULL,
	"segments" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_request" (
	"location_uid" text PRIMARY KEY NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"revision" bigint NOT NULL,
	"trigger" text NOT NULL,
	"trigger_description" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_run" (
	"key" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_run_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"location_uid" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone NOT NULL,
	"trigger" text NOT NULL,
	"trigger_description" text NOT NULL,
	"planned" integer NOT NULL,
	"changed" integer NOT NULL,
	"peak_kw" double precision,
	"energy_kwh" double precision,
	"unmet_kwh" double precision,
	"cost" double precision,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "plan_version" (
	"stay_key" bigint NOT NULL,
	"version" integer NOT NULL,
	"plan" jsonb NOT NULL,
	"strategy" text,
	"strategy_version" text,
	"planned_at" timestamp (3) with time zone NOT NULL,
	"trigger" text,
	"trigger_description" text,
	CONSTRAINT "plan_version_stay_key_version_pk" PRIMARY KEY("stay_key","version")
);
--> statement-breakpoint
CREATE TABLE "rule" (
	"key" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rule_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"vehicle_key" bigint NOT NULL,
	"posted_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "rule_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "rule_exception" (
	"rule_key" bigint NOT NULL,
	"original_date" date NOT NULL,
	"skipped" boolean NOT NULL,
	"changes" jsonb NOT NULL,
	CONSTRAINT "rule_exception_rule_key_original_date_pk" PRIMARY KEY("rule_key","original_date")
);
--> statement-breakpoint
CREATE TABLE "rule_version" (
	"key" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rule_version_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"rule_key" bigint NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone,
	"location_uid" text NOT NULL,
	"recurrence_rule" text NOT NULL,
	"arrival" timestamp (3) with time zone NOT NULL,
	"departure" timestamp (3) with time zone NOT NULL,
	"start_soc" double precision,
	"target_soc" double precision NOT NULL,
	"minimum_soc" double precision,
	"priority" integer NOT NULL,
	"external_id" text,
	"block_id" text,
	"plan" jsonb,
	"plan_meta" jsonb
);
--> statement-breakpoint
CREATE TABLE "stay" (
	"key" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stay_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"vehicle_key" bigint NOT NULL,
	"location_uid" text NOT NULL,
	"arrival" timestamp (3) with time zone NOT NULL,
	"departure" timestamp (3) with time zone NOT NULL,
	"start_soc" double precision,
	"target_soc" double precision NOT NULL,
	"minimum_soc" double precision,
	"priority" integer NOT NULL,
	"external_id" text,
	"block_id" text,
	"rule_key" bigint,
	"rule_version_key" bigint,
	"original_date" date,
	"connected_at" timestamp (3) with time zone,
	"disconnected_at" timestamp (3) with time zone,
	"charging_started_at" timestamp (3) with time zone,
	"charging_ended_at" timestamp (3) with time zone,
	"measured_start_soc" double precision,
	"measured_soc" double precision,
	"measured_soc_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stay_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'read' NOT NULL,
	"location_uids" text[],
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "charging_port" (
	"mac_address" text PRIMARY KEY NOT NULL,
	"vehicle_key" bigint NOT NULL,
	"position" integer NOT NULL,
	"type" text NOT NULL,
	"inactive" boolean
);
--> statement-breakpoint
CREATE TABLE "vehicle" (
	"key" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "vehicle_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text,
	"ev_model" text,
	"license_plate" text,
	"notes" text,
	"vin" text,
	"full_charge_energy_kwh" double precision,
	"max_charge_power_kw" double precision,
	"min_charge_power_kw" double precision NOT NULL,
	"min_preconditioning_power_kw" double precision,
	"consumption" double precision,
	"supports_pause_resume" boolean NOT NULL,
	"enable_charge_scheduling" boolean NOT NULL,
	"v2icp_parameters" jsonb,
	"preconditioning" jsonb,
	"v2icp" jsonb
);
--> statement-breakpoint
CREATE TABLE "vehicle_location" (
	"vehicle_key" bigint NOT NULL,
	"location_uid" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "vehicle_location_vehicle_key_location_uid_pk" PRIMARY KEY("vehicle_key","location_uid")
);
--> statement-breakpoint
ALTER TABLE "charging_event" ADD CONSTRAINT "charging_event_vehicle_key_vehicle_key_fk" FOREIGN KEY ("vehicle_key") REFERENCES "public"."vehicle"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_stay_key_stay_key_fk" FOREIGN KEY ("stay_key") REFERENCES "public"."stay"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_elapsed" ADD CONSTRAINT "plan_elapsed_stay_key_stay_key_fk" FOREIGN KEY ("stay_key") REFERENCES "public"."stay"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_request" ADD CONSTRAINT "plan_request_location_uid_location_uid_fk" FOREIGN KEY ("location_uid") REFERENCES "public"."location"("uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_run" ADD CONSTRAINT "plan_run_location_uid_location_uid_fk" FOREIGN KEY ("location_uid") REFERENCES "public"."location"("uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_stay_key_stay_key_fk" FOREIGN KEY ("stay_key") REFERENCES "public"."stay"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule" ADD CONSTRAINT "rule_vehicle_key_vehicle_key_fk" FOREIGN KEY ("vehicle_key") REFERENCES "public"."vehicle"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_exception" ADD CONSTRAINT "rule_exception_rule_key_rule_key_fk" FOREIGN KEY ("rule_key") REFERENCES "public"."rule"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_version" ADD CONSTRAINT "rule_version_rule_key_rule_key_fk" FOREIGN KEY ("rule_key") REFERENCES "public"."rule"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_version" ADD CONSTRAINT "rule_version_location_uid_location_uid_fk" FOREIGN KEY ("location_uid") REFERENCES "public"."location"("uid") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_vehicle_key_vehicle_key_fk" FOREIGN KEY ("vehicle_key") REFERENCES "public"."vehicle"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_location_uid_location_uid_fk" FOREIGN KEY ("location_uid") REFERENCES "public"."location"("uid") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_rule_key_rule_key_fk" FOREIGN KEY ("rule_key") REFERENCES "public"."rule"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_rule_version_key_rule_version_key_fk" FOREIGN KEY ("rule_version_key") REFERENCES "public"."rule_version"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charging_port" ADD CONSTRAINT "charging_port_vehicle_key_vehicle_key_fk" FOREIGN KEY ("vehicle_key") REFERENCES "public"."vehicle"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicle_location" ADD CONSTRAINT "vehicle_location_vehicle_key_vehicle_key_fk" FOREIGN KEY ("vehicle_key") REFERENCES "public"."vehicle"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicle_location" ADD CONSTRAINT "vehicle_location_location_uid_location_uid_fk" FOREIGN KEY ("location_uid") REFERENCES "public"."location"("uid") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "charging_event_by_vehicle" ON "charging_event" USING btree ("vehicle_key","timestamp");--> statement-breakpoint
CREATE INDEX "charging_event_by_location" ON "charging_event" USING btree ("location_uid","timestamp");--> statement-breakpoint
CREATE INDEX "charging_event_by_transaction" ON "charging_event" USING btree ("transaction_id") WHERE transaction_id is not null;--> statement-breakpoint
CREATE INDEX "plan_run_by_location" ON "plan_run" USING btree ("location_uid","finished_at");--> statement-breakpoint
CREATE INDEX "rule_by_vehicle" ON "rule" USING btree ("vehicle_key");--> statement-breakpoint
CREATE INDEX "rule_version_by_rule" ON "rule_version" USING btree ("rule_key");--> statement-breakpoint
CREATE INDEX "rule_version_by_location" ON "rule_version" USING btree ("location_uid","valid_to");--> statement-breakpoint
CREATE UNIQUE INDEX "stay_rule_date_unique" ON "stay" USING btree ("rule_key","original_date");--> statement-breakpoint
CREATE INDEX "stay_by_location" ON "stay" USING btree ("location_uid","departure","arrival");--> statement-breakpoint
CREATE INDEX "stay_by_vehicle" ON "stay" USING btree ("vehicle_key","departure");--> statement-breakpoint
CREATE INDEX "account_by_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_by_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_by_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "charging_port_by_vehicle" ON "charging_port" USING btree ("vehicle_key");--> statement-breakpoint
CREATE UNIQUE INDEX "vehicle_id_unique" ON "vehicle" USING btree ("id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "vehicle_location_by_location" ON "vehicle_location" USING btree ("location_uid");