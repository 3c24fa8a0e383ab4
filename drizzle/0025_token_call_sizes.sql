ALTER TABLE "token_call" ALTER COLUMN "response_bytes" DROP NOT NULL;--> statement-breakpoint
CREATE INDEX "token_call_of_day" ON "token_call" USING btree ("token_id","at");