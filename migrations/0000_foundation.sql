CREATE TABLE `availability_hours` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`instructor_id` text NOT NULL,
	`weekday` integer,
	`date` text,
	`start_minute` integer,
	`end_minute` integer,
	FOREIGN KEY (`instructor_id`) REFERENCES `instructors`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "availability_hours_kind" CHECK(("availability_hours"."weekday" IS NULL) <> ("availability_hours"."date" IS NULL) AND ("availability_hours"."weekday" IS NULL OR "availability_hours"."weekday" BETWEEN 1 AND 7)),
	CONSTRAINT "availability_hours_range" CHECK(("availability_hours"."start_minute" IS NULL AND "availability_hours"."end_minute" IS NULL AND "availability_hours"."date" IS NOT NULL) OR ("availability_hours"."start_minute" IS NOT NULL AND "availability_hours"."end_minute" IS NOT NULL AND "availability_hours"."start_minute" >= 0 AND "availability_hours"."end_minute" > "availability_hours"."start_minute" AND "availability_hours"."end_minute" <= 1440 AND "availability_hours"."start_minute" % 15 = 0 AND "availability_hours"."end_minute" % 15 = 0))
) STRICT;
--> statement-breakpoint
CREATE INDEX `availability_hours_instructor` ON `availability_hours` (`instructor_id`,`date`,`weekday`);--> statement-breakpoint
CREATE TABLE `blackouts` (
	`id` text PRIMARY KEY NOT NULL,
	`instructor_id` text NOT NULL,
	`start_on` text NOT NULL,
	`end_on` text NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`instructor_id`) REFERENCES `instructors`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "blackouts_range" CHECK("blackouts"."end_on" >= "blackouts"."start_on")
) STRICT;
--> statement-breakpoint
CREATE INDEX `blackouts_instructor` ON `blackouts` (`instructor_id`,`end_on`);--> statement-breakpoint
CREATE TABLE `booking_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`booking_id` text NOT NULL,
	`actor_id` text,
	`from_status` text,
	`to_status` text NOT NULL,
	`from_start_at` integer,
	`to_start_at` integer NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `booking_events_booking` ON `booking_events` (`booking_id`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`student_id` text NOT NULL,
	`instructor_id` text NOT NULL,
	`offering_id` text NOT NULL,
	`service_name` text NOT NULL,
	`status` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`timezone` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`hourly_rate_cents` integer NOT NULL,
	`price_cents` integer NOT NULL,
	`location_type` text NOT NULL,
	`location_detail` text,
	`student_note` text,
	`instructor_note` text,
	`policy_version` integer NOT NULL,
	`cancelled_by` text,
	`cancelled_at` integer,
	`cancellation_reason` text,
	`cancellation_fee_percent` integer,
	`cancellation_fee_cents` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`student_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`instructor_id`) REFERENCES `instructors`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "bookings_status" CHECK("bookings"."status" IN ('confirmed', 'completed', 'cancelled', 'no_show')),
	CONSTRAINT "bookings_self" CHECK("bookings"."student_id" <> "bookings"."instructor_id"),
	CONSTRAINT "bookings_end" CHECK("bookings"."end_at" = "bookings"."start_at" + "bookings"."duration_minutes" * 60000),
	CONSTRAINT "bookings_duration" CHECK("bookings"."duration_minutes" BETWEEN 15 AND 240),
	CONSTRAINT "bookings_quarter" CHECK("bookings"."start_at" % 900000 = 0 AND "bookings"."duration_minutes" % 15 = 0),
	CONSTRAINT "bookings_cancellation" CHECK(("bookings"."status" = 'cancelled') = ("bookings"."cancelled_at" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `bookings_student` ON `bookings` (`student_id`,`start_at`);--> statement-breakpoint
CREATE INDEX `bookings_instructor` ON `bookings` (`instructor_id`,`start_at`);--> statement-breakpoint
CREATE INDEX `bookings_student_confirmed` ON `bookings` (`student_id`,`start_at`,`end_at`) WHERE status = 'confirmed';--> statement-breakpoint
CREATE INDEX `bookings_instructor_confirmed` ON `bookings` (`instructor_id`,`start_at`,`end_at`) WHERE status = 'confirmed';--> statement-breakpoint
CREATE INDEX `bookings_offering` ON `bookings` (`offering_id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`actor_id` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`answer` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`actor_id`, `key`),
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_keys_expires` ON `idempotency_keys` (`expires_at`);--> statement-breakpoint
CREATE TABLE `areas` (
	`slug` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`borough_slug` text,
	FOREIGN KEY (`borough_slug`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `categories` (
	`slug` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`subtitle` text NOT NULL,
	`display_order` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `services` (
	`slug` text PRIMARY KEY NOT NULL,
	`category_slug` text NOT NULL,
	`name` text NOT NULL,
	`online_capable` integer NOT NULL,
	`requires_certification` integer NOT NULL,
	`display_order` integer NOT NULL,
	FOREIGN KEY (`category_slug`) REFERENCES `categories`(`slug`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `instructor_areas` (
	`instructor_id` text NOT NULL,
	`area_slug` text NOT NULL,
	PRIMARY KEY(`instructor_id`, `area_slug`),
	FOREIGN KEY (`instructor_id`) REFERENCES `instructors`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`area_slug`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `instructor_areas_area` ON `instructor_areas` (`area_slug`,`instructor_id`);--> statement-breakpoint
CREATE TABLE `instructors` (
	`id` text PRIMARY KEY NOT NULL,
	`bio` text NOT NULL,
	`years_experience` integer NOT NULL,
	`timezone` text NOT NULL,
	`minimum_notice_hours` integer NOT NULL,
	`buffer_minutes` integer NOT NULL,
	`availability_version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "instructors_years" CHECK("instructors"."years_experience" BETWEEN 0 AND 60),
	CONSTRAINT "instructors_notice" CHECK("instructors"."minimum_notice_hours" BETWEEN 0 AND 168),
	CONSTRAINT "instructors_buffer" CHECK("instructors"."buffer_minutes" BETWEEN 0 AND 60)
) STRICT;
--> statement-breakpoint
CREATE TABLE `offerings` (
	`id` text PRIMARY KEY NOT NULL,
	`instructor_id` text NOT NULL,
	`service_slug` text NOT NULL,
	`hourly_rate_cents` integer NOT NULL,
	`duration_options` text NOT NULL,
	`location_types` text NOT NULL,
	`levels` text NOT NULL,
	`audiences` text NOT NULL,
	`description` text NOT NULL,
	`is_active` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`instructor_id`) REFERENCES `instructors`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`service_slug`) REFERENCES `services`(`slug`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "offerings_rate" CHECK("offerings"."hourly_rate_cents" BETWEEN 100 AND 100000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `offerings_service` ON `offerings` (`service_slug`,`is_active`,`hourly_rate_cents`,`instructor_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `offerings_one_per_service` ON `offerings` (`instructor_id`,`service_slug`);--> statement-breakpoint
CREATE TABLE `permission_overrides` (
	`user_id` text NOT NULL,
	`permission` text NOT NULL,
	`granted` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `permission`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`permission`) REFERENCES `permissions`(`name`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `permissions` (
	`name` text PRIMARY KEY NOT NULL,
	`group_name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `role_permissions` (
	`role` text NOT NULL,
	`permission` text NOT NULL,
	PRIMARY KEY(`role`, `permission`),
	FOREIGN KEY (`role`) REFERENCES `roles`(`name`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`permission`) REFERENCES `permissions`(`name`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `roles` (
	`name` text PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`user_agent` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_hash_unique` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `user_roles` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `role`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`role`) REFERENCES `roles`(`name`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`password_hash` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`timezone` text NOT NULL,
	`status` text NOT NULL,
	`email_verified_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "users_status" CHECK("users"."status" IN ('active', 'suspended', 'deactivated')),
	CONSTRAINT "users_email_lower" CHECK("users"."email" = lower("users"."email"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);