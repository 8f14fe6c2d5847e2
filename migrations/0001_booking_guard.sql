-- No two confirmed lessons of one person may overlap, whichever role the person has in them and
-- whichever statement writes them. A lesson lasts 240 minutes at most (bookings_duration), so only
-- lessons that start less than that before the new one need a look: the cost does not grow with
-- history. A rebuild of the bookings table drops these triggers silently: write them again there.
CREATE TRIGGER bookings_no_overlap_insert BEFORE INSERT ON bookings
WHEN NEW.status = 'confirmed'
BEGIN
  SELECT RAISE(ABORT, 'slot_taken') WHERE EXISTS (
    SELECT 1 FROM bookings AS b
    WHERE b.status = 'confirmed' AND b.instructor_id IN (NEW.instructor_id, NEW.student_id)
      AND b.start_at > NEW.start_at - 14400000 AND b.start_at < NEW.end_at AND b.end_at > NEW.start_at
  );
  SELECT RAISE(ABORT, 'student_conflict') WHERE EXISTS (
    SELECT 1 FROM bookings AS b
    WHERE b.status = 'confirmed' AND b.student_id IN (NEW.instructor_id, NEW.student_id)
      AND b.start_at > NEW.start_at - 14400000 AND b.start_at < NEW.end_at AND b.end_at > NEW.start_at
  );
END;
--> statement-breakpoint
CREATE TRIGGER bookings_no_overlap_update
BEFORE UPDATE OF status, start_at, end_at, instructor_id, student_id ON bookings
WHEN NEW.status = 'confirmed'
BEGIN
  SELECT RAISE(ABORT, 'slot_taken') WHERE EXISTS (
    SELECT 1 FROM bookings AS b
    WHERE b.status = 'confirmed' AND b.instructor_id IN (NEW.instructor_id, NEW.student_id)
      AND b.start_at > NEW.start_at - 14400000 AND b.start_at < NEW.end_at AND b.end_at > NEW.start_at
      AND b.id <> NEW.id
  );
  SELECT RAISE(ABORT, 'student_conflict') WHERE EXISTS (
    SELECT 1 FROM bookings AS b
    WHERE b.status = 'confirmed' AND b.student_id IN (NEW.instructor_id, NEW.student_id)
      AND b.start_at > NEW.start_at - 14400000 AND b.start_at < NEW.end_at AND b.end_at > NEW.start_at
      AND b.id <> NEW.id
  );
END;
