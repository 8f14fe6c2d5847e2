import type { PublicInstructor } from "../../../worker/domain/catalog.ts";
import { plural } from "../../../worker/domain/format.ts";
import { CancellationTable } from "../../components/cancellation-table.tsx";

export function Policies({ instructor }: { instructor: PublicInstructor }) {
  const { minimumNoticeHours, bufferMinutes } = instructor;
  return (
    <section aria-labelledby="policies">
      <h2 id="policies" className="mb-3 text-2xl font-bold tracking-tight">
        Good to know
      </h2>
      <ul className="mb-5 list-inside list-disc">
        <li>
          {minimumNoticeHours === 0
            ? "Can be booked right up to the start."
            : `Book at least ${plural(minimumNoticeHours, "hour")} before the start.`}
        </li>
        {bufferMinutes > 0 ? <li>Keeps {bufferMinutes} minutes free between lessons.</li> : null}
        <li>If the instructor cancels, you pay nothing.</li>
      </ul>
      <div className="max-w-xl rounded-2xl border border-line bg-surface px-4">
        <CancellationTable />
      </div>
    </section>
  );
}
