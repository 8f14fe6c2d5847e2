import type { Page } from "playwright-core";
import { expect } from "vitest";
import { openFirstResult, PASSWORD, POINTER, showTimes } from "./journey.ts";

export interface BookedLesson {
  /** The lesson's page. */
  path: string;
  /** RFC 3339. */
  startAt: string;
  service: string;
}

/** A new student in this browser, with a lesson some days ahead. */
export async function bookLesson(page: Page, email: string): Promise<BookedLesson> {
  const names = { first_name: "Wren", last_name: "Okafor" };
  const registered = await page.request.post("/api/auth/register", {
    data: { email, password: PASSWORD, ...names },
  });
  expect(registered.status()).toBe(201);
  await page.goto("/search?service=piano");
  await openFirstResult(page, POINTER);
  // The last one on show lies days ahead: it can be moved, and cancelled for nothing.
  const href = await (await showTimes(page, POINTER)).last().getAttribute("href");
  const { pathname, searchParams } = new URL(href ?? "", page.url());
  const instructorId = pathname.split("/")[2] ?? "";
  const profile = await (await page.request.get(`/api/instructors/${instructorId}`)).json();
  const offeringId = searchParams.get("offering");
  const offering = profile.offerings.find(({ id }: { id: string }) => id === offeringId);
  const startAt = searchParams.get("start_at") ?? "";
  const booked = await page.request.post("/api/bookings", {
    data: {
      instructor_id: instructorId,
      offering_id: offeringId,
      start_at: startAt,
      duration_minutes: Number(searchParams.get("duration")),
      location_type: offering.location_types[0],
      location_detail: "12 Main Street",
    },
  });
  expect(booked.status()).toBe(201);
  const { id, service_name: service } = await booked.json();
  return { path: `/lessons/${id}`, startAt, service };
}
