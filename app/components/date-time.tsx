import { formatDate, formatMoment, formatTime, zoneLabel } from "../../worker/domain/format.ts";
import { localDateOf, toRfc3339 } from "../../worker/domain/local-time.ts";

interface DateTimeProps {
  at: number;
  /** The zone whose clock is shown. */
  zone: string;
  /** `range` needs `until`. */
  show: "moment" | "date" | "time" | "range";
  until?: number;
}

/** An instant on the clock of a zone. */
export function DateTime({ at, zone, show, until }: DateTimeProps) {
  return (
    <time dateTime={toRfc3339(at)} className="tabular-nums">
      {textOf({ at, zone, show, ...(until === undefined ? {} : { until }) })}
    </time>
  );
}

/** The same span on another zone's clock; nothing where that clock reads the same as the one shown. */
export function OtherZone({
  at,
  until,
  zone,
  own,
}: {
  at: number;
  until: number;
  zone: string;
  own: string;
}) {
  const there = textOf({ at, zone, show: "range", until });
  if (there === textOf({ at, zone: own, show: "range", until })) return null;
  const date = formatDate(localDateOf(at, zone));
  return (
    <>
      {date}, {there} in {zoneLabel(zone)}
    </>
  );
}

function textOf({ at, zone, show, until = at }: DateTimeProps): string {
  if (show === "date") return formatDate(localDateOf(at, zone), "long");
  if (show === "time") return formatTime(at, zone);
  if (show === "range") return `${formatTime(at, zone)} – ${formatTime(until, zone)}`;
  return formatMoment(at, zone);
}
