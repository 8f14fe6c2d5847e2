import type { ReactNode } from "react";
import type { Booking } from "../../../../worker/domain/booking.ts";
import type { Page } from "../../../../worker/domain/catalog.ts";
import { zoneLabel } from "../../../../worker/domain/format.ts";
import { EmptyState } from "../../../components/empty-state.tsx";
import { LessonCard } from "../../../components/lesson-card.tsx";
import { LinkTabs } from "../../../components/link-tabs.tsx";
import { NoLessonsAhead } from "../../../components/no-lessons-ahead.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { toBookingsPath, WHENS, type When } from "./query.ts";

const TEXTS: Record<When, { label: string; nothing: ReactNode }> = {
  upcoming: { label: "Upcoming", nothing: <NoLessonsAhead /> },
  past: { label: "Past", nothing: <EmptyState icon="calendar" title="No past lessons" /> },
  cancelled: {
    label: "Cancelled",
    nothing: <EmptyState icon="calendar" title="No cancelled lessons" />,
  },
};

interface LessonListProps {
  lessons: Page<Booking>;
  when: When;
  /** The reader's zone. */
  zone: string;
}

/** The lessons somebody gives. What is done to one of them is done on its own page. */
export function LessonList({ lessons, when, zone }: LessonListProps) {
  return (
    <>
      <LinkTabs
        label="Lessons"
        tabs={WHENS.map((one) => ({
          to: toBookingsPath({ kind: "list", when: one, page: 1 }),
          label: TEXTS[one].label,
          isCurrent: one === when,
        }))}
      />
      <p className="mt-4 text-sm text-ink-soft">Times in {zoneLabel(zone)}.</p>
      <div className="mt-4 grid gap-4">
        {lessons.items.map((lesson) => (
          <LessonCard key={lesson.id} lesson={lesson} zone={zone} as="instructor" />
        ))}
        {lessons.items.length === 0 ? TEXTS[when].nothing : null}
      </div>
      <Pagination {...lessons} toPage={(page) => toBookingsPath({ kind: "list", when, page })} />
    </>
  );
}
