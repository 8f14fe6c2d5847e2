import { Link } from "@remix-run/react";
import type { Booking } from "../../../worker/domain/booking.ts";
import { LessonCard } from "../../components/lesson-card.tsx";

/** The soonest lessons of whoever is signed in. */
export function NextLessons({ lessons, zone }: { lessons: Booking[]; zone: string }) {
  return (
    <section aria-labelledby="next-lessons" className="mt-10">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="next-lessons" className="text-2xl font-bold tracking-tight">
          Your next lessons
        </h2>
        <Link
          to="/lessons"
          className="inline-flex min-h-11 items-center font-medium text-primary-ink underline"
        >
          See all
        </Link>
      </div>
      <div className="mt-3 grid gap-4 md:grid-cols-2">
        {lessons.map((lesson) => (
          <LessonCard key={lesson.id} lesson={lesson} zone={zone} as="student" />
        ))}
      </div>
    </section>
  );
}
