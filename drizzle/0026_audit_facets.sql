DROP INDEX "audit_entry_by_location";--> statement-breakpoint
CREATE INDEX "audit_entry_by_facets" ON "audit_entry" USING gin ((location_uids || array[kind, action, by_id]));