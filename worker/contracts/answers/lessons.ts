import * as v from "valibot";
import { ACCOUNT_STATUSES } from "../../domain/actor.ts";
import { LOCATION_TYPES } from "../../domain/catalog.ts";
import { ERROR_CODES } from "../../domain/errors.ts";
import { WEBHOOK_EVENTS } from "../../domain/webhook.ts";
import { Cents, Count, DateText, Flag, InstantText, Text, TimeText } from "./common.ts";
import { instructorFacts, offeringFacts } from "./public.ts";

const LessonStatus = v.picklist(["confirmed", "completed", "cancelled", "no_show"]);
const Named = v.strictObject({ id: Text, display_name: Text });
const Side = v.picklist(["student", "instructor", "admin"]);

export const Booking = v.strictObject({
  id: Text,
  status: LessonStatus,
  instructor: Named,
  student: Named,
  offering_id: Text,
  service_name: Text,
  date: DateText,
  start_time: TimeText,
  end_time: TimeText,
  start_at: InstantText,
  end_at: InstantText,
  timezone: Text,
  duration_minutes: Count,
  hourly_rate_cents: Cents,
  price_cents: Cents,
  location_type: v.picklist(LOCATION_TYPES),
  location_detail: v.nullable(Text),
  student_note: v.nullable(Text),
  instructor_note: v.nullable(Text),
  cancellation: v.optional(
    v.strictObject({
      by: Side,
      reason: v.nullable(Text),
      at: InstantText,
      fee_percent: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
      fee_cents: Cents,
    }),
  ),
  created_at: InstantText,
  updated_at: InstantText,
});

export const BookingCheck = v.strictObject({
  available: Flag,
  code: v.optional(v.picklist(ERROR_CODES)),
  price_cents: Cents,
});

export const BookingEvent = v.strictObject({
  at: InstantText,
  by: v.nullable(v.strictObject({ role: Side, display_name: Text })),
  from_status: v.nullable(LessonStatus),
  to_status: LessonStatus,
  from_start_at: v.nullable(InstantText),
  to_start_at: InstantText,
  reason: v.nullable(Text),
});

export const CancellationPreview = v.strictObject({
  fee_percent: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  fee_cents: Cents,
  deadline_free_at: InstantText,
});

export const CalendarFeed = v.strictObject({
  exists: Flag,
  created_at: v.nullable(InstantText),
});
export const NewCalendarFeed = v.strictObject({ url: Text, free_busy_url: Text });

export const TeachingProfile = v.strictObject({
  ...instructorFacts,
  buffer_minutes: Count,
  availability_version: Count,
  account_status: v.picklist(ACCOUNT_STATUSES),
  missing: v.array(v.picklist(["areas", "offerings", "hours"])),
});

export const OwnOffering = v.strictObject({ ...offeringFacts, is_active: Flag });

export const InstructorStats = v.strictObject({
  timezone: Text,
  upcoming_count: Count,
  next_lessons: v.array(Booking),
  completed_count: Count,
  earned_this_month_cents: Cents,
  earned_total_cents: Cents,
  profile_views_30d: Count,
  search_appearances_30d: Count,
});

const Ranges = v.array(v.strictObject({ start_time: TimeText, end_time: TimeText }));

export const WeeklyHours = v.strictObject({
  timezone: Text,
  hours: v.strictObject({
    mon: Ranges,
    tue: Ranges,
    wed: Ranges,
    thu: Ranges,
    fri: Ranges,
    sat: Ranges,
    sun: Ranges,
  }),
});

const dayFacts = {
  date: DateText,
  source: v.picklist(["weekly", "dates", "closed", "blackout"]),
  ranges: Ranges,
  blackout: v.optional(v.strictObject({ id: Text, reason: v.nullable(Text) })),
};
export const TeachingDay = v.strictObject(dayFacts);

export const TeachingWeek = v.strictObject({
  start: DateText,
  timezone: Text,
  days: v.array(
    v.strictObject({
      ...dayFacts,
      bookings: v.array(
        v.strictObject({
          id: Text,
          start_at: InstantText,
          end_at: InstantText,
          start_time: TimeText,
          end_time: TimeText,
          service_name: Text,
          student: Named,
          status: LessonStatus,
        }),
      ),
    }),
  ),
});

export const ChangedDates = v.strictObject({ changed_dates: v.array(DateText) });

export const Blackout = v.strictObject({
  id: Text,
  start_date: DateText,
  end_date: DateText,
  reason: v.nullable(Text),
});

const webhookFacts = {
  id: Text,
  url: Text,
  events: v.array(v.picklist(WEBHOOK_EVENTS)),
  created_at: InstantText,
  secret_rotated_at: v.nullable(InstantText),
};
export const Webhook = v.strictObject(webhookFacts);
export const WebhookWithSecret = v.strictObject({ ...webhookFacts, secret: Text });

export const WebhookDelivery = v.strictObject({
  id: Text,
  type: v.picklist(WEBHOOK_EVENTS),
  booking_id: Text,
  status: v.picklist(["pending", "delivered", "failed"]),
  attempts: Count,
  last_status: v.nullable(Count),
  last_error: v.nullable(Text),
  created_at: InstantText,
  next_attempt_at: v.nullable(InstantText),
  delivered_at: v.nullable(InstantText),
});
