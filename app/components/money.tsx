import { formatMoney } from "../../worker/domain/format.ts";

/** An amount in cents as dollars. */
export function Money({ cents }: { cents: number }) {
  return <span className="tabular-nums">{formatMoney(cents)}</span>;
}
