CREATE INDEX `user_roles_role` ON `user_roles` (`role`,`user_id`);--> statement-breakpoint
CREATE INDEX `users_created` ON `users` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `users_first_name` ON `users` (lower("first_name"));--> statement-breakpoint
CREATE INDEX `users_last_name` ON `users` (lower("last_name"));