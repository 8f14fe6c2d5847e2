CREATE TABLE `daily_result_counts` (
	`date` text NOT NULL,
	`result_count` integer NOT NULL,
	`searches` integer NOT NULL,
	PRIMARY KEY(`date`, `result_count`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `daily_searches` (
	`date` text NOT NULL,
	`dimension` text NOT NULL,
	`value` text NOT NULL,
	`searches` integer NOT NULL,
	`users` integer NOT NULL,
	`guests` integer NOT NULL,
	`zero_results` integer NOT NULL,
	`result_sum` integer NOT NULL,
	`clicked` integer NOT NULL,
	`viewed` integer NOT NULL,
	`booked` integer NOT NULL,
	PRIMARY KEY(`date`, `dimension`, `value`),
	CONSTRAINT "daily_searches_dimension" CHECK("daily_searches"."dimension" IN ('all', 'type', 'query', 'service', 'category', 'referrer', 'device', 'borough'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `daily_searches_dimension` ON `daily_searches` (`dimension`,`date`);--> statement-breakpoint
CREATE TABLE `daily_visitors` (
	`date` text NOT NULL,
	`kind` text NOT NULL,
	`visitor_id` text NOT NULL,
	PRIMARY KEY(`date`, `kind`, `visitor_id`),
	CONSTRAINT "daily_visitors_kind" CHECK("daily_visitors"."kind" IN ('user', 'guest'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `daily_visitors_visitor` ON `daily_visitors` (`visitor_id`);--> statement-breakpoint
CREATE TABLE `service_metrics` (
	`service_slug` text PRIMARY KEY NOT NULL,
	`computed_at` integer NOT NULL,
	`searches_7d` integer NOT NULL,
	`searches_30d` integer NOT NULL,
	`viewed_30d` integer NOT NULL,
	`booked_30d` integer NOT NULL,
	`lessons_90d` integer NOT NULL,
	`completed_90d` integer NOT NULL,
	`closed_90d` integer NOT NULL,
	`price_quartile1_cents` integer,
	`price_median_cents` integer,
	`price_quartile3_cents` integer,
	`usual_minutes` integer,
	`peak_hour` integer,
	`peak_weekday` integer,
	`instructors` integer NOT NULL,
	`weekly_minutes` integer NOT NULL,
	`demand_score` real NOT NULL,
	`trend` real,
	FOREIGN KEY (`service_slug`) REFERENCES `services`(`slug`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `uncounted_hours` (
	`hour` integer PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `search_events_query` ON `search_events` (`normalized_query`,`searched_at`,`user_id`);--> statement-breakpoint
-- Events come late, twice and in any order. Whenever one is really written, its hour is counted anew.
CREATE TRIGGER search_events_uncounted AFTER INSERT ON search_events
BEGIN
  INSERT OR IGNORE INTO uncounted_hours (hour) VALUES (NEW.searched_at / 3600000);
END;
--> statement-breakpoint
-- What somebody did with a result counts for the date of the search.
CREATE TRIGGER search_interactions_uncounted AFTER INSERT ON search_interactions
BEGIN
  INSERT OR IGNORE INTO uncounted_hours (hour)
  SELECT searched_at / 3600000 FROM search_events WHERE id = NEW.search_event_id;
END;
--> statement-breakpoint
INSERT OR IGNORE INTO uncounted_hours (hour) SELECT DISTINCT searched_at / 3600000 FROM search_events;
