import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createTestApi } from "../../../tests/api.ts";
import { createHistory, query } from "../../../tests/database.ts";
import { bookingBody, createInstructor, createStudent } from "../../../tests/factories.ts";
import { isOfSender, rowsReadBy, watchDatabase } from "../../../tests/watched-database.ts";

test("among 1,000,000 lessons, 100,000 of them their own, two people book with at most 60 rows read", {
  timeout: 180_000,
}, async () => {
  const [instructor, student] = [await createInstructor(), await createStudent()];
  const past = { count: 50_000, status: "completed", endAt: "2026-12-01T14:00:00Z" } as const;
  await createHistory({ ...past, instructor, student });
  await createHistory({ ...past, instructor, student, endAt: "2026-12-01T13:00:00Z" });
  for (let pair = 0; pair < 18; pair++) {
    const others = { instructor: await createInstructor(), student: await createStudent() };
    await createHistory({ ...past, ...others });
  }
  expect(await query("SELECT count(*) AS n FROM bookings")).toEqual([{ n: 1_000_000 }]);
  const watched = watchDatabase(env.DB);
  const api = createTestApi({ now: "2026-12-01T15:00:00Z", bindings: { DB: watched.db } });

  const wish = bookingBody(instructor, { start_at: "2026-12-02T18:00:00Z" });
  const headers = { "idempotency-key": "k" };
  const booked = await api.post("/api/bookings", wish, { as: student, headers });

  expect(booked.status).toBe(201);
  expect(watched.batches).toHaveLength(2);
  const rows = rowsReadBy(watched.statements().filter((one) => !isOfSender(one)));
  expect(rows).toBeLessThanOrEqual(60);
});
