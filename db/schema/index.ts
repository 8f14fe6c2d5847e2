export * from "./availability.ts";
export * from "./bookings.ts";
export * from "./catalog.ts";
export * from "./instructors.ts";
export * from "./lessons.ts";
export * from "./operations.ts";
export * from "./people.ts";
export * from "./search.ts";
