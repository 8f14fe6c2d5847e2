import { formatMoment } from "../../worker/domain/format.ts";
import type { NextSlot } from "../../worker/services/availability.ts";
import { ButtonLink } from "./button.tsx";

interface NextFreeProps {
  next: NextSlot | null;
  toDay: (date: string) => string;
}

/** The way from a day without a start to the first one that has some. */
export function NextFree({ next, toDay }: NextFreeProps) {
  if (!next) return <p>There is no free time for this lesson in the next three months.</p>;
  return (
    <ButtonLink look="outline" to={toDay(next.date)} preventScrollReset>
      Next available: {formatMoment(next.startAt, next.timezone)}
    </ButtonLink>
  );
}
