-- Every write that changes what search may show of an instructor moves their row to the end of the
-- list. Hours, blackouts and lessons need no trigger of their own: whoever writes them raises
-- availability_version in the same transaction.
CREATE TRIGGER listing_changed_instructor_insert AFTER INSERT ON instructors
BEGIN
  DELETE FROM listing_changes WHERE instructor_id = NEW.id;
  INSERT INTO listing_changes (instructor_id) VALUES (NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER listing_changed_instructor_update AFTER UPDATE ON instructors
BEGIN
  DELETE FROM listing_changes WHERE instructor_id = NEW.id;
  INSERT INTO listing_changes (instructor_id) VALUES (NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER listing_changed_user AFTER UPDATE OF status, first_name, last_name ON users
WHEN EXISTS (SELECT 1 FROM instructors WHERE id = NEW.id)
BEGIN
  DELETE FROM listing_changes WHERE instructor_id = NEW.id;
  INSERT INTO listing_changes (instructor_id) VALUES (NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER listing_changed_offering_insert AFTER INSERT ON offerings
BEGIN
  DELETE FROM listing_changes WHERE instructor_id = NEW.instructor_id;
  INSERT INTO listing_changes (instructor_id) VALUES (NEW.instructor_id);
END;
--> statement-breakpoint
CREATE TRIGGER listing_changed_offering_update AFTER UPDATE ON offerings
BEGIN
  DELETE FROM listing_changes WHERE instructor_id = NEW.instructor_id;
  INSERT INTO listing_changes (instructor_id) VALUES (NEW.instructor_id);
END;
--> statement-breakpoint
CREATE TRIGGER listing_changed_offering_delete AFTER DELETE ON offerings
BEGIN
  DELETE FROM listing_changes WHERE instructor_id = OLD.instructor_id;
  INSERT INTO listing_changes (instructor_id) VALUES (OLD.instructor_id);
END;
--> statement-breakpoint
CREATE TRIGGER listing_changed_area_insert AFTER INSERT ON instructor_areas
BEGIN
  DELETE FROM listing_changes WHERE instructor_id = NEW.instructor_id;
  INSERT INTO listing_changes (instructor_id) VALUES (NEW.instructor_id);
END;
--> statement-breakpoint
CREATE TRIGGER listing_changed_area_delete AFTER DELETE ON instructor_areas
BEGIN
  DELETE FROM listing_changes WHERE instructor_id = OLD.instructor_id;
  INSERT INTO listing_changes (instructor_id) VALUES (OLD.instructor_id);
END;
--> statement-breakpoint
INSERT INTO listing_changes (instructor_id) SELECT id FROM instructors ORDER BY id;
