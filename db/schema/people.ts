import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const users = sqliteTable(
  "users",
  {
    id: text("id").primaryKey(),
    /** Lower case, so that uniqueness is case-insensitive. */
    email: text("email").notNull().unique(),
    passwordHash: text("password_hash").notNull(),
    firstName: text("first_name").notNull(),
    lastName: text("last_name").notNull(),
    timezone: text("timezone").notNull(),
    status: text("status", { enum: ["active", "suspended", "deactivated"] }).notNull(),
    emailVerifiedAt: integer("email_verified_at"),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [
    check("users_status", sql`${t.status} IN ('active', 'suspended', 'deactivated')`),
    check("users_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);

export const permissions = sqliteTable("permissions", {
  name: text("name").primaryKey(),
  group: text("group_name").notNull(),
});

export const roles = sqliteTable("roles", { name: text("name").primaryKey() });

export const rolePermissions = sqliteTable(
  "role_permissions",
  {
    role: text("role")
      .notNull()
      .references(() => roles.name, { onDelete: "restrict" }),
    permission: text("permission")
      .notNull()
      .references(() => permissions.name, { onDelete: "restrict" }),
  },
  (t) => [primaryKey({ columns: [t.role, t.permission] })],
);

export const userRoles = sqliteTable(
  "user_roles",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "restrict" }),
    role: text("role")
      .notNull()
      .references(() => roles.name, { onDelete: "restrict" }),
    grantedAt: integer("granted_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.role] })],
);

/** One person's exception to their roles: a grant adds a permission, a revoke removes it. */
export const permissionOverrides = sqliteTable(
  "permission_overrides",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "restrict" }),
    permission: text("permission")
      .notNull()
      .references(() => permissions.name, { onDelete: "restrict" }),
    granted: integer("granted", { mode: "boolean" }).notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.permission] })],
);

export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "restrict" }),
    /** SHA-256 of the cookie's token, in hex: the table alone signs nobody in. */
    tokenHash: text("token_hash").notNull().unique(),
    userAgent: text("user_agent").notNull(),
    createdAt: integer("created_at").notNull(),
    lastSeenAt: integer("last_seen_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [index("sessions_user").on(t.userId), index("sessions_expires").on(t.expiresAt)],
);
