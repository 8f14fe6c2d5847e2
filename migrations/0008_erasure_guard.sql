-- An erased account stays erased: a request that was on its way when it happened changes it no more.
CREATE TRIGGER users_erased BEFORE UPDATE ON users
WHEN OLD.erased_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'account_erased');
END;
--> statement-breakpoint
-- Nor does anything that was on its way come to lie under it. Whoever writes sees that nothing was written.
CREATE TRIGGER bookings_erased BEFORE INSERT ON bookings
WHEN NEW.status = 'confirmed' AND EXISTS (
  SELECT 1 FROM users WHERE id = NEW.student_id AND erased_at IS NOT NULL
)
BEGIN
  SELECT RAISE(IGNORE);
END;
--> statement-breakpoint
CREATE TRIGGER sessions_erased BEFORE INSERT ON sessions
WHEN EXISTS (SELECT 1 FROM users WHERE id = NEW.user_id AND erased_at IS NOT NULL)
BEGIN
  SELECT RAISE(IGNORE);
END;
--> statement-breakpoint
CREATE TRIGGER search_history_erased BEFORE INSERT ON search_history
WHEN EXISTS (SELECT 1 FROM users WHERE id = NEW.user_id AND erased_at IS NOT NULL)
BEGIN
  SELECT RAISE(IGNORE);
END;
--> statement-breakpoint
CREATE TRIGGER search_events_erased BEFORE INSERT ON search_events
WHEN EXISTS (SELECT 1 FROM users WHERE id = NEW.user_id AND erased_at IS NOT NULL)
BEGIN
  SELECT RAISE(IGNORE);
END;
--> statement-breakpoint
CREATE TRIGGER booking_drafts_erased BEFORE INSERT ON booking_drafts
WHEN EXISTS (SELECT 1 FROM users WHERE id = NEW.user_id AND erased_at IS NOT NULL)
BEGIN
  SELECT RAISE(IGNORE);
END;
