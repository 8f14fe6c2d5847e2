import { wordLabel } from "../../../../worker/domain/format.ts";
import { DataTable } from "../../../components/data-table.tsx";
import { percentText, Section } from "./figures.tsx";

interface Part {
  value: string;
  searches: number;
  share: number | null;
}

interface SearchPartsProps {
  summary: { types: { type: string; searches: number; share: number | null }[] };
  parts: Record<"referrers" | "devices" | "boroughs", Part[]>;
}

/** The same searches parted by how, from where and on what they were made. */
export function SearchParts({ summary, parts }: SearchPartsProps) {
  const tables = [
    {
      id: "types",
      title: "How they search",
      column: "Way",
      rows: summary.types.map(({ type, searches, share }) => ({ value: type, searches, share })),
      unknown: "",
    },
    {
      id: "referrers",
      title: "Where they come from",
      column: "Site",
      rows: parts.referrers,
      unknown: "Direct",
    },
    { id: "devices", title: "On what", column: "Device", rows: parts.devices, unknown: "" },
    {
      id: "boroughs",
      title: "From where",
      column: "Borough",
      rows: parts.boroughs,
      unknown: "Not known",
    },
  ];
  return (
    <div className="grid gap-x-8 md:grid-cols-2">
      {tables.map(({ id, title, column, rows, unknown }) => (
        <Section key={id} id={id} title={title}>
          <DataTable
            label={title}
            columns={[column, "Searches", "Share"]}
            rows={rows.map(({ value, searches, share }) => [
              id === "referrers" ? value || unknown : value ? wordLabel(value) : unknown,
              searches,
              percentText(share),
            ])}
          />
        </Section>
      ))}
    </div>
  );
}
