import { useEffect, useRef } from "react";
import type { Booking } from "../../../worker/domain/booking.ts";
import { Icon } from "../../components/icon.tsx";

/** Said once, right after booking; the focus goes to it. */
export function Booked({ lesson }: { lesson: Booking }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div className="flex items-center gap-4">
      <span className="rounded-full bg-success-tint p-3 text-success">
        <Icon name="check" className="size-8" />
      </span>
      <div>
        <h1 ref={ref} tabIndex={-1} className="text-3xl font-bold tracking-tight">
          You’re booked
        </h1>
        <p className="text-ink-soft">
          {lesson.serviceName} with {lesson.instructor.displayName} is confirmed.
        </p>
      </div>
    </div>
  );
}
