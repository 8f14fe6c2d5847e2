CREATE TABLE `dead_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`queue` text NOT NULL,
	`body` text NOT NULL,
	`attempts` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `dead_letters_created` ON `dead_letters` (`created_at`);--> statement-breakpoint
CREATE TABLE `guests` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`converted_at` integer,
	`converted_user_id` text,
	FOREIGN KEY (`converted_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `guests_created` ON `guests` (`created_at`);--> statement-breakpoint
CREATE INDEX `guests_converted_user` ON `guests` (`converted_user_id`);--> statement-breakpoint
CREATE TABLE `ip_salts` (
	`day` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `listing_changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`instructor_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `listing_changes_instructor_id_unique` ON `listing_changes` (`instructor_id`);--> statement-breakpoint
CREATE TABLE `search_events` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`guest_id` text,
	`normalized_query` text NOT NULL,
	`search_type` text NOT NULL,
	`result_count` integer NOT NULL,
	`services` text NOT NULL,
	`category` text,
	`device` text NOT NULL,
	`country` text,
	`region` text,
	`city` text,
	`borough` text,
	`ip_hash` text,
	`referrer` text,
	`searched_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `search_events_searched` ON `search_events` (`searched_at`);--> statement-breakpoint
CREATE INDEX `search_events_user` ON `search_events` (`user_id`);--> statement-breakpoint
CREATE INDEX `search_events_guest` ON `search_events` (`guest_id`);--> statement-breakpoint
CREATE TABLE `search_history` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`guest_id` text,
	`normalized_query` text NOT NULL,
	`query` text NOT NULL,
	`search_type` text NOT NULL,
	`search_count` integer NOT NULL,
	`result_count` integer NOT NULL,
	`first_searched_at` integer NOT NULL,
	`last_searched_at` integer NOT NULL,
	`last_event_id` text NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "search_history_owner" CHECK(("search_history"."user_id" IS NULL) <> ("search_history"."guest_id" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_history_user` ON `search_history` (`user_id`,`normalized_query`) WHERE user_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `search_history_guest` ON `search_history` (`guest_id`,`normalized_query`) WHERE guest_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `search_history_deleted` ON `search_history` (`deleted_at`);--> statement-breakpoint
CREATE TABLE `search_interactions` (
	`id` text PRIMARY KEY NOT NULL,
	`search_event_id` text NOT NULL,
	`type` text NOT NULL,
	`instructor_id` text NOT NULL,
	`position` integer,
	`elapsed_ms` integer,
	`created_at` integer NOT NULL,
	CONSTRAINT "search_interactions_type" CHECK("search_interactions"."type" IN ('impression', 'hover', 'click', 'view_profile', 'book'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_interactions_once` ON `search_interactions` (`search_event_id`,`instructor_id`,`type`);--> statement-breakpoint
CREATE INDEX `search_interactions_instructor` ON `search_interactions` (`instructor_id`,`type`,`created_at`);--> statement-breakpoint
CREATE INDEX `search_interactions_created` ON `search_interactions` (`created_at`);