import { expect, test } from "vitest";
import { toExport } from "./personal-export.ts";

const AT = Date.UTC(2026, 11, 1, 15);

test("instants, flags and lists go out as JSON has them, and the other party as first name and initial", () => {
  const document = toExport(
    {
      account: [
        { email: "a@example.test", created_at: AT, clears_searches: 1, email_verified_at: null },
      ],
      profile: [],
      offerings: [{ duration_options: "[30,45]", is_active: 0, hourly_rate_cents: 6000 }],
      bookings_as_student: [
        { id: "b", start_at: AT + 1, other_first_name: "Ada", other_last_name: "lovelace" },
      ],
      calendar_feed: [{ created_at: AT }],
    },
    AT,
  );
  expect(document).toEqual({
    format: "instainstru-personal-data-1",
    exported_at: "2026-12-01T15:00:00Z",
    account: {
      email: "a@example.test",
      created_at: "2026-12-01T15:00:00Z",
      clears_searches: true,
      email_verified_at: null,
    },
    profile: null,
    offerings: [{ duration_options: [30, 45], is_active: false, hourly_rate_cents: 6000 }],
    bookings_as_student: [{ id: "b", start_at: "2026-12-01T15:00:00.001Z", other_party: "Ada L." }],
    calendar_feed: { created_at: "2026-12-01T15:00:00Z" },
  });
});

test("sections that are not there are told as empty", () => {
  expect(toExport({}, AT)).toMatchObject({ account: {}, profile: null, calendar_feed: null });
});

test("whoever has nothing of a kind gets an empty list of it, and no profile or feed", () => {
  expect(toExport({ account: [{ id: "u" }], emails: [] }, AT)).toMatchObject({
    account: { id: "u" },
    emails: [],
    profile: null,
    calendar_feed: null,
  });
});
