import { Link } from "@remix-run/react";
import { formatDuration, formatTime } from "../../worker/domain/format.ts";
import { toRfc3339 } from "../../worker/domain/local-time.ts";
import type { Start } from "../free-days.ts";

const SHAPE =
  "inline-flex min-h-11 w-full items-center justify-center rounded-xl border px-2 font-medium tabular-nums whitespace-nowrap";

interface StartLinkProps {
  start: Start;
  zone: string;
  to: string;
  isChosen?: boolean;
}

/** One start: a link, or greyed text with the reason where the lesson does not fit. */
export function StartLink({ start, zone, to, isChosen = false }: StartLinkProps) {
  const time = <time dateTime={toRfc3339(start.at)}>{formatTime(start.at, zone)}</time>;
  if (!start.isFitting) {
    return (
      <span className={`${SHAPE} border-dashed border-line text-ink-soft line-through`}>
        {time}
        <span className="sr-only"> too short, only {formatDuration(start.minutesFree)} free</span>
      </span>
    );
  }
  return (
    <Link
      to={to}
      data-start
      aria-current={isChosen ? "true" : undefined}
      className={`${SHAPE} border-line-strong bg-surface text-primary-ink hover:bg-tint-strong aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary`}
    >
      {time}
    </Link>
  );
}

/** Explains greyed starts; nothing where there are none. */
export function TooShortNote({
  starts,
  durationMinutes,
}: {
  starts: Start[];
  durationMinutes: number;
}) {
  if (starts.every(({ isFitting }) => isFitting)) return null;
  return (
    <p className="mt-3 text-sm text-ink-soft">
      <s>Crossed out</s> starts are free, but for less than {formatDuration(durationMinutes)}. A
      shorter lesson may fit there.
    </p>
  );
}
