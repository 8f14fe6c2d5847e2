-- What was written to the audit log stays as it is, whoever tries.
CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'audit_log_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'audit_log_append_only');
END;
--> statement-breakpoint
-- Somebody must always be able to grant rights. Every change of rights or status writes its entry after
-- the change and in the same transaction, so this refuses the whole of it.
CREATE TRIGGER audit_log_last_admin BEFORE INSERT ON audit_log
WHEN NEW.action IN ('roles_changed', 'permission_changed', 'status_changed')
BEGIN
  SELECT RAISE(ABORT, 'last_admin') WHERE NOT EXISTS (
    SELECT 1 FROM users AS u
    WHERE u.id IN (
        SELECT ur.user_id FROM role_permissions AS rp JOIN user_roles AS ur ON ur.role = rp.role
        WHERE rp.permission = 'manage_roles'
        UNION
        SELECT user_id FROM permission_overrides WHERE permission = 'manage_roles' AND granted = 1
      )
      AND u.status <> 'deactivated'
      AND NOT EXISTS (
        SELECT 1 FROM permission_overrides AS o
        WHERE o.user_id = u.id AND o.permission = 'manage_roles' AND o.granted = 0
      )
  );
END;
