import type { BookingDraft } from "../../../worker/domain/booking-draft.ts";
import type { PublicInstructor } from "../../../worker/domain/catalog.ts";
import { zoneLabel } from "../../../worker/domain/format.ts";
import type { FreeTime, NextSlot } from "../../../worker/services/availability.ts";
import { Card } from "../../components/card.tsx";
import { NextFree } from "../../components/next-free.tsx";
import { SlotPicker } from "../../components/slot-picker.tsx";
import { WeekNav } from "../../components/week-nav.tsx";
import { canStart, firstOpenDate, toFreeDays } from "../../free-days.ts";
import { DAYS_SHOWN } from "../../free-week.ts";
import { toBookPath } from "./draft.ts";

interface TimeStepProps {
  instructor: PublicInstructor;
  draft: BookingDraft;
  /** The day being looked at; null for the first that will do. */
  date: string | null;
  week: FreeTime;
  next: NextSlot | null;
  weeks: { previous: string | null; next: string | null };
}

/** When: every start inside the instructor's free time. */
export function TimeStep({ instructor, draft, date, week, next, weeks }: TimeStepProps) {
  const { timezone } = week;
  const durationMinutes = draft.durationMinutes ?? 0;
  const days = toFreeDays({ ...week, zone: timezone, days: DAYS_SHOWN, durationMinutes });
  const chosenDate = date ?? firstOpenDate(days, draft.startAt, timezone);
  const toDay = (date: string) => toBookPath(instructor.id, { date, step: "time" });
  const isOpen = (date: string) => days.some((day) => day.date === date && canStart(day));
  return (
    <section aria-labelledby="step">
      <h2 id="step" className="text-xl font-semibold">
        When?
      </h2>
      <p className="mt-1 mb-4 text-ink-soft">All times in {zoneLabel(timezone)}.</p>
      <Card>
        <WeekNav
          from={week.from}
          days={DAYS_SHOWN}
          previous={weeks.previous && toDay(weeks.previous)}
          next={weeks.next && toDay(weeks.next)}
        />
        <div className="mt-4">
          <SlotPicker
            days={days}
            chosenDate={chosenDate}
            chosenAt={draft.startAt}
            zone={timezone}
            durationMinutes={durationMinutes}
            toDay={toDay}
            toStart={(startAt) => toBookPath(instructor.id, { startAt })}
          />
        </div>
        {isOpen(chosenDate) ? null : <NextFree next={next} toDay={toDay} />}
      </Card>
    </section>
  );
}
