CREATE TABLE "audit_entry" (
	"key" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entry_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"from_address" text,
	"request_id" text,
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"action" text NOT NULL,
	"vehicle_id" text,
	"location_uids" text[],
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE INDEX "audit_entry_by_time" ON "audit_entry" USING btree ("at","key");--> statement-breakpoint
CREATE INDEX "audit_entry_by_object" ON "audit_entry" USING btree ("object_id","at","key");--> statement-breakpoint
CREATE INDEX "audit_entry_by_vehicle" ON "audit_entry" USING btree ("vehicle_id","at","key");--> statement-breakpoint
CREATE INDEX "audit_entry_by_kind" ON "audit_entry" USING btree ("kind","at","key");--> statement-breakpoint
CREATE INDEX "audit_entry_by_action" ON "audit_entry" USING btree ("action","at","key");--> statement-breakpoint
CREATE INDEX "audit_entry_by_person" ON "audit_entry" USING btree ("by_id","at","key");--> statement-breakpoint
CREATE INDEX "audit_entry_by_location" ON "audit_entry" USING gin ("location_uids");--> statement-breakpoint
-- Hand-written: entries are only added, also by whoever reaches the database beside the app.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'Entries of the audit log are never changed or removed.';
END $$;--> statement-breakpoint
CREATE TRIGGER "audit_entry_is_kept" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();--> statement-breakpoint
CREATE TRIGGER "audit_log_is_kept" BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
