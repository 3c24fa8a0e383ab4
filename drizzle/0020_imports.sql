CREATE TABLE "import_run" (
	"key" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_run_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"location_uid" text NOT NULL,
	"name" text,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"vehicles" integer NOT NULL,
	"schedules" integer NOT NULL,
	"left_out" jsonb NOT NULL,
	"calls" jsonb NOT NULL,
	"undone" jsonb,
	CONSTRAINT "import_run_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE INDEX "import_run_by_location" ON "import_run" USING btree ("location_uid","started_at");