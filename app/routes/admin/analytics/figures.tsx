import type { ReactNode } from "react";
import { Card } from "../../../components/card.tsx";

/** A number with its name and how it stands against the range before. */
export function Figure({
  label,
  value,
  before,
}: {
  label: string;
  value: string | null;
  before?: string | null;
}) {
  return (
    <Card>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="mt-1 text-2xl font-bold tabular-nums">{value ?? "not known"}</dd>
      {before === undefined ? null : (
        <dd className="mt-1 text-sm text-ink-soft">{before ?? "nothing before to compare with"}</dd>
      )}
    </Card>
  );
}

/** A part of the page with its heading. */
export function Section({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="mb-3 text-xl font-bold">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** "+12.5 % against the dates before"; null where nobody can say. */
export function changeText(percent: number | null): string | null {
  if (percent === null) return null;
  const sign = percent > 0 ? "+" : percent < 0 ? "−" : "±";
  return `${sign}${Math.abs(percent)} % against the dates before`;
}

/** "12.5 %"; null where there is nothing to take a share of. */
export function percentText(share: number | null): string | null {
  return share === null ? null : `${share} %`;
}
