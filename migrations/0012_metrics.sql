CREATE TABLE `alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`severity` text NOT NULL,
	`value` real NOT NULL,
	`threshold` real NOT NULL,
	`details` text NOT NULL,
	`raised_at` integer NOT NULL,
	`acknowledged_at` integer,
	`acknowledged_by` text,
	FOREIGN KEY (`acknowledged_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "alerts_severity" CHECK("alerts"."severity" IN ('critical', 'warning'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `alerts_kind` ON `alerts` (`kind`,`raised_at`);--> statement-breakpoint
CREATE INDEX `alerts_raised` ON `alerts` (`raised_at`);--> statement-breakpoint
CREATE TABLE `metric_counters` (
	`name` text NOT NULL,
	`labels` text NOT NULL,
	`value` real NOT NULL,
	PRIMARY KEY(`name`, `labels`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `metric_gauges` (
	`name` text NOT NULL,
	`labels` text NOT NULL,
	`value` real NOT NULL,
	`measured_at` integer NOT NULL,
	PRIMARY KEY(`name`, `labels`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `metric_hourly` (
	`hour_at` integer NOT NULL,
	`name` text NOT NULL,
	`labels` text NOT NULL,
	`value` real NOT NULL,
	PRIMARY KEY(`hour_at`, `name`, `labels`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `metric_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `metric_messages_expires` ON `metric_messages` (`expires_at`);--> statement-breakpoint
CREATE TABLE `metric_windows` (
	`start_at` integer NOT NULL,
	`name` text NOT NULL,
	`labels` text NOT NULL,
	`value` real NOT NULL,
	PRIMARY KEY(`start_at`, `name`, `labels`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `request_samples` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`request_id` text NOT NULL,
	`method` text NOT NULL,
	`route` text NOT NULL,
	`status` integer NOT NULL,
	`duration_ms` real NOT NULL,
	`waited_ms` real,
	`rows_read` integer NOT NULL,
	`statement` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "request_samples_kind" CHECK("request_samples"."kind" IN ('request', 'query'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `request_samples_kind` ON `request_samples` (`kind`,`created_at`);--> statement-breakpoint
CREATE INDEX `request_samples_created` ON `request_samples` (`created_at`);