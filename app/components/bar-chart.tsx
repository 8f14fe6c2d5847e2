import type { ReactNode } from "react";
import { DataTable } from "./data-table.tsx";

interface BarChartProps {
  /** What the bars show, as the picture's name. */
  label: string;
  /** Left to right. */
  bars: { name: string; value: number }[];
  /** Headings of the same numbers as a table. */
  columns: [name: string, value: string];
  children?: ReactNode;
}

const WIDTH = 600;
const HEIGHT = 160;

/** Bars over time as a picture, with the table behind it for whoever wants the numbers themselves. */
export function BarChart({ label, bars, columns, children }: BarChartProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / Math.max(1, bars.length);
  const [first, last] = [bars[0]?.name ?? "", bars.at(-1)?.name ?? ""];
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${label}. From ${first} to ${last}, at most ${most}.`}
        className="h-40 w-full"
        preserveAspectRatio="none"
      >
        {bars.map(({ name, value }, index) => {
          const height = (value / most) * HEIGHT;
          return (
            <rect
              key={name}
              x={index * step + step * 0.1}
              y={HEIGHT - height}
              width={step * 0.8}
              height={height}
              className="fill-primary-ink"
            />
          );
        })}
        <line x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} className="stroke-line-strong" />
      </svg>
      <figcaption className="mt-1 flex justify-between text-sm text-ink-soft">
        <span>{first}</span>
        <span>most: {most}</span>
        <span>{last}</span>
      </figcaption>
      {children}
      <details className="mt-2">
        <summary className="flex min-h-11 cursor-pointer items-center font-medium text-primary-ink">
          Show as a table
        </summary>
        <DataTable
          label={label}
          columns={columns}
          rows={bars.map(({ name, value }) => [name, value])}
        />
      </details>
    </figure>
  );
}
