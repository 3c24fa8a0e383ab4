CREATE TABLE "access_attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "access_attempt_by_end" ON "access_attempt" USING btree ("window_ends_at");