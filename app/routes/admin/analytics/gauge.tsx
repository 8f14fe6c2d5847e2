import { Badge } from "../../../components/badge.tsx";
import { Card } from "../../../components/card.tsx";
import { toBudgetUse } from "./measures.ts";

interface GaugeProps {
  label: string;
  /** Null is not known. */
  value: string | null;
  /** What the value is held against. */
  note?: string;
  /** What is wrong with it, in a few words; null where nothing is. */
  problem?: string | null;
  /** How full it is, as a bar. */
  share?: number;
}

/** A number that is red, with an icon and words, where it needs somebody. One of a `<dl>`. */
export function Gauge({ label, value, note, problem = null, share }: GaugeProps) {
  return (
    <Card>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className={`mt-1 text-2xl font-bold tabular-nums ${problem ? "text-error" : ""}`}>
        {value ?? "not known"}
      </dd>
      {share === undefined ? null : (
        <dd className="mt-2">
          <Bar share={share} look={problem ? "fill-error" : "fill-primary-ink"} />
        </dd>
      )}
      {note ? <dd className="mt-1 text-sm text-ink-soft">{note}</dd> : null}
      {problem ? (
        <dd className="mt-2">
          <Badge kind="error" icon="alert">
            {problem}
          </Badge>
        </dd>
      ) : null}
    </Card>
  );
}

interface BudgetGaugeProps {
  label: string;
  used: number;
  budget: number;
  /** How amounts are written. */
  format: (amount: number) => string;
  /** Of what the budget is, such as "a day". */
  per?: string;
}

/** What is used of a budget; red over 80 % of it. */
export function BudgetGauge({ label, used, budget, format, per = "" }: BudgetGaugeProps) {
  const use = toBudgetUse(used, budget);
  return (
    <Gauge
      label={label}
      value={format(used)}
      note={`${use.text} of ${format(budget)}${per && ` ${per}`}`}
      problem={use.isAlarming ? "Over 80 %" : null}
      share={use.share}
    />
  );
}

/** Repeats what the text beside it says. */
function Bar({ share, look }: { share: number; look: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className="h-2 w-full rounded-full"
    >
      <rect width="100" height="8" className="fill-tint-strong" />
      <rect width={Math.min(1, share) * 100} height="8" className={look} />
    </svg>
  );
}
