import type * as schema from "../schema/index.ts";

export type UserRow = typeof schema.users.$inferSelect;
export type UserRoleRow = typeof schema.userRoles.$inferSelect;
export type InstructorRow = typeof schema.instructors.$inferSelect;
export type InstructorAreaRow = typeof schema.instructorAreas.$inferSelect;
export type OfferingRow = typeof schema.offerings.$inferSelect;
/** Without the id, which the database counts itself. */
export type AvailabilityRow = Omit<typeof schema.availabilityHours.$inferSelect, "id">;
export type BlackoutRow = typeof schema.blackouts.$inferSelect;
export type BookingRow = typeof schema.bookings.$inferSelect;
/** Without the id, which the database counts itself. */
export type BookingEventRow = Omit<typeof schema.bookingEvents.$inferSelect, "id">;
export type GuestRow = typeof schema.guests.$inferSelect;
export type SearchHistoryRow = typeof schema.searchHistory.$inferSelect;
export type SearchEventRow = typeof schema.searchEvents.$inferSelect;
export type SearchInteractionRow = typeof schema.searchInteractions.$inferSelect;

/** What people searched for, and what they did with what was found. */
export interface SearchRows {
  guests: GuestRow[];
  searchHistory: SearchHistoryRow[];
  searchEvents: SearchEventRow[];
  searchInteractions: SearchInteractionRow[];
}

/** Rows by table, in the order in which their references allow them to be written. */
export interface DemoRows extends SearchRows {
  users: UserRow[];
  userRoles: UserRoleRow[];
  instructors: InstructorRow[];
  instructorAreas: InstructorAreaRow[];
  offerings: OfferingRow[];
  availabilityHours: AvailabilityRow[];
  blackouts: BlackoutRow[];
  bookings: BookingRow[];
  bookingEvents: BookingEventRow[];
}
