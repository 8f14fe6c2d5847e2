import type { BookingEvent } from "../../../worker/domain/booking.ts";
import { Card } from "../../components/card.tsx";
import { DateTime } from "../../components/date-time.tsx";
import { toSentence } from "./history-words.ts";

interface HistoryProps {
  history: BookingEvent[];
  viewer: { id: string; zone: string };
}

/** What became of the lesson, oldest first. */
export function History({ history, viewer }: HistoryProps) {
  return (
    <Card as="section" labelledBy="history" className="mt-4">
      <h2 id="history" className="font-semibold">
        History
      </h2>
      <ol className="mt-3 grid gap-3">
        {history.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end.
          <li key={index} className="border-l-2 border-line pl-3">
            {toSentence(event, viewer)}
            {event.reason && event.by ? (
              <span className="block wrap-anywhere whitespace-pre-line">“{event.reason}”</span>
            ) : null}
            <span className="block text-sm text-ink-soft">
              <DateTime at={event.at} zone={viewer.zone} show="moment" />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
