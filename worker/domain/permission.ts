/** The 30 permissions. Which role holds which is data (`roles`, `role_permissions`). */
export const PERMISSIONS = [
  "manage_own_profile",
  "view_own_bookings",
  "view_own_search_history",
  "change_own_password",
  "delete_own_account",
  "view_instructors",
  "view_instructor_availability",
  "create_bookings",
  "cancel_own_bookings",
  "view_booking_details",
  "manage_instructor_profile",
  "manage_services",
  "manage_availability",
  "view_incoming_bookings",
  "complete_bookings",
  "cancel_student_bookings",
  "view_own_instructor_analytics",
  "suspend_own_instructor_account",
  "view_all_users",
  "manage_users",
  "view_system_analytics",
  "export_analytics",
  "view_all_bookings",
  "manage_all_bookings",
  "access_monitoring",
  "moderate_content",
  "view_financials",
  "manage_financials",
  "manage_roles",
  "manage_permissions",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** Nothing asks for these, with the reason. Instructors and free times are public: also for guests. */
export const UNASKED_PERMISSIONS: Partial<Record<Permission, string>> = {
  view_instructors: "open to everybody",
  view_instructor_availability: "open to everybody",
  view_financials: "no payments here yet",
  manage_financials: "no payments here yet",
};

export const ROLES = ["student", "instructor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** One person's exception to what their roles give. */
export interface PermissionOverride {
  permission: Permission;
  granted: boolean;
}

/**
 * The one effective set: the union over roles, then overrides (a grant adds, a revoke removes).
 * A suspended person keeps what they have, and makes no new bookings.
 */
export function effectivePermissions(
  fromRoles: Iterable<Permission>,
  overrides: Iterable<PermissionOverride>,
  status: "active" | "suspended" | "deactivated",
): Set<Permission> {
  const effective = new Set(fromRoles);
  for (const { permission, granted } of overrides) {
    if (granted) effective.add(permission);
    else effective.delete(permission);
  }
  if (status === "suspended") effective.delete("create_bookings");
  return effective;
}
