import {
  mean,
  percentage,
  TREND_SEARCHES,
  TRENDING_FROM,
} from "../../../../worker/domain/analytics.ts";
import { formatDuration, formatMoney } from "../../../../worker/domain/format.ts";
import type { Services } from "../../../../worker/services/index.ts";
import { DataTable } from "../../../components/data-table.tsx";
import { percentText } from "./figures.tsx";

const COLUMNS = [
  "Service",
  "Demand",
  "Trend",
  "Searches, 7 days",
  "Searches, 30 days",
  "To a profile",
  "On to a lesson",
  "Instructors",
  "Hours a week",
  "Searches a week for each hour",
  "Median price",
  "Middle half of prices",
  "Usual length",
  "Peak",
  "Completed",
];

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
        Searches of 30 days and lessons of 90, up to yesterday, worked out at two in the night.
        Demand is searches + 3 × profiles opened + 10 × lessons booked, on a logarithmic scale on
        which the most wanted service has 100. The trend is searches a day of the last 7 days
        against those of the 23 before; from × {TRENDING_FROM} on a service is trending, and below{" "}
        {TREND_SEARCHES} searches nobody can tell. Hours are those that active instructors offer in
        a usual week. The peak is the weekday and the hour that most lessons begin on, each for
        itself.
      </p>
      <DataTable
        label="Services"
        columns={COLUMNS}
        rows={services.map((one) => [
          one.name,
          one.demandScore,
          trendText(one.trend),
          one.searches7d,
          one.searches30d,
          percentText(percentage(one.viewed30d, one.searches30d)),
          percentText(percentage(one.booked30d, one.viewed30d)),
          one.instructors,
          Math.round((one.weeklyMinutes / 60) * 10) / 10,
          one.weeklyMinutes === 0 ? null : mean(one.searches7d * 60, one.weeklyMinutes),
          moneyText(one.priceMedianCents),
          quartilesText(one),
          one.usualMinutes === null ? null : formatDuration(one.usualMinutes),
          one.peakHour === null || one.peakWeekday === null
            ? null
            : `${WEEKDAYS[one.peakWeekday - 1]}, ${one.peakHour}:00`,
          percentText(percentage(one.completed90d, one.closed90d)),
        ])}
      />
    </>
  );
}

function trendText(trend: number | null): string | null {
  if (trend === null) return null;
  return trend >= TRENDING_FROM ? `× ${trend}, trending` : `× ${trend}`;
}

function moneyText(cents: number | null): string | null {
  return cents === null ? null : formatMoney(cents);
}

/** What a quarter of the lessons cost at most, and what three quarters did. */
function quartilesText({ priceQuartile1Cents: low, priceQuartile3Cents: high }: ServiceMetrics) {
  return low === null || high === null ? null : `${formatMoney(low)} to ${formatMoney(high)}`;
}
