import { Link } from "@remix-run/react";
import type { Booking } from "../../../../worker/domain/booking.ts";
import { formatDate, plural, zoneLabel } from "../../../../worker/domain/format.ts";
import { addDays, formatLocalTime, type LocalDate } from "../../../../worker/domain/local-time.ts";
import type { TeachingWeek } from "../../../../worker/services/hours.ts";
import { DateTime } from "../../../components/date-time.tsx";
import { StatusBadge } from "../../../components/status-badge.tsx";
import { WeekNav } from "../../../components/week-nav.tsx";
import { toBookingsPath } from "./query.ts";

interface LessonWeekProps {
  week: TeachingWeek;
  today: LocalDate;
}

type Day = TeachingWeek["days"][number];

/** Seven days with their hours and lessons: side by side where there is room, else below each other. */
export function LessonWeek({ week, today }: LessonWeekProps) {
  const { start, timezone, days } = week;
  const toWeek = (date: LocalDate) => toBookingsPath({ kind: "week", start: date });
  const count = days.reduce((sum, { lessons }) => sum + lessons.length, 0);
  return (
    <>
      <WeekNav
        from={start}
        days={days.length}
        previous={toWeek(addDays(start, -7))}
        next={toWeek(addDays(start, 7))}
      />
      <p className="my-4 flex flex-wrap items-center justify-between gap-x-4 text-sm text-ink-soft">
        <span>
          {plural(count, "lesson")}. Times in {zoneLabel(timezone)}.
        </span>
        <Link
          to={toWeek(today)}
          preventScrollReset
          className="inline-flex min-h-11 items-center text-primary-ink underline"
        >
          This week
        </Link>
      </p>
      <ol className="grid gap-3 lg:grid-cols-7 lg:gap-2">
        {days.map((day) => (
          <DayColumn key={day.date} day={day} zone={timezone} isToday={day.date === today} />
        ))}
      </ol>
    </>
  );
}

function DayColumn({ day, zone, isToday }: { day: Day; zone: string; isToday: boolean }) {
  return (
    <li
      aria-current={isToday ? "date" : undefined}
      className={`min-w-0 rounded-2xl border bg-surface p-3 lg:min-h-48 ${isToday ? "border-primary-ink" : "border-line"}`}
    >
      <h3 className="font-semibold">
        {formatDate(day.date)}
        {isToday ? <span className="text-sm text-primary-ink"> Today</span> : null}
      </h3>
      <p className="text-sm text-ink-soft">{hoursText(day)}</p>
      <ul className="mt-2 grid gap-2">
        {day.lessons.map((lesson) => (
          <LessonEntry key={lesson.id} lesson={lesson} zone={zone} />
        ))}
      </ul>
    </li>
  );
}

function LessonEntry({ lesson, zone }: { lesson: Booking; zone: string }) {
  return (
    <li>
      <Link
        to={`/lessons/${lesson.id}`}
        className="grid min-h-11 justify-items-start gap-1 rounded-xl bg-tint p-2 hover:underline"
      >
        <span className="text-sm font-semibold text-primary-ink">
          <DateTime at={lesson.startAt} until={lesson.endAt} zone={zone} show="range" />
        </span>
        <span className="max-w-full wrap-anywhere">{lesson.serviceName}</span>
        <span className="max-w-full text-sm wrap-anywhere text-ink-soft">
          {lesson.student.displayName}
        </span>
        {lesson.status === "confirmed" ? null : <StatusBadge status={lesson.status} />}
      </Link>
    </li>
  );
}

/** When somebody teaches on the day, in words. */
function hoursText({ source, ranges, blackout }: Day): string {
  if (source === "blackout") return blackout?.reason ? `Off: ${blackout.reason}` : "Day off";
  if (ranges.length === 0) return "No hours";
  return ranges
    .map(({ startMinute, endMinute }) => `${clock(startMinute)} – ${clock(endMinute)}`)
    .join(", ");
}

function clock(minute: number): string {
  const [hour = 0, rest = "00"] = [Math.floor(minute / 60) % 24, formatLocalTime(minute).slice(3)];
  return `${hour % 12 || 12}:${rest} ${hour < 12 ? "AM" : "PM"}`;
}
