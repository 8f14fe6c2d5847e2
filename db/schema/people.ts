import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

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
    /** Set while the person does not want their searches measured. */
    measuringDeclinedAt: integer("measuring_declined_at"),
    /** Whether signing out clears the search history. */
    clearsSearches: integer("clears_searches", { mode: "boolean" }).notNull().default(false),
    /** Nothing here tells who it was any more; the row stays for the other side of their lessons. */
    erasedAt: integer("erased_at"),
  },
  (t) => [
    index("users_created").on(t.createdAt, t.id),
    // People are looked for by the beginnings of their names, however they are written.
    index("users_first_name").on(sql`lower(${t.firstName})`),
    index("users_last_name").on(sql`lower(${t.lastName})`),
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
  (t) => [
    primaryKey({ columns: [t.userId, t.role] }),
    index("user_roles_role").on(t.role, t.userId),
  ],
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
    /** When the password was last given in this session. */
    authenticatedAt: integer("authenticated_at").notNull().default(0),
    /** The next request gets another token, as the person's rights have changed. */
    isRotationDue: integer("is_rotation_due", { mode: "boolean" }).notNull().default(false),
    /** The token before the last rotation: requests that were on their way still carry it. */
    previousTokenHash: text("previous_token_hash"),
    rotatedAt: integer("rotated_at"),
  },
  (t) => [
    index("sessions_user").on(t.userId),
    index("sessions_expires").on(t.expiresAt),
    uniqueIndex("sessions_previous_token")
      .on(t.previousTokenHash)
      .where(sql`previous_token_hash IS NOT NULL`),
  ],
);

/** Secrets that were mailed to somebody, by their hash. Each works once. */
export const accountTokens = sqliteTable(
  "account_tokens",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "restrict" }),
    kind: text("kind", { enum: ["password_reset", "email_verification"] }).notNull(),
    /** SHA-256 of the token in the link, in hex. */
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    usedAt: integer("used_at"),
  },
  (t) => [
    index("account_tokens_user").on(t.userId, t.kind),
    index("account_tokens_expires").on(t.expiresAt),
    check("account_tokens_kind", sql`${t.kind} IN ('password_reset', 'email_verification')`),
  ],
);
