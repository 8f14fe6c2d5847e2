import { formatDuration, formatMoney } from "../../../../worker/domain/format.ts";
import type { Services } from "../../../../worker/services/index.ts";
import { DataTable } from "../../../components/data-table.tsx";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

type ServiceMetrics = Awaited<ReturnType<Services["serviceMetrics"]["list"]>>[number];

/** Demand and supply of services, those in most demand first. */
export function ServiceTable({ services }: { services: (ServiceMetrics & { name: string })[] }) {
  if (services.length === 0) {
    return <p className="text-ink-soft">These numbers are worked out at two in the night.</p>;
  }
  return (
    <>
      <p className="mb-3 text-ink-soft">
        Searches of 30 days and lessons of 90, worked out at two in the night. Demand is searches +
        3 × profiles opened + 10 × lessons booked, on a scale on which the most wanted service has
        100.
      </p>
      <DataTable
        label="Services"
        columns={[
          "Service",
          "Demand",
          "Trend",
          "Searches",
          "Instructors",
          "Hours a week",
          "Median price",
          "Usual length",
          "Peak",
          "Completed",
        ]}
        rows={services.map((one) => [
          one.name,
          one.demandScore,
          one.trend === null ? null : `× ${one.trend}`,
          one.searches30d,
          one.instructors,
          Math.round(one.weeklyMinutes / 60),
          one.priceMedianCents === null ? null : formatMoney(one.priceMedianCents),
          one.usualMinutes === null ? null : formatDuration(one.usualMinutes),
          one.peakHour === null || one.peakWeekday === null
            ? null
            : `${WEEKDAYS[one.peakWeekday - 1]}, ${one.peakHour}:00`,
          one.closed90d === 0 ? null : `${Math.round((one.completed90d / one.closed90d) * 100)} %`,
        ])}
      />
    </>
  );
}
