CREATE TABLE "token_call" (
	"key" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "token_call_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"status" smallint NOT NULL,
	"calls" integer NOT NULL,
	"request_bytes" bigint,
	"response_bytes" bigint NOT NULL,
	"duration_ms" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "token_call_by_token" ON "token_call" USING btree ("token_id","key");--> statement-breakpoint
CREATE INDEX "token_call_by_time" ON "token_call" USING btree ("at");