CREATE TABLE `announcement_dismissals` (
	`id` text PRIMARY KEY NOT NULL,
	`announcement_id` text NOT NULL,
	`user_id` text,
	`guest_id` text,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`announcement_id`) REFERENCES `announcements`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "announcement_dismissals_owner" CHECK(("announcement_dismissals"."user_id" IS NULL) <> ("announcement_dismissals"."guest_id" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `announcement_dismissals_user` ON `announcement_dismissals` (`user_id`,`announcement_id`) WHERE user_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `announcement_dismissals_guest` ON `announcement_dismissals` (`guest_id`,`announcement_id`) WHERE guest_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `announcement_dismissals_announcement` ON `announcement_dismissals` (`announcement_id`);--> statement-breakpoint
CREATE INDEX `announcement_dismissals_expires` ON `announcement_dismissals` (`expires_at`);--> statement-breakpoint
CREATE TABLE `announcements` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`link_path` text,
	`audience` text NOT NULL,
	`priority` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "announcements_period" CHECK("announcements"."ends_at" > "announcements"."starts_at"),
	CONSTRAINT "announcements_audience" CHECK("announcements"."audience" IN ('everyone', 'guests', 'students', 'instructors'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `announcements_ends` ON `announcements` (`ends_at`,`starts_at`);--> statement-breakpoint
CREATE INDEX `announcements_created_by` ON `announcements` (`created_by`);--> statement-breakpoint
CREATE TABLE `service_alerts` (
	`user_id` text NOT NULL,
	`service_slug` text NOT NULL,
	`created_at` integer NOT NULL,
	`notified_at` integer,
	PRIMARY KEY(`user_id`, `service_slug`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`service_slug`) REFERENCES `services`(`slug`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `service_alerts_pending` ON `service_alerts` (`service_slug`) WHERE notified_at IS NULL;--> statement-breakpoint
CREATE INDEX `service_alerts_notified` ON `service_alerts` (`notified_at`);