import { Link } from "@remix-run/react";
import type { Booking } from "../../../worker/domain/booking.ts";
import { zoneLabel } from "../../../worker/domain/format.ts";
import { LessonCard } from "../../components/lesson-card.tsx";
import { NoLessonsAhead } from "../../components/no-lessons-ahead.tsx";

interface NextLessonsProps {
  lessons: Booking[];
  /** The reader's zone. */
  zone: string;
}

export function NextLessons({ lessons, zone }: NextLessonsProps) {
  return (
    <section aria-labelledby="next">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="next" className="text-xl font-semibold">
          Next lessons
        </h2>
        <Link
          to="/teach/bookings"
          className="inline-flex min-h-11 items-center text-primary-ink underline"
        >
          All bookings
        </Link>
      </div>
      {lessons.length === 0 ? (
        <NoLessonsAhead />
      ) : (
        <>
          <p className="mb-3 text-sm text-ink-soft">Times in {zoneLabel(zone)}.</p>
          <div className="grid gap-4">
            {lessons.map((lesson) => (
              <LessonCard key={lesson.id} lesson={lesson} zone={zone} as="instructor" />
            ))}
          </div>
        </>
      )}
    </section>
  );
}
