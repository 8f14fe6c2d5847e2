CREATE TABLE `webhook_deliveries` (
	`webhook_id` text NOT NULL,
	`event_id` text NOT NULL,
	`booking_id` text NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`attempts_end` integer NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`last_status` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`delivered_at` integer,
	PRIMARY KEY(`webhook_id`, `event_id`),
	FOREIGN KEY (`webhook_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "webhook_deliveries_status" CHECK("webhook_deliveries"."status" IN ('pending', 'delivered', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`next_attempt_at`) WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due_webhook` ON `webhook_deliveries` (`webhook_id`,`next_attempt_at`) WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX `webhook_deliveries_webhook` ON `webhook_deliveries` (`webhook_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_created` ON `webhook_deliveries` (`created_at`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`instructor_id` text NOT NULL,
	`url` text NOT NULL,
	`events` text NOT NULL,
	`secret_version` integer NOT NULL,
	`rotated_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`instructor_id`) REFERENCES `instructors`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "webhooks_secret_version" CHECK("webhooks"."secret_version" >= 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `webhooks_instructor` ON `webhooks` (`instructor_id`);--> statement-breakpoint
-- A request that was on its way when the account was erased leaves no webhook behind.
CREATE TRIGGER webhooks_erased BEFORE INSERT ON webhooks
WHEN EXISTS (SELECT 1 FROM users WHERE id = NEW.instructor_id AND erased_at IS NOT NULL)
BEGIN
  SELECT RAISE(IGNORE);
END;
