import type { DateRange } from "../../../../worker/domain/analytics.ts";
import { Button } from "../../../components/button.tsx";
import { usePermissions } from "../../../permissions.ts";
import { Section } from "./figures.tsx";

const REPORTS = [
  ["search-trends", "By date"],
  ["popular-searches", "Searched most"],
  ["zero-results", "Found nothing"],
  ["referrers", "Where they come from"],
  ["service-performance", "Services"],
] as const;

/** The lists of the page as files for a spreadsheet. */
export function ExportLinks({ range }: { range: DateRange }) {
  const { has } = usePermissions();
  if (!has("export_analytics")) return null;
  const dates = `start_date=${range.from}&end_date=${range.to}`;
  return (
    <Section id="export" title="Take the numbers along">
      <ul className="flex flex-wrap gap-3">
        {REPORTS.map(([report, label]) => (
          <li key={report}>
            <form
              method="post"
              action={`/api/analytics/export?format=csv&report=${report}&${dates}`}
            >
              <Button look="outline">{label} (CSV)</Button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
