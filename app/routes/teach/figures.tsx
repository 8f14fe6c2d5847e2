import type { ReactNode } from "react";
import { type InstructorStats, STATS_DAYS } from "../../../worker/domain/instructor-stats.ts";
import { Money } from "../../components/money.tsx";

/** An instructor's numbers, each with what it counts. */
export function Figures({ stats }: { stats: InstructorStats }) {
  const count = (number: number) => number.toLocaleString("en-US");
  const days = `in ${STATS_DAYS} days`;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures" className="mb-3 text-xl font-semibold">
        Your figures
      </h2>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Figure name="Earned this month">
          <Money cents={stats.earnedThisMonthCents} />
        </Figure>
        <Figure name="Earned in all">
          <Money cents={stats.earnedTotalCents} />
        </Figure>
        <Figure name="Lessons ahead">{count(stats.upcomingCount)}</Figure>
        <Figure name="Completed lessons">{count(stats.completedCount)}</Figure>
        <Figure name={`Profile views ${days}`}>{count(stats.profileViews30d)}</Figure>
        <Figure name={`Seen in searches ${days}`}>{count(stats.searchAppearances30d)}</Figure>
      </dl>
      <p className="mt-3 text-sm text-ink-soft">
        Earned is the price of completed lessons and the fees of students who cancelled late. Views
        come from searches, as far as those are measured.
      </p>
    </section>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end rounded-2xl border border-line bg-surface p-4">
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="text-xl font-bold tabular-nums wrap-anywhere sm:text-2xl">{children}</dd>
    </div>
  );
}
