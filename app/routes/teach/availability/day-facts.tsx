import { Link } from "@remix-run/react";
import { Badge } from "../../../components/badge.tsx";
import type { EditedDay } from "../../../week-edit.ts";
import { rangesOf } from "../../../week-edit.ts";
import { rangeText } from "../../../week-grid.ts";
import type { DayLesson, HoursDay } from "./load.ts";
import { sourceOf } from "./source.ts";

interface DayFactsProps {
  day: HoursDay;
  edited: EditedDay;
}

/** A day's name, where its hours come from, and its lessons. */
export function DayFacts({ day, edited }: DayFactsProps) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-lg font-semibold">{day.title}</h3>
        <Badge kind={day.isClosedOff ? "warning" : "plain"}>{sourceOf(day, edited)}</Badge>
        {day.isPast ? <Badge>Over</Badge> : null}
      </div>
      {day.isClosedOff ? (
        <p className="mt-1 text-ink-soft">
          {day.blackoutReason ? `Day off: ${day.blackoutReason}. ` : "This is a day off. "}
          Nobody can book, whatever the hours say.
        </p>
      ) : null}
      {day.lengthNote ? <p className="mt-1 text-ink-soft">{day.lengthNote}</p> : null}
      {edited.lines.length === 0 ? <p className="mt-2 text-ink-soft">No hours.</p> : null}
      <Lessons lessons={day.lessons} edited={edited} />
    </>
  );
}

function Lessons({ lessons, edited }: { lessons: readonly DayLesson[]; edited: EditedDay }) {
  if (lessons.length === 0) return null;
  const hours = rangesOf(edited);
  const isCovered = (lesson: DayLesson) =>
    hours.some(
      ({ startMinute, endMinute }) =>
        startMinute <= lesson.startMinute && lesson.endMinute <= endMinute,
    );
  return (
    <ul className="mt-2 grid gap-1">
      {lessons.map((lesson) => (
        <li key={lesson.id}>
          <Link
            to={`/lessons/${lesson.id}`}
            className="inline-flex min-h-11 items-center text-primary-ink underline"
          >
            {rangeText(lesson)}: {lesson.label}
          </Link>
          {isCovered(lesson) ? null : (
            <span className="text-ink-soft"> · outside these hours; the lesson stays booked</span>
          )}
        </li>
      ))}
    </ul>
  );
}
