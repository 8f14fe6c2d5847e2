/** Stored with every booking: the policy it was made under. Raise it when the table below changes. */
export const CANCELLATION_POLICY_VERSION = 1;

/** A student who cancels at least this long before the start pays nothing. */
export const FREE_CANCELLATION_HOURS = 24;

const HALF_FEE_HOURS = 12;
const HOUR_MS = 3_600_000;

export type CancellingParty = "student" | "instructor" | "admin";

export interface CancellationFee {
  feePercent: 0 | 50 | 100;
  feeCents: number;
  /** The last instant at which this party cancels for nothing. */
  deadlineFreeAt: number;
}

/** What cancelling costs the student now. Rule: nothing when the instructor or an admin cancels. */
export function cancellationFee({
  startAt,
  now,
  by,
  priceCents,
}: {
  startAt: number;
  now: number;
  by: CancellingParty;
  priceCents: number;
}): CancellationFee {
  if (by !== "student") return { feePercent: 0, feeCents: 0, deadlineFreeAt: startAt };
  const feePercent = studentFeePercent(startAt - now);
  return {
    feePercent,
    feeCents: Math.floor((priceCents * feePercent + 50) / 100),
    deadlineFreeAt: startAt - FREE_CANCELLATION_HOURS * HOUR_MS,
  };
}

function studentFeePercent(msToStart: number): 0 | 50 | 100 {
  if (msToStart >= FREE_CANCELLATION_HOURS * HOUR_MS) return 0;
  if (msToStart >= HALF_FEE_HOURS * HOUR_MS) return 50;
  return 100;
}
