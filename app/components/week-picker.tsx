import type { FreeTime, NextSlot } from "../../worker/services/availability.ts";
import { canStart, firstOpenDate, toFreeDays } from "../free-days.ts";
import { DAYS_SHOWN } from "../free-week.ts";
import { NextFree } from "./next-free.tsx";
import { SlotPicker } from "./slot-picker.tsx";
import { WeekNav } from "./week-nav.tsx";

interface WeekPickerProps {
  week: FreeTime;
  /** The first days of the weeks before and after. */
  weeks: { previous: string | null; next: string | null };
  /** The first free time at all. */
  next: NextSlot | null;
  /** The day being looked at; null for the first that will do. */
  date: string | null;
  chosenAt: number | null;
  durationMinutes: number;
  toDay: (date: string) => string;
  toStart: (at: number) => string;
}

/** Every start of a lesson's length in a week of somebody's free time. */
export function WeekPicker(props: WeekPickerProps) {
  const { week, weeks, next, chosenAt, durationMinutes, toDay, toStart } = props;
  const { timezone: zone } = week;
  const days = toFreeDays({ ...week, zone, days: DAYS_SHOWN, durationMinutes });
  const date = props.date ?? firstOpenDate(days, chosenAt, zone);
  const isOpen = days.some((day) => day.date === date && canStart(day));
  return (
    <>
      <WeekNav
        from={week.from}
        days={DAYS_SHOWN}
        previous={weeks.previous && toDay(weeks.previous)}
        next={weeks.next && toDay(weeks.next)}
      />
      <div className="mt-4">
        <SlotPicker
          days={days}
          chosenDate={date}
          {...{ chosenAt, zone, durationMinutes, toDay, toStart }}
        />
      </div>
      {isOpen ? null : <NextFree next={next} toDay={toDay} />}
    </>
  );
}
