CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`key_hash` text NOT NULL,
	`hint` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "api_keys_period" CHECK("api_keys"."expires_at" > "api_keys"."created_at")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_key_hash_unique` ON `api_keys` (`key_hash`);--> statement-breakpoint
CREATE INDEX `api_keys_user` ON `api_keys` (`user_id`);--> statement-breakpoint
CREATE INDEX `api_keys_expires` ON `api_keys` (`expires_at`);--> statement-breakpoint
-- A request that was on its way when the account was erased leaves no key behind.
CREATE TRIGGER api_keys_erased BEFORE INSERT ON api_keys
WHEN EXISTS (SELECT 1 FROM users WHERE id = NEW.user_id AND erased_at IS NOT NULL)
BEGIN
  SELECT RAISE(IGNORE);
END;
