CREATE INDEX `booking_events_reason_actor` ON `booking_events` (`actor_id`) WHERE reason IS NOT NULL AND actor_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `booking_events_reason_created` ON `booking_events` (`created_at`) WHERE reason IS NOT NULL AND actor_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `emails_address` ON `emails` (`address`) WHERE address IS NOT NULL;--> statement-breakpoint
CREATE INDEX `guests_converted` ON `guests` (`converted_at`) WHERE converted_at IS NOT NULL;