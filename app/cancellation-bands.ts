import { cancellationFee } from "../worker/domain/cancellation.ts";

/** A stretch of time before a lesson in which cancelling costs the student the same share. */
export interface CancellationBand {
  /** The band begins this many hours before the start; null for "any time earlier". */
  fromHours: number | null;
  /** It ends this many hours before the start. */
  untilHours: number;
  feePercent: number;
}

const HOUR_MS = 3_600_000;
const LOOK_BACK_HOURS = 96;

/** The cancellation rule as a table, read off the rule itself so that the two cannot differ. */
export function cancellationBands(): CancellationBand[] {
  const bands: CancellationBand[] = [];
  for (let hours = LOOK_BACK_HOURS; hours >= 0; hours--) {
    const { feePercent } = cancellationFee({
      startAt: hours * HOUR_MS,
      now: 0,
      by: "student",
      priceCents: 0,
    });
    const last = bands.at(-1);
    if (last?.feePercent === feePercent) last.untilHours = hours;
    else bands.push({ fromHours: last ? last.untilHours : null, untilHours: hours, feePercent });
  }
  return bands;
}
