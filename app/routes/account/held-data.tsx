import { Link } from "@remix-run/react";
import { Card } from "../../components/card.tsx";

/** What we hold about a person, counted. */
export function HeldData({ counts }: { counts: { kind: string; label: string; count: number }[] }) {
  return (
    <Card as="section" labelledBy="held">
      <h2 id="held" className="text-xl font-semibold">
        What we hold about you
      </h2>
      <dl className="mt-3 grid divide-y divide-line">
        {counts.map(({ kind, label, count }) => (
          <div key={kind} className="flex justify-between gap-4 py-2">
            <dt>{label}</dt>
            <dd className="font-medium tabular-nums">{count.toLocaleString("en-US")}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-ink-soft">
        Why, who sees it and for how long is told under{" "}
        <Link to="/privacy" className="underline">
          privacy
        </Link>
        .
      </p>
    </Card>
  );
}
