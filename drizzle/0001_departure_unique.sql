-- A vehicle has at most one schedule with a given departure time. Deferrable, so that one statement may swap departures;
-- Drizzle cannot declare that, hence by hand.
ALTER TABLE "stay" ADD CONSTRAINT "stay_departure_unique" UNIQUE ("vehicle_key", "departure") DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_times_in_order" CHECK ("arrival" <= "departure");
