import type { Booking } from "../../../worker/domain/booking.ts";
import { formatDuration } from "../../../worker/domain/format.ts";
import { Card } from "../../components/card.tsx";
import { Money } from "../../components/money.tsx";

/** How the price comes about, and what is left of it when the lesson was cancelled. */
export function Receipt({ lesson }: { lesson: Booking }) {
  const { hourlyRateCents, durationMinutes, priceCents, cancellation } = lesson;
  const totalCents = cancellation ? cancellation.feeCents : priceCents;
  return (
    <Card as="section" labelledBy="receipt" className="mt-4">
      <h2 id="receipt" className="font-semibold">
        Receipt
      </h2>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-y-2">
        <dt>
          {lesson.serviceName}, {formatDuration(durationMinutes)} at{" "}
          <Money cents={hourlyRateCents} /> per hour
        </dt>
        <dd className="pl-4 text-right">
          <Money cents={priceCents} />
        </dd>
        {cancellation ? (
          <>
            <dt>Cancelled: {cancellation.feePercent} % of the price</dt>
            <dd className="pl-4 text-right">
              <Money cents={cancellation.feeCents} />
            </dd>
          </>
        ) : null}
        <dt className="border-t border-line pt-2 font-semibold">
          {cancellation ? "Cancellation fee" : "Total, no fees added"}
        </dt>
        <dd className="border-t border-line pt-2 pl-4 text-right font-semibold">
          <Money cents={totalCents} />
        </dd>
      </dl>
    </Card>
  );
}
